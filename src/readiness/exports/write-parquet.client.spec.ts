import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aRowFacts, rowFactsApart } from '../../../test/builders/row-facts.js';
import { rowKeyOf } from '../rows/example.js';
import { contentOfLine } from '../rows/exported-line.js';
import { DuckdbSession, quoted } from '../set-pass/duckdb-session.client.js';
import { writeParquet } from './write-parquet.client.js';

const call = { id: 'call_1', name: 'look', arguments: '{"at":1}' };
const rich = aRowFacts({
  messages: [
    { role: 'system', content: 'Answer "briefly".\n' },
    { role: 'user', content: 'what is this? ü😀', images: [{ ref: 'a.png', sha256: null }] },
    { role: 'assistant', content: '', toolCalls: [call], weight: 0 },
    { role: 'tool', content: 'a "card"\u2028', toolCallId: 'call_1' },
    { role: 'assistant', content: 'a card' },
  ],
  tools: [{ name: 'look', parameters: '{}' }],
  rejected: { role: 'assistant', content: 'a cat' },
});

describe('a data set as Parquet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openward-write-parquet-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has rows that are the same rows when they are read again: turns, calls, pictures, tools and pairs', async () => {
    const rows = [rich, ...rowFactsApart(3)].map(({ example }) => example);
    const path = join(folder, 'train.parquet');
    async function* pages() {
      yield rows;
    }
    const order = { pages: pages(), side: 'train', path, workFolder: join(folder, 'work') } as const;
    expect(await writeParquet(order)).toBe(rows.length);

    const reading = join(folder, 'read');
    mkdirSync(reading);
    const session = await DuckdbSession.open({ folder: reading, memoryMegabytes: 64, threads: 1 });
    const content = 'struct_pack(kind := kind, messages := messages, rejected := rejected, tools := tools)';
    const read = await session.rows(
      `SELECT row_key, to_json(${content})::VARCHAR AS line FROM read_parquet(${quoted(path)})`,
    );
    session.close();
    expect(read.map(({ line }) => rowKeyOf(contentOfLine(String(line))))).toEqual(rows.map(({ rowKey }) => rowKey));
    expect(read.map(({ row_key }) => row_key)).toEqual(rows.map(({ rowKey }) => rowKey));
  });
});
