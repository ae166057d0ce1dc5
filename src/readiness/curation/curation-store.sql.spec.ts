import { anImport } from '../../../test/builders/an-import.js';
import { aRow } from '../../../test/builders/readiness-rows.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import type { Database } from '../../platform/database/database.sql.js';
import { SqlImportStore } from '../imports/import-store.sql.js';
import { type KeyedExample, makeExample } from '../rows/example.js';
import { SqlExampleStore } from '../rows/example-store.sql.js';
import { SqlSegmentStore } from '../segments/segment-store.sql.js';
import type { NewCurationStep } from './curation-store.js';
import { SqlCurationStore } from './curation-store.sql.js';
import type { RowChange, RowEdit } from './row-edit.js';

const projectId = 'prj_one';
const aStep = (id: string, parts: Partial<NewCurationStep> = {}): NewCurationStep => ({
  id,
  projectId,
  action: 'drop-by-row-keys',
  parameters: { keys: 1 },
  effect: { rows: -1 },
  reason: 'because',
  digestBefore: null,
  by: 'ada',
  at: 50,
  ...parts,
});
const edit = ({ rowKey, declaredSplit }: KeyedExample, change: RowChange): RowEdit => ({
  rowKey,
  declaredSplit,
  change,
});
const replaced = (text: string): RowChange => ({
  kind: 'replace',
  content: { kind: 'chat', messages: aRow({ text }).messages },
});

describeOnEachDatabase('curation', (stores) => {
  let database: Database;
  let steps: SqlCurationStore;
  let examples: SqlExampleStore;
  let segments: SqlSegmentStore;
  const [a, b, c] = ['a', 'b', 'c'].map((text, at) => aRow({ text, line: at + 1 })) as [
    KeyedExample,
    KeyedExample,
    KeyedExample,
  ];

  beforeEach(async () => {
    database = await stores.open();
    steps = new SqlCurationStore(database);
    examples = new SqlExampleStore(database);
    segments = new SqlSegmentStore(database);
    const record = anImport({ projectId });
    await new SqlImportStore(database).take({ record, examples: [a, b, c], faults: [], at: 1 });
  });

  const texts = async () => {
    const { rows } = await examples.page({ projectId, after: null, limit: 10 });
    return rows.map((row) => `${row.declaredSplit} ${row.input}`).sort();
  };
  const revision = async () => (await segments.list(projectId))[0]?.revision;

  it('drops, replaces and moves rows, and gives all of it back when it is undone', async () => {
    const before = await examples.page({ projectId, after: null, limit: 10 });
    const made = await steps.apply(aStep('cst_1'), [
      edit(a, { kind: 'drop' }),
      edit(b, replaced('mended')),
      edit(c, { kind: 'move', to: 'holdout' }),
    ]);
    expect(made).toMatchObject({ sequence: 1, edits: 3, undone: null });
    expect(await texts()).toEqual(['holdout c', 'train mended']);
    const undone = await steps.undo({ projectId, stepId: 'cst_1', by: 'bob', at: 60 });
    expect(undone?.undone).toEqual({ by: 'bob', at: 60 });
    expect(await examples.page({ projectId, after: null, limit: 10 })).toEqual(before);
  });

  it('computes the keys of a replaced row from its content, and keeps where it came from', async () => {
    await steps.apply(aStep('cst_1'), [edit(b, replaced('mended'))]);
    const { rows } = await examples.page({ projectId, after: null, limit: 10 });
    const mended = rows.find((row) => row.input === 'mended');
    const { origin, originId, line, declaredSplit } = b;
    const content = { kind: 'chat', messages: aRow({ text: 'mended' }).messages } as const;
    expect(mended).toEqual(makeExample(content, { origin, originId, line, declaredSplit }));
  });

  it('lets later steps name rows as earlier ones left them', async () => {
    await steps.apply(aStep('cst_1'), [edit(a, replaced('first'))]);
    await steps.apply(aStep('cst_2'), [edit(aRow({ text: 'first' }), { kind: 'move', to: 'holdout' })]);
    await steps.apply(aStep('cst_3'), [edit(aRow({ text: 'first', split: 'holdout' }), replaced('second'))]);
    expect(await texts()).toEqual(['holdout second', 'train b', 'train c']);
    await steps.undo({ projectId, stepId: 'cst_2', by: 'bob', at: 60 });
    expect(await texts()).toEqual(['train b', 'train c', 'train first']);
    await steps.undo({ projectId, stepId: 'cst_1', by: 'bob', at: 60 });
    expect(await texts()).toEqual(['train a', 'train b', 'train c']);
  });

  it('applies a step once to each row: what it made is not changed by it again', async () => {
    await steps.apply(aStep('cst_1'), [edit(a, replaced('b')), edit(b, replaced('c'))]);
    expect(await texts()).toEqual(['train b', 'train c', 'train c']);
  });

  it('marks the segments of the rows as changed, and no others', async () => {
    const first = await revision();
    await steps.apply(aStep('cst_1'), [edit(a, replaced('x'))]);
    expect(await revision()).toBe((first ?? 0) + 1);
    await steps.apply(aStep('cst_2'), [edit(aRow({ text: 'x' }), { kind: 'drop' })]);
    expect(await revision()).toBe((first ?? 0) + 2);
    await steps.apply(aStep('cst_3'), [edit(aRow({ text: 'nobody' }), { kind: 'drop' })]);
    expect(await revision()).toBe((first ?? 0) + 2);
    await steps.undo({ projectId, stepId: 'cst_2', by: 'bob', at: 60 });
    await steps.undo({ projectId, stepId: 'cst_2', by: 'eve', at: 70 });
    expect(await revision()).toBe((first ?? 0) + 3);
  });

  it('counts nothing of a step whose edits broke off', async () => {
    async function* breaking() {
      yield edit(a, { kind: 'drop' });
      throw new Error('gone');
    }
    await expect(steps.apply(aStep('cst_1'), breaking())).rejects.toThrow('gone');
    expect(await texts()).toEqual(['train a', 'train b', 'train c']);
    expect(await steps.list(projectId)).toEqual([]);
    await expect(steps.apply(aStep('cst_1'), [])).rejects.toThrow('being applied');
    const later = aStep('cst_1', { at: 100_000 });
    expect(await steps.apply(later, [edit(b, { kind: 'drop' })])).toMatchObject({ edits: 1 });
    expect(await texts()).toEqual(['train a', 'train c']);
  });

  it('refuses content that is no example before anything counts', async () => {
    const content = { kind: 'chat', messages: [] } as const;
    await expect(steps.apply(aStep('cst_1'), [edit(a, { kind: 'replace', content })])).rejects.toThrow(RangeError);
    expect(await texts()).toEqual(['train a', 'train b', 'train c']);
  });

  it('lists steps newest first, each project its own, and the edits of one by row', async () => {
    await steps.apply(aStep('cst_1'), [edit(a, { kind: 'drop' }), edit(b, { kind: 'move', to: 'holdout' })]);
    await steps.apply(aStep('cst_2'), []);
    await steps.apply(aStep('cst_3', { projectId: 'prj_two' }), []);
    expect((await steps.list(projectId)).map((step) => [step.id, step.sequence])).toEqual([
      ['cst_2', 2],
      ['cst_1', 1],
    ]);
    expect(await steps.find('prj_two', 'cst_1')).toBeNull();
    const first = await steps.editsOf({ stepId: 'cst_1', after: null, limit: 1 });
    const rest = await steps.editsOf({ stepId: 'cst_1', after: first[0] ?? null, limit: 5 });
    expect(new Set([...first, ...rest].map((one) => one.change.kind))).toEqual(new Set(['drop', 'move']));
    expect(await steps.undo({ projectId, stepId: 'cst_9', by: 'ada', at: 1 })).toBeNull();
  });

  it('takes thousands of edits, and gives rows in pages all the same', async () => {
    const many = Array.from({ length: 2_300 }, (_, at) => aRow({ text: `many ${at}`, line: at }));
    const imports = new SqlImportStore(database);
    for (let from = 0; from < many.length; from += 500) {
      const batch = many.slice(from, from + 500);
      await imports.take({ record: anImport({ projectId, id: 'imp_2' }), examples: batch, faults: [], at: 2 });
    }
    await steps.apply(
      aStep('cst_1'),
      many.slice(0, 2_000).map((row) => edit(row, { kind: 'drop' })),
    );
    let count = 0;
    for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
      const page: Awaited<ReturnType<typeof examples.page>> = await examples.page({ projectId, after, limit: 700 });
      count += page.rows.length;
      after = page.next;
    }
    expect(count).toBe(303);
  });
});
