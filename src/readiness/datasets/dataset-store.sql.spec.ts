import { anImport } from '../../../test/builders/an-import.js';
import { aRow } from '../../../test/builders/readiness-rows.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { sha256Hex } from '../../kernel/digest.js';
import type { Database } from '../../platform/database/database.sql.js';
import { SqlCurationStore } from '../curation/curation-store.sql.js';
import { SqlImportStore } from '../imports/import-store.sql.js';
import type { ReadinessReport } from '../report/readiness-report.js';
import { SqlReportStore } from '../report/report-store.sql.js';
import { type KeyedExample, makeExample, type RowContent } from '../rows/example.js';
import type { DatasetContent } from './dataset-reader.js';
import type { FrozenDataset, RowToFreeze } from './dataset-store.js';
import { SqlDatasetStore } from './dataset-store.sql.js';

const projectId = 'prj_one';
const rows = Array.from({ length: 1_200 }, (_, at) =>
  aRow({ text: `text ${at}`, label: `l${at % 3}`, line: at, split: at < 900 ? 'train' : 'auto' }),
);
const kept: RowToFreeze[] = rows.map(({ rowKey, declaredSplit }, at) => ({
  rowKey,
  declaredSplit,
  side: at < 1_000 ? 'train' : 'holdout',
}));

function aDataset(parts: Partial<FrozenDataset> = {}): FrozenDataset {
  const manifest = { splitSalt: 's', funnel: [], methodVersion: 'readiness/1' };
  return {
    id: 'dst_1',
    projectId,
    digest: 'sha256:aa',
    trainRows: 1_000,
    holdoutRows: 200,
    manifest,
    frozenAt: 5,
    frozenBy: 'ada',
    ...parts,
  };
}

describeOnEachDatabase('data sets', (stores) => {
  let database: Database;
  let datasets: SqlDatasetStore;

  beforeEach(async () => {
    database = await stores.open();
    datasets = new SqlDatasetStore(database);
    const imports = new SqlImportStore(database);
    const record = anImport({ projectId, state: 'done' });
    for (let from = 0; from < rows.length; from += 500) {
      await imports.take({ record, examples: rows.slice(from, from + 500), faults: [], at: 1 });
    }
  });

  it('keep their rows by side, with text and label', async () => {
    expect(await datasets.freeze(aDataset(), kept)).toEqual(aDataset());
    const [train, holdout] = [await datasets.rowsOf('dst_1', 'train'), await datasets.rowsOf('dst_1', 'holdout')];
    expect([train.length, holdout.length]).toEqual([1_000, 200]);
    const known = rows.find((row) => row.rowKey === train[0]?.rowKey);
    expect(train[0]).toEqual({ rowKey: known?.rowKey, text: known?.input, label: known?.label });
    expect(await datasets.rowsOf('dst_2', 'train')).toEqual([]);
    const some = [train[3], holdout[1]].map((row) => row?.rowKey ?? '').sort();
    expect((await datasets.rowsWith('dst_1', [...some, 'f'.repeat(64)])).map(({ rowKey }) => rowKey)).toEqual(some);
    expect(await datasets.rowsWith('dst_1', [])).toEqual([]);
    expect(await datasets.rowsWith('dst_2', some)).toEqual([]);
  });

  it('tell their hold-out by its keys alone, whatever is trained on, and nothing of one that is not whole', async () => {
    const keys = kept.flatMap(({ rowKey, side }) => (side === 'holdout' ? [rowKey] : [])).sort();
    const digest = `sha256:${sha256Hex(keys.map((key) => `${key} holdout\n`).join(''))}`;
    expect(await datasets.holdoutDigest('dst_1')).toBeNull();
    await datasets.freeze(aDataset(), kept);
    const fewer = kept.slice(100);
    await datasets.freeze(aDataset({ id: 'dst_2', digest: 'sha256:bb', trainRows: 900 }), fewer);
    await datasets.freeze(aDataset({ id: 'dst_3', digest: 'sha256:cc', holdoutRows: 199 }), kept.slice(0, -1));
    await datasets.freeze(aDataset({ id: 'dst_4', digest: 'sha256:dd', holdoutRows: 0 }), kept.slice(0, 1_000));
    await datasets.freeze(aDataset({ id: 'dst_5', digest: 'sha256:ee', holdoutRows: 300 }), kept);
    const told = await Promise.all(['dst_1', 'dst_2', 'dst_4', 'dst_5'].map((id) => datasets.holdoutDigest(id)));
    expect(told).toEqual([digest, digest, null, null]);
    expect(await datasets.holdoutDigest('dst_3')).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await datasets.holdoutDigest('dst_3')).not.toBe(digest);
  });

  it('are the same when the same is frozen again, and stay as they were', async () => {
    await datasets.freeze(aDataset(), kept);
    expect(await datasets.freeze(aDataset({ frozenAt: 9, frozenBy: 'bob' }), kept)).toEqual(aDataset());
    expect(await datasets.list(projectId, 10)).toEqual([aDataset()]);
    expect(await datasets.list('prj_two', 10)).toEqual([]);
  });

  it('are not there at all when a row to be kept is missing, and can be completed', async () => {
    const stranger: RowToFreeze = { rowKey: 'nobody', declaredSplit: 'train', side: 'train' };
    await expect(datasets.freeze(aDataset(), [...kept, stranger])).rejects.toThrow(/1200 rows where 1201/);
    expect(await datasets.find(projectId, 'dst_1')).toBeNull();
    await datasets.freeze(aDataset(), kept);
    expect(await datasets.find(projectId, 'dst_1')).toEqual(aDataset());
  });

  it('keep rows as edits left them: replaced, moved to the other side, streamed in', async () => {
    const edits = new SqlCurationStore(database);
    const [first, second] = rows as [KeyedExample, KeyedExample];
    const content: RowContent = {
      kind: 'chat',
      messages: aRow({ text: 'mended' }).messages,
      tools: [{ name: 'f', parameters: '{}' }],
    };
    const step = { projectId, action: 'relabel', parameters: {}, effect: {}, reason: 'x', digestBefore: null };
    await edits.apply({ ...step, id: 'cst_1', by: 'ada', at: 3 }, [
      { rowKey: first.rowKey, declaredSplit: 'train', change: { kind: 'replace', content } },
      { rowKey: second.rowKey, declaredSplit: 'train', change: { kind: 'move', to: 'holdout' } },
    ]);
    const mended = makeExample(content, { origin: 'import', originId: 'imp_1', line: 0, declaredSplit: 'train' });
    async function* standing(): AsyncGenerator<RowToFreeze> {
      yield { rowKey: mended.rowKey, declaredSplit: 'train', side: 'train' };
      yield { rowKey: second.rowKey, declaredSplit: 'holdout', side: 'holdout' };
      yield* kept.slice(2);
    }
    await datasets.freeze(aDataset(), standing());
    const found: DatasetContent[] = [];
    for (const side of ['train', 'holdout'] as const) {
      for await (const page of datasets.contentsOf('dst_1', side)) {
        found.push(...page);
      }
    }
    expect(found).toHaveLength(1_200);
    expect(found.find((row) => row.rowKey === mended.rowKey)).toMatchObject({ text: 'mended', tools: content.tools });
    expect((await datasets.rowsOf('dst_1', 'holdout')).some((row) => row.rowKey === second.rowKey)).toBe(true);
  });

  it('are found in their own project only', async () => {
    await datasets.freeze(aDataset(), kept);
    expect(await datasets.find('prj_two', 'dst_1')).toBeNull();
  });
});

describeOnEachDatabase('readiness reports', (stores) => {
  it('come back as they were given, newest first, and are never overwritten', async () => {
    const reports = new SqlReportStore(await stores.open());
    const report = (id: string, more: Partial<ReadinessReport> = {}) =>
      ({
        id,
        projectId,
        createdAt: 7,
        verdict: 'warn',
        datasetDigest: null,
        findings: [],
        ...more,
      }) as unknown as ReadinessReport;
    await reports.add(report('rdy_1'));
    await reports.add(report('rdy_2', { datasetDigest: 'sha256:aa' }));
    await reports.add(report('rdy_1', { verdict: 'pass' }));
    expect(await reports.find(projectId, 'rdy_1')).toMatchObject(report('rdy_1'));
    expect(await reports.find('prj_two', 'rdy_1')).toBeNull();
    const list = (after: string | null) => reports.list({ projectId, after, limit: 5 });
    expect((await list(null)).map((one) => one.id)).toEqual(['rdy_2', 'rdy_1']);
    expect((await list('rdy_2')).map((one) => one.id)).toEqual(['rdy_1']);
  });
});
