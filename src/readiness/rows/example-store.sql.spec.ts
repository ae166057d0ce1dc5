import { aRow } from '../../../test/builders/readiness-rows.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import type { Database } from '../../platform/database/database.sql.js';
import type { ImportRecord } from '../imports/import-record.js';
import { SqlImportStore } from '../imports/import-store.sql.js';
import { noCapture, noImports } from '../intake-tally.js';
import type { CapturedResult } from './example-store.js';
import { SqlExampleStore } from './example-store.sql.js';

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
    const last = first.at(-1);
    const after = last === undefined ? null : { declaredSplit: last.declaredSplit, rowKey: last.rowKey };
    const rest = await examples.page({ projectId, after, limit: 2 });
    const byKey = (left: { rowKey: string }, right: { rowKey: string }) => (left.rowKey < right.rowKey ? -1 : 1);
    expect([...first, ...rest]).toEqual(results.map((one) => one.result as ReturnType<typeof aRow>).sort(byKey));
    expect(await examples.page({ projectId: 'prj_two', after: null, limit: 2 })).toEqual([]);
  });

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
    expect(await examples.tally(projectId)).toEqual({
      allImports: noImports,
      standingImports: noImports,
      captured: noCapture,
      faults: [],
    });
  });

  it('let a newer upload of the same name stand in for the older one', async () => {
    const imports = new SqlImportStore(database);
    const upload = (id: string, parts: Partial<ImportRecord>): ImportRecord => ({
      id,
      projectId,
      fileName: 'train.csv',
      format: 'csv',
      split: 'train',
      state: 'done',
      total: 10,
      accepted: 10,
      rejected: 0,
      duplicates: 0,
      bytes: 1,
      sha256: 'ab',
      problem: null,
      rejectedByCode: {},
      trimmed: 0,
      createdBy: 'ada',
      createdAt: 1,
      finishedAt: 2,
      ...parts,
    });
    const fault = { line: 3, byteOffset: 9, field: '', code: 'row.csv', reason: 'Bad.' } as const;
    const bad = upload('imp_1', { accepted: 4, rejected: 6, rejectedByCode: { 'row.csv': 6 } });
    await imports.take({ record: bad, examples: [], faults: [fault], at: 2 });
    expect((await examples.tally(projectId)).faults).toEqual([{ ...fault, importId: 'imp_1' }]);
    await imports.put(upload('imp_2', {}), 2);
    await imports.put(upload('imp_3', { split: 'holdout' }), 2);
    await imports.put(upload('imp_4', { state: 'failed' }), 2);
    const { allImports, standingImports, faults } = await examples.tally(projectId);
    expect([allImports.rows, allImports.rejected, standingImports.rows, standingImports.rejected]).toEqual([
      40, 6, 20, 0,
    ]);
    expect(faults).toEqual([]);
  });
});
