import { anImport } from '../../../test/builders/an-import.js';
import { aRow } from '../../../test/builders/readiness-rows.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import type { Database } from '../../platform/database/database.sql.js';
import type { ImportRecord } from '../imports/import-record.js';
import { SqlImportStore } from '../imports/import-store.sql.js';
import { noIntake } from '../intake/intake-tally.js';
import { SqlSegmentStore } from '../segments/segment-store.sql.js';
import { makeExample, type RowContent } from './example.js';
import type { CapturedResult } from './example-store.js';
import { SqlExampleStore } from './example-store.sql.js';
import { noTraits } from './row-traits.js';

const projectId = 'prj_one';
const captured = (exchangeId: string, text: string, at = 100): CapturedResult => ({
  exchangeId,
  at,
  result: aRow({ text, origin: 'exchange', originId: exchangeId, split: 'auto' }),
});

describeOnEachDatabase('examples', (stores) => {
  let database: Database;
  let examples: SqlExampleStore;

  beforeEach(async () => {
    database = await stores.open();
    examples = new SqlExampleStore(database);
  });

  it('come back as they were captured, page by page', async () => {
    const results = ['a', 'b', 'c'].map((text, at) => captured(`exc_${at}`, text));
    await examples.takeCaptured({ projectId, results, at: 1 });
    const first = await examples.page({ projectId, after: null, limit: 2 });
    const rest = await examples.page({ projectId, after: first.next, limit: 2 });
    const byKey = (left: { rowKey: string }, right: { rowKey: string }) => (left.rowKey < right.rowKey ? -1 : 1);
    const all = results.map((one) => one.result as ReturnType<typeof aRow>).sort(byKey);
    expect([...first.rows, ...rest.rows]).toEqual(all);
    expect(rest.next).toBeNull();
    expect(await examples.page({ projectId: 'prj_two', after: null, limit: 2 })).toEqual({ rows: [], next: null });
  });

  it('keep what only some rows have', async () => {
    const content: RowContent = {
      kind: 'preference',
      messages: [
        { role: 'user', content: 'ask', images: [{ ref: 'a.png', sha256: 'ab' }] },
        { role: 'assistant', content: '', toolCalls: [{ id: 'c', name: 'f', arguments: '{}' }] },
        { role: 'tool', content: 'x', toolCallId: 'c' },
        { role: 'assistant', content: 'good', weight: 1 },
      ],
      rejected: { role: 'assistant', content: 'bad' },
      tools: [{ name: 'f', parameters: '{}' }],
      traits: { ...noTraits, model: 'gpt-4', slices: { locale: 'de' }, accepted: false, notes: ['turns.trimmed'] },
    };
    const row = makeExample(content, { origin: 'import', originId: 'imp_1', line: 4, declaredSplit: 'train' });
    await new SqlImportStore(database).take({
      record: anImport(),
      examples: [row, aRow({ text: 'plain' })],
      faults: [],
      at: 1,
    });
    const { rows } = await examples.page({ projectId, after: null, limit: 5 });
    expect(rows.find((one) => one.rowKey === row.rowKey)).toEqual(row);
    expect(rows.find((one) => one.rowKey !== row.rowKey)).toEqual(aRow({ text: 'plain' }));
  });

  it('lie in segments: a full one takes no more, and each is read by itself', async () => {
    const imports = new SqlImportStore(database);
    const segments = new SqlSegmentStore(database);
    const rowsOf = async (id: string) => {
      const found: string[] = [];
      for await (const rows of examples.rowsOfSegment(projectId, id)) {
        found.push(...rows.map((row) => row.input));
      }
      return found;
    };
    for (let from = 0; from < 10_500; from += 500) {
      const batch = Array.from({ length: 500 }, (_, at) => aRow({ text: `row ${from + at}`, line: from + at }));
      await imports.take({ record: anImport(), examples: batch, faults: [], at: 1 });
    }
    const [first, second] = await segments.list(projectId);
    expect([first?.rows, first?.closed, second?.rows, second?.closed]).toEqual([10_000, true, 500, false]);
    expect((await rowsOf(first?.id ?? '')).length).toBe(10_000);
    expect((await rowsOf(second?.id ?? '')).sort()[0]).toBe('row 10000');
    await imports.take({ record: anImport(), examples: [aRow({ text: 'row 1' })], faults: [], at: 1 });
    expect(await segments.list(projectId)).toEqual([first, second]);
  }, 60_000);

  it('count each captured exchange once, whatever came of it', async () => {
    const batch = {
      projectId,
      results: [
        captured('exc_1', 'a', 5),
        captured('exc_2', 'a', 7),
        { exchangeId: 'exc_3', at: 9, result: { excluded: 'answer-cut' as const } },
      ],
      at: 1,
    };
    await examples.takeCaptured(batch);
    await examples.takeCaptured(batch);
    await examples.takeCaptured({ ...batch, results: [] });
    expect((await examples.tally(projectId)).captured).toEqual({
      seen: 3,
      taken: 1,
      duplicates: 1,
      excluded: { 'answer-cut': 1 },
      firstAt: 5,
      lastAt: 9,
    });
  });

  it('go on an hour before the newest exchange', async () => {
    expect(await examples.resumeAfter(projectId)).toBeNull();
    const hour = 3_600_000;
    const results = [captured('exc_1', 'a', 0), captured('exc_2', 'b', hour), captured('exc_3', 'c', hour + 1)];
    await examples.takeCaptured({ projectId, results: results.slice(0, 2), at: 1 });
    expect(await examples.resumeAfter(projectId)).toBeNull();
    await examples.takeCaptured({ projectId, results, at: 1 });
    expect(await examples.resumeAfter(projectId)).toBe('exc_1');
  });

  it('know nothing of a project without any', async () => {
    expect(await examples.tally(projectId)).toEqual(noIntake());
  });

  it('let a newer upload of the same name stand in for the older one', async () => {
    const imports = new SqlImportStore(database);
    const upload = (id: string, parts: Partial<ImportRecord>): ImportRecord =>
      anImport({ id, projectId, state: 'done', total: 10, accepted: 10, finishedAt: 2, ...parts });
    const fault = { line: 3, byteOffset: 9, field: '', code: 'row.csv', reason: 'Bad.' } as const;
    const bad = upload('imp_1', { accepted: 4, rejected: 6, rejectedByCode: { 'row.csv': 6 } });
    await imports.take({ record: bad, examples: [], faults: [fault], at: 2 });
    expect((await examples.tally(projectId)).faults).toEqual([{ ...fault, importId: 'imp_1' }]);
    await imports.put(upload('imp_2', {}), 2);
    await imports.put(upload('imp_3', { split: 'holdout' }), 2);
    await imports.put(upload('imp_4', { state: 'failed' }), 2);
    const { allImports, standingImports, faults, files } = await examples.tally(projectId);
    expect(files.map((one) => one.importId)).toEqual(['imp_4', 'imp_3']);
    expect([allImports.rows, allImports.rejected, standingImports.rows, standingImports.rejected]).toEqual([
      40, 6, 20, 0,
    ]);
    expect(faults).toEqual([]);
  });
});
