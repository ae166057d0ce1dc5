import { anImport } from '../../../test/builders/an-import.js';
import { aRow } from '../../../test/builders/readiness-rows.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import type { Database } from '../../platform/database/database.sql.js';
import { noImages } from '../images/image-tally.js';
import { SqlExampleStore } from '../rows/example-store.sql.js';
import { SqlSegmentStore } from '../segments/segment-store.sql.js';
import { noFileFacts } from './file-facts.js';
import type { ImportFault } from './import-fault.js';
import type { ImportRecord } from './import-record.js';
import { SqlImportStore } from './import-store.sql.js';
import { SqlImportUpkeep } from './import-upkeep.sql.js';
import { noRights } from './rights-declaration.js';

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
  let upkeep: SqlImportUpkeep;

  beforeEach(async () => {
    database = await stores.open();
    imports = new SqlImportStore(database);
    upkeep = new SqlImportUpkeep(database);
  });

  it('come back as they were put', async () => {
    const record = anImport({
      state: 'done',
      sha256: 'ab',
      rejectedByCode: { 'row.csv': 2 },
      trimmed: 1,
      fileFacts: { ...noFileFacts, kind: 'csv', shapes: { classification: 2 } },
      rights: { ...noRights, spdx: 'MIT', purposeIncludesTraining: false },
      images: { ...noImages, references: 3, issues: { dark: 1 } },
      bytesTotal: 99,
      resumedFrom: 'imp_0',
      touchedAt: 200,
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
    const page = await upkeep.faults({ importId: 'imp_1', after: null, limit: 2 });
    expect(page).toEqual([aFault(2, 'label'), aFault(2, 'text')]);
    const rest = await upkeep.faults({ importId: 'imp_1', after: { line: 2, field: 'text' }, limit: 2 });
    expect(rest).toEqual([aFault(9)]);
  });

  it('take more faults at once than one statement can bind', async () => {
    const faults = Array.from({ length: 9_000 }, (_, at) => aFault(at + 1));
    await imports.take({ record: anImport(), examples: [], faults, at: 100 });
    expect(await upkeep.faults({ importId: 'imp_1', after: { line: 8_999, field: '' }, limit: 5 })).toHaveLength(1);
  });

  it('are failed once nobody has touched them for long', async () => {
    await imports.put(anImport(), 100);
    await imports.put(anImport({ id: 'imp_2', state: 'done' }), 100);
    const question = { at: 500, untouchedSinceMs: 100, atStart: false, problem: 'interrupted' };
    expect(await upkeep.failInterrupted(question)).toBe(0);
    expect(await upkeep.failInterrupted({ ...question, untouchedSinceMs: 101 })).toBe(1);
    expect(await imports.find('prj_one', 'imp_1')).toMatchObject({
      state: 'failed',
      problem: 'interrupted',
      finishedAt: 500,
    });
  });

  it('are failed at the start of the only process that can have run them', async () => {
    await imports.put(anImport(), 100);
    const failed = await upkeep.failInterrupted({
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

  it('give the newest of a name and split, unless it was withdrawn', async () => {
    const question = { projectId: 'prj_one', fileName: 'train.csv', split: 'train' } as const;
    expect(await imports.newestOf(question)).toBeNull();
    await imports.put(anImport({ id: 'imp_1' }), 100);
    await imports.put(anImport({ id: 'imp_2', state: 'failed' }), 100);
    await imports.put(anImport({ id: 'imp_3', split: 'holdout' }), 100);
    expect(await imports.newestOf(question)).toMatchObject({ id: 'imp_2' });
    await imports.put(anImport({ id: 'imp_4', withdrawn: { at: 1, by: 'ada', reason: 'x' } }), 100);
    expect(await imports.newestOf(question)).toBeNull();
  });
});

describeOnEachDatabase('withdrawing an upload', (stores) => {
  let database: Database;
  let imports: SqlImportStore;
  let upkeep: SqlImportUpkeep;
  let examples: SqlExampleStore;
  const projectId = 'prj_one';
  const withdrawal = { at: 900, by: 'ada', reason: 'not ours' };
  const row = (text: string, originId: string, line = 1) => aRow({ text, originId, line });

  beforeEach(async () => {
    database = await stores.open();
    imports = new SqlImportStore(database);
    upkeep = new SqlImportUpkeep(database);
    examples = new SqlExampleStore(database);
  });

  const take = (id: string, texts: readonly string[], parts: Partial<ImportRecord> = {}) =>
    imports.take({
      record: anImport({ id, state: 'done', total: texts.length, accepted: texts.length, ...parts }),
      examples: texts.map((text, at) => row(text, id, at + 1)),
      faults: [],
      at: 100,
    });
  const rows = async () => {
    const page = await examples.page({ projectId, after: null, limit: 50 });
    return page.rows.map((one) => `${one.input} of ${one.originId}`).sort();
  };
  const segment = async () => (await new SqlSegmentStore(database).list(projectId))[0];

  it('takes its rows out, and no others, and marks their segment', async () => {
    const first = await take('imp_1', ['a', 'b']);
    await take('imp_2', ['c']);
    const before = (await segment())?.revision ?? 0;
    expect((await upkeep.withdraw(first, withdrawal)).withdrawn).toEqual(withdrawal);
    expect(await rows()).toEqual(['c of imp_2']);
    expect((await segment())?.revision).toBe(before + 1);
    expect(await imports.find(projectId, 'imp_1')).toMatchObject({ accepted: 2, withdrawn: withdrawal });
    const { allImports } = await examples.tally(projectId);
    expect([allImports.rows, allImports.accepted]).toEqual([1, 1]);
  });

  it('leaves a row that another upload or traffic delivered too to them', async () => {
    const first = await take('imp_1', ['a', 'b', 'c']);
    await take('imp_2', ['b']);
    await take('imp_3', ['b']);
    const auto = await imports.take({
      record: anImport({ id: 'imp_4', split: 'auto', total: 1, accepted: 1 }),
      examples: [aRow({ text: 'd', split: 'auto', originId: 'imp_4' })],
      faults: [],
      at: 100,
    });
    const captured = aRow({ text: 'd', split: 'auto', origin: 'exchange', originId: 'exc_1' });
    await examples.takeCaptured({ projectId, results: [{ exchangeId: 'exc_1', at: 5, result: captured }], at: 100 });
    expect((await examples.tally(projectId)).captured).toMatchObject({ taken: 0, duplicates: 1 });
    await upkeep.withdraw(first, withdrawal);
    await upkeep.withdraw(auto, withdrawal);
    expect(await rows()).toEqual(['b of imp_2', 'd of exc_1']);
    expect(await imports.find(projectId, 'imp_2')).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await imports.find(projectId, 'imp_3')).toMatchObject({ accepted: 0, duplicates: 1 });
    expect((await examples.tally(projectId)).captured).toMatchObject({ taken: 1, duplicates: 0 });
  });

  it('takes out what it went on with too', async () => {
    await take('imp_1', ['a'], { state: 'failed' });
    const second = await take('imp_2', ['a', 'b'], { resumedFrom: 'imp_1' });
    await upkeep.withdraw(second, withdrawal);
    expect(await rows()).toEqual([]);
    expect(await imports.find(projectId, 'imp_1')).toMatchObject({ withdrawn: withdrawal });
  });

  it('is made good by uploading again: the rows are new, and of the newer upload', async () => {
    await upkeep.withdraw(await take('imp_1', ['a', 'b']), withdrawal);
    expect(await take('imp_2', ['a'])).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await rows()).toEqual(['a of imp_2']);
    expect(await take('imp_3', ['a', 'b'])).toMatchObject({ accepted: 1, duplicates: 1 });
  });
});
