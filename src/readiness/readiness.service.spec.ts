import { someThresholds } from '../../test/builders/readiness-rows.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeReadinessMeter } from '../../test/fakes/readiness-meter.fake.js';
import { allMigrations } from '../migrations/all-migrations.sql.js';
import type { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import { Log } from '../platform/telemetry/log.client.js';
import { SqlDatasetStore } from './dataset-store.sql.js';
import { type MeasureRequest, ReadinessService } from './readiness.service.js';
import { SqlReportStore } from './report-store.sql.js';
import { type CapturedExchange } from './rows/example-from-exchange.js';
import { SqlExampleStore } from './rows/example-store.sql.js';

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

function anExchange(at: number): CapturedExchange {
  const id = `exc_${String(at).padStart(4, '0')}`;
  const content = `alpha${at} beta${at} gamma${at} delta${at}`;
  const message = { role: 'assistant', content: at % 2 === 0 ? 'yes' : 'no' };
  return {
    id,
    at,
    outcome: 'ok',
    truncated: false,
    request: json({ messages: [{ role: 'user', content }] }),
    response: json({ choices: [{ message, finish_reason: at === 7 ? 'length' : 'stop' }] }),
  };
}

async function* captured(count: number): AsyncGenerator<CapturedExchange> {
  for (let at = 0; at < count; at += 1) {
    yield anExchange(at);
  }
}

describe('measuring a project', () => {
  let database: Database;
  let meter: FakeReadinessMeter;
  let service: ReadinessService;
  let datasets: SqlDatasetStore;

  beforeEach(async () => {
    database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    meter = new FakeReadinessMeter();
    datasets = new SqlDatasetStore(database);
    const stores = [new SqlExampleStore(database), datasets, new SqlReportStore(database)] as const;
    service = new ReadinessService(...stores, meter, new FakeClock(), new Log('silent'));
  });

  afterEach(() => database.close());

  const request = (parts: Partial<MeasureRequest> = {}): MeasureRequest => ({
    reportId: 'rdy_1',
    projectId: 'prj_one',
    thresholds: someThresholds,
    candidateContextTokens: 4096,
    taskKind: 'closed-set classification',
    captured: captured(0),
    ...parts,
  });

  it('takes in captured traffic, freezes the data set and gives evidence of both', async () => {
    const { report, datasetId, evidence } = await service.measure(request({ captured: captured(1_000) }));
    expect(report.funnel[0]).toMatchObject({ step: 'delivered', rows: 1_000 });
    expect(report.funnel[1]?.removed).toEqual([{ reason: 'traffic: answer-cut', rows: 1 }]);
    expect(report.usableTrainRows + report.holdoutRows).toBe(999);
    const train = await datasets.rowsOf(datasetId ?? '', 'train');
    expect(train).toHaveLength(report.usableTrainRows);
    expect(evidence.map((one) => [one.kind, one.outcome, one.inputsDigest])).toEqual([
      ['readiness.report', 'pass', report.datasetDigest],
      ['dataset.frozen', 'pass', report.datasetDigest],
    ]);
    expect(evidence[0]?.value.checks).toHaveLength(report.findings.length);
    expect(evidence[1]?.value).toEqual({
      datasetId,
      datasetDigest: report.datasetDigest,
      trainRows: report.usableTrainRows,
      holdoutRows: report.holdoutRows,
    });
  });

  it('gives the same report to the same id, and the same data set to the same rows', async () => {
    const first = await service.measure(request({ captured: captured(200) }));
    expect(await service.measure(request({ captured: captured(300) }))).toEqual(first);
    const again = await service.measure(request({ reportId: 'rdy_2', captured: captured(200) }));
    expect(again.datasetId).toBe(first.datasetId);
    const more = await service.measure(request({ reportId: 'rdy_3', captured: captured(300) }));
    expect(more.datasetId).not.toBe(first.datasetId);
  });

  it('freezes nothing and passes nothing when there is nothing', async () => {
    const { report, datasetId, evidence } = await service.measure(request());
    expect([report.verdict, datasetId, report.missingRows]).toEqual(['fail', null, someThresholds.trainRowsMin]);
    expect(evidence.map((one) => [one.kind, one.outcome])).toEqual([['readiness.report', 'fail']]);
  });

  it('stays open while the length that the candidate can read is not known', async () => {
    const { report, evidence } = await service.measure(
      request({ captured: captured(1_000), candidateContextTokens: null }),
    );
    expect(report.verdict).toBe('inconclusive');
    const checks = evidence[0]?.value.checks as { id: string; outcome: string }[];
    expect(checks.find((check) => check.id === 'T01')?.outcome).toBe('inconclusive');
  });

  it('reports an error when measuring breaks, and nothing is known', async () => {
    meter.broken = true;
    const { report, datasetId, evidence } = await service.measure(request({ captured: captured(100) }));
    expect([report.verdict, datasetId, report.findings]).toEqual(['error', null, []]);
    expect(evidence.map((one) => one.outcome)).toEqual(['error']);
  });
});
