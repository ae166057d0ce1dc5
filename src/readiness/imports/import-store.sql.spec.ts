import { aRow } from '../../../test/builders/readiness-rows.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import type { Database } from '../../platform/database/database.sql.js';
import type { ImportFault } from './import-fault.js';
import type { ImportRecord } from './import-record.js';
import { SqlImportStore } from './import-store.sql.js';

function anImport(parts: Partial<ImportRecord> = {}): ImportRecord {
  return {
    id: 'imp_1',
    projectId: 'prj_one',
    fileName: 'train.csv',
    format: 'csv',
    split: 'train',
    state: 'running',
    total: 0,
    accepted: 0,
    rejected: 0,
    duplicates: 0,
    bytes: 0,
    sha256: null,
    problem: null,
    rejectedByCode: {},
    trimmed: 0,
    createdBy: 'ada',
    createdAt: 100,
    finishedAt: null,
    ...parts,
  };
}

const aFault = (line: number, field = ''): ImportFault => ({
  line,
  byteOffset: line * 10,
  field,
  code: 'row.csv',
  reason: 'Bad.',
});

describeOnEachDatabase('uploads', (stores) => {
  let database: Database;
  let imports: SqlImportStore;

  beforeEach(async () => {
    database = await stores.open();
    imports = new SqlImportStore(database);
  });

  it('come back as they were put', async () => {
    const record = anImport({
      state: 'done',
      sha256: 'ab',
      rejectedByCode: { 'row.csv': 2 },
      trimmed: 1,
      finishedAt: 200,
    });
    await imports.put(anImport(), 100);
    await imports.put(record, 200);
    expect(await imports.find('prj_one', 'imp_1')).toEqual(record);
    expect(await imports.find('prj_two', 'imp_1')).toBeNull();
  });

  it('count a row as a duplicate when it is there already, in the same batch or before', async () => {
    const [a, b] = [aRow({ text: 'a' }), aRow({ text: 'b', line: 2 })];
    const batch = (examples: (typeof a)[]) => ({
      record: anImport({ total: examples.length, accepted: examples.length }),
      examples,
      faults: [],
      at: 100,
    });
    expect(await imports.take(batch([a, b, { ...a, line: 3 }]))).toMatchObject({
      total: 3,
      accepted: 2,
      duplicates: 1,
    });
    expect(await imports.take(batch([b]))).toMatchObject({ total: 1, accepted: 0, duplicates: 1 });
    const heldOut = { ...a, declaredSplit: 'holdout' as const };
    expect(await imports.take(batch([heldOut]))).toMatchObject({ accepted: 1, duplicates: 0 });
  });

  it('list newest first, page by page, each project its own', async () => {
    for (const id of ['imp_1', 'imp_2', 'imp_3']) {
      await imports.put(anImport({ id }), 100);
    }
    await imports.put(anImport({ id: 'imp_4', projectId: 'prj_two' }), 100);
    const page = await imports.list({ projectId: 'prj_one', after: null, limit: 2 });
    expect(page.map((one) => one.id)).toEqual(['imp_3', 'imp_2']);
    const rest = await imports.list({ projectId: 'prj_one', after: 'imp_2', limit: 2 });
    expect(rest.map((one) => one.id)).toEqual(['imp_1']);
  });

  it('give their faults by line and field, page by page', async () => {
    const faults = [aFault(9), aFault(2, 'text'), aFault(2, 'label'), aFault(2, 'label')];
    await imports.take({ record: anImport(), examples: [], faults, at: 100 });
    const page = await imports.faults({ importId: 'imp_1', after: null, limit: 2 });
    expect(page).toEqual([aFault(2, 'label'), aFault(2, 'text')]);
    const rest = await imports.faults({ importId: 'imp_1', after: { line: 2, field: 'text' }, limit: 2 });
    expect(rest).toEqual([aFault(9)]);
  });

  it('take more faults at once than one statement can bind', async () => {
    const faults = Array.from({ length: 9_000 }, (_, at) => aFault(at + 1));
    await imports.take({ record: anImport(), examples: [], faults, at: 100 });
    expect(await imports.faults({ importId: 'imp_1', after: { line: 8_999, field: '' }, limit: 5 })).toHaveLength(1);
  });

  it('are failed once nobody has touched them for long', async () => {
    await imports.put(anImport(), 100);
    await imports.put(anImport({ id: 'imp_2', state: 'done' }), 100);
    const question = { at: 500, untouchedSinceMs: 100, atStart: false, problem: 'interrupted' };
    expect(await imports.failInterrupted(question)).toBe(0);
    expect(await imports.failInterrupted({ ...question, untouchedSinceMs: 101 })).toBe(1);
    expect(await imports.find('prj_one', 'imp_1')).toMatchObject({
      state: 'failed',
      problem: 'interrupted',
      finishedAt: 500,
    });
  });

  it('are failed at the start of the only process that can have run them', async () => {
    await imports.put(anImport(), 100);
    const failed = await imports.failInterrupted({
      at: 101,
      untouchedSinceMs: 0,
      atStart: true,
      problem: 'interrupted',
    });
    expect(failed).toBe(database.engine === 'sqlite' ? 1 : 0);
  });

  it('know no project that is not there', async () => {
    expect(await imports.knowsProject('prj_nobody')).toBe(false);
  });
});
