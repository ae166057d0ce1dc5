import { aFinding, aReport } from '../../../test/builders/a-readiness-report.js';
import { anImport } from '../../../test/builders/an-import.js';
import { anExample } from '../../../test/builders/row-facts.js';
import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { FakeRowMeter } from '../../../test/fakes/row-meter.fake.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { isRefusal } from '../../kernel/refusal.js';
import { SqlImportStore } from '../imports/import-store.sql.js';
import { SqlReportStore } from '../report/report-store.sql.js';
import { SqlExampleStore } from '../rows/example-store.sql.js';
import { type ApplyRequest, CurationService } from './curation.service.js';
import { SqlCurationStore } from './curation-store.sql.js';

const projectId = 'prj_one';
const request: ApplyRequest = {
  projectId,
  action: 'mask-personal-data',
  parameters: {},
  reason: 'Nobody needs the addresses.',
  by: 'ada',
  idempotencyKey: 'key-1',
  planDigest: null,
};

const rows = [
  anExample({ input: 'write to ada@example.com please', line: 1 }),
  anExample({ input: 'call me on +44 20 7946 0958', line: 2, declaredSplit: 'holdout' }),
  ...Array.from({ length: 3 }, (_, at) => anExample({ input: `question number ${at}`, line: at + 3 })),
];

/** The result, where a refusal would be a fault of the test. */
function taken<Result>(result: Result): Exclude<Result, { refused: true }> {
  if (isRefusal(result)) {
    throw new Error(result.detail);
  }
  return result as Exclude<Result, { refused: true }>;
}

describeOnEachDatabase('the curation of a project', (stores) => {
  let curation: CurationService;
  let reports: SqlReportStore;
  let examples: SqlExampleStore;

  beforeEach(async () => {
    const database = await stores.open();
    reports = new SqlReportStore(database);
    examples = new SqlExampleStore(database);
    const record = anImport({ projectId });
    await new SqlImportStore(database).take({ record, examples: rows, faults: [], at: 1 });
    const steps = new SqlCurationStore(database);
    curation = new CurationService(examples, steps, reports, new FakeRowMeter(), new FakeClock());
  });

  const measured = () => reports.add(aReport({ projectId, findings: [aFinding({ action: 'drop-leaked' })] }));
  const inputs = async () =>
    (await examples.page({ projectId, after: null, limit: 50 })).rows.map(({ input }) => input).sort();

  it('waits for a first report', async () => {
    expect(await curation.preview(request)).toMatchObject({ code: 'conflict' });
  });

  it('offers every action, with what the newest report says of it', async () => {
    await measured();
    const offered = await curation.offered(projectId);
    expect(offered.find(({ action }) => action.id === 'drop-leaked')?.findings[0]?.effect?.rows).toBe(-44);
    expect(offered.find(({ action }) => action.id === 'relabel')?.findings).toEqual([]);
  });

  it('shows what would change, masked, and changes nothing', async () => {
    await measured();
    const before = await inputs();
    const effect = taken(await curation.preview(request));
    expect(effect).toMatchObject({ rows: 5, replaced: 2, moved: 0, dropped: { train: 0, holdout: 0 } });
    expect(JSON.stringify(effect.sample)).not.toContain('ada@example.com');
    expect(effect.sample.find(({ line }) => line === 1)?.after).toMatch(/\[EMAIL_/);
    expect(await inputs()).toEqual(before);
  });

  it('takes a step once, however often it is asked with one key', async () => {
    await measured();
    const first = taken(await curation.apply(request));
    const again = taken(await curation.apply(request));
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.step).toEqual(first.step);
    expect(first.step).toMatchObject({ edits: 2, by: 'ada', reason: request.reason, sequence: 1 });
    expect(first.step.digestBefore).toMatch(/^sha256:/);
    expect(JSON.stringify(await inputs())).not.toContain('ada@example.com');
    expect(await curation.history(projectId)).toHaveLength(1);
  });

  it('refuses a key that was used for something else', async () => {
    await measured();
    await curation.apply(request);
    expect(await curation.apply({ ...request, reason: 'another' })).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('refuses a step that changes nothing, and one whose preview is out of date', async () => {
    await measured();
    const nothing = { ...request, action: 'merge-turns', idempotencyKey: 'key-2' };
    expect(await curation.apply(nothing)).toMatchObject({ code: 'conflict' });
    const stale = { ...request, planDigest: `sha256:${'0'.repeat(64)}` };
    expect(await curation.apply(stale)).toMatchObject({ code: 'evidence-changed' });
    const { planDigest } = taken(await curation.preview(request));
    expect(taken(await curation.apply({ ...request, planDigest })).step.edits).toBe(2);
  });

  it('gives every row back when the step is undone', async () => {
    await measured();
    const before = await inputs();
    const { step } = taken(await curation.apply(request));
    const undone = taken(await curation.undo({ projectId, stepId: step.id, by: 'bob' }));
    expect(undone.undone?.by).toBe('bob');
    expect(await inputs()).toEqual(before);
    expect(await curation.undo({ projectId, stepId: 'cur_none', by: 'bob' })).toMatchObject({ code: 'not-found' });
  });

  it('names every fault of a request', async () => {
    await measured();
    expect(await curation.preview({ ...request, action: 'polish' })).toMatchObject({ code: 'bad-request' });
    const faulty = { ...request, action: 'relabel', parameters: { alias: 1 } };
    const refused = await curation.preview(faulty);
    expect(isRefusal(refused) ? refused.fields?.length : 0).toBe(2);
  });
});
