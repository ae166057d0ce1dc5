import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aMeasureRequest, readinessRooms } from '../../../test/builders/readiness-rooms.js';
import { allMigrations } from '../../migrations/all-migrations.sql.js';
import { migrate, openDatabase } from '../../platform/database/open-database.sql.js';
import type { CapturedExchange } from '../rows/example-from-exchange.js';
import { loadBenchmarks } from './load-benchmarks.client.js';

const question = Array.from({ length: 20 }, (_, at) => `word${at}`).join(' ');

describe('the benchmarks that must not be in the data', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'openward-benchmarks-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string) => writeFileSync(join(folder, name), text);

  it('are read one text a line, from both kinds of files and from no other', () => {
    file('b.txt', `What is two and two?\r\n\r\n  ${question} \n`);
    file('a.jsonl', '"Who wrote it?"\n{"id":7,"text":"When was it?"}\n\n');
    file('notes.md', 'Not a question.');
    expect(loadBenchmarks(folder).texts).toEqual(['Who wrote it?', 'When was it?', 'What is two and two?', question]);
  });

  it('are none where no folder is named', () => {
    expect(loadBenchmarks(null).texts).toEqual([]);
  });

  it('stop the start where they cannot be read, and where there are none', () => {
    file('a.jsonl', '"fine"\n{"question":"no text"}\nnot json\n');
    expect(() => loadBenchmarks(folder)).toThrow(/a\.jsonl:2 is neither.*\na\.jsonl:3 is neither/s);
    file('a.jsonl', '\n"Too short."\n');
    expect(() => loadBenchmarks(folder)).toThrow(/holds no text of 13 words/);
    expect(() => loadBenchmarks(join(folder, 'absent'))).toThrow(/ENOENT/);
  });

  it('are looked for in the rows; where none are named the check is skipped', async () => {
    const outcomes: (string | undefined)[] = [];
    for (const texts of [[], [question]]) {
      const database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
      await migrate(database, allMigrations);
      const { service } = readinessRooms(database, texts);
      const { report } = await service.measure(aMeasureRequest({ exchanges: exchanges() }));
      outcomes.push(report.findings.find(({ checkId }) => checkId === 'L05')?.outcome);
      await database.close();
    }
    expect(outcomes).toEqual(['skipped', 'fail']);
  });
});

async function* exchanges(): AsyncGenerator<CapturedExchange> {
  for (let at = 0; at < 40; at += 1) {
    const content =
      at === 3 ? `please answer: ${question}` : Array.from({ length: 20 }, (_, word) => `a${at}b${word}`).join(' ');
    const message = { role: 'assistant', content: at % 2 === 0 ? 'yes' : 'no' };
    yield {
      id: `exc_${String(at).padStart(3, '0')}`,
      at,
      outcome: 'ok',
      truncated: false,
      request: Buffer.from(JSON.stringify({ messages: [{ role: 'user', content }] })),
      response: Buffer.from(JSON.stringify({ model: 'm', choices: [{ message, finish_reason: 'stop' }] })),
    };
  }
}
