import { rmSync } from 'node:fs';
import { compileWorker } from '../../test/builders/compiled-worker.js';
import { aQuestion, aRow } from '../../test/builders/readiness-rows.js';
import { measureReadiness } from './measure-readiness.js';
import type { Example } from './rows/example.js';
import { runReadinessMeasure } from './run-readiness-measure.client.js';

const rows = Array.from({ length: 300 }, (_, at) => aRow({ text: `text number ${at} of this set`, line: at }));

async function* pages(all: readonly Example[]): AsyncGenerator<readonly Example[]> {
  yield all.slice(0, 100);
  yield all.slice(100);
}

describe('measuring in a thread', () => {
  const worker = compileWorker('readiness/measure-readiness.worker');
  const options = { workerEntry: worker.entry };

  afterAll(() => {
    rmSync(worker.root, { recursive: true, force: true });
  });

  it('gives what measuring here gives', async () => {
    expect(await runReadinessMeasure(pages(rows), aQuestion(300), options)).toEqual(
      measureReadiness(rows, aQuestion(300)),
    );
  });

  it('is over when the rows cannot be read', async () => {
    async function* broken(): AsyncGenerator<readonly Example[]> {
      yield rows;
      throw new Error('the store is gone');
    }
    await expect(runReadinessMeasure(broken(), aQuestion(300), options)).rejects.toThrow('the store is gone');
  });

  it('is over when the thread breaks', async () => {
    const nothing = { workerEntry: new URL('file:///nowhere/no-such-worker.js') };
    await expect(runReadinessMeasure(pages(rows), aQuestion(300), nothing)).rejects.toThrow(/no-such-worker/);
  });
});
