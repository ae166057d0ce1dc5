import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rowFactsApart } from '../../../test/builders/row-facts.js';
import { ScratchDatasetFiles } from './dataset-files.client.js';

async function* pages(count: number) {
  yield rowFactsApart(count).map(({ example }) => ({ ...example, text: example.input }));
}

async function* broken() {
  yield* pages(1);
  throw new Error('the store is gone');
}

describe('the scratch file of an export', () => {
  const files = new ScratchDatasetFiles();

  it.each([
    ['was read', (content: NodeJS.ReadableStream) => content.resume()],
    [
      'was given up',
      (content: NodeJS.ReadableStream) => (content as NodeJS.ReadableStream & { destroy(): void }).destroy(),
    ],
  ])('is gone once it %s', async (_how, end) => {
    const { bytes, content } = await files.parquet(pages(3), 'train');
    const folder = dirname(String((content as NodeJS.ReadableStream & { path: string }).path));
    expect([bytes > 0, existsSync(folder)]).toEqual([true, true]);
    const closed = once(content, 'close');
    end(content);
    await closed;
    for (let looks = 0; existsSync(folder) && looks < 200; looks += 1) {
      await sleep(10);
    }
    expect(existsSync(folder)).toBe(false);
  });

  it('is told as an error where the rows broke off, and the next one is written', async () => {
    const [first, second] = await Promise.allSettled([
      files.parquet(broken(), 'train'),
      files.parquet(pages(1), 'train'),
    ]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    if (second.status === 'fulfilled') {
      second.value.content.resume();
    }
  });
});
