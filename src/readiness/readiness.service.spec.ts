import {
  aMeasureRequest,
  anAssessRequest,
  type ReadinessRooms,
  readinessRooms,
} from '../../test/builders/readiness-rooms.js';
import { somePolicyNumbers } from '../../test/builders/set-context.js';
import { allMigrations } from '../migrations/all-migrations.sql.js';
import type { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import type { CapturedExchange } from './rows/example-from-exchange.js';

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

function anExchange(at: number): CapturedExchange {
  const id = `exc_${String(at).padStart(5, '0')}`;
  const content = `alpha${at} beta${at} gamma${at} delta${at}`;
  const message = { role: 'assistant', content: at % 2 === 0 ? 'yes' : 'no' };
  return {
    id,
    at,
    outcome: 'ok',
    truncated: false,
    request: json({ messages: [{ role: 'user', content }] }),
    response: json({ model: 'stand-in-1', choices: [{ message, finish_reason: at === 7 ? 'length' : 'stop' }] }),
  };
}

async function* exchanges(count: number, from = 0): AsyncGenerator<CapturedExchange> {
  for (let at = from; at < count; at += 1) {
    yield anExchange(at);
  }
}

/** As the project declares it: answers of a model of its own, of nobody's words. */
const declared = {
  captured: [
    { vendor: 'stand-in', route: 'openward/own', address: null, model: 'stand-in-1', at: 1_790_000_000_000, rows: 999 },
  ],
  trafficConsent: { legalBasis: 'no-personal-data', purposeIncludesTraining: true, retentionUntil: null, optOuts: 0 },
};

describe('measuring a project', () => {
  let database: Database;
  let rooms: ReadinessRooms;

  beforeEach(async () => {
    database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    rooms = readinessRooms(database);
  });

  afterEach(() => database.close());

  const outcomeOf = (findings: readonly { checkId: string; outcome: string }[], id: string) =>
    findings.find((one) => one.checkId === id)?.outcome;

  it('takes in captured traffic, freezes the data set and gives evidence of both', async () => {
    const request = aMeasureRequest({ ...declared, exchanges: exchanges(1_000) });
    const { report, datasetId, evidence } = await rooms.service.measure(request);
    expect(report.funnel[0]).toMatchObject({ step: 'captured', rows: 1_000 });
    expect(report.funnel.flatMap((step) => step.removed)).toContainEqual({ reason: 'traffic: answer-cut', rows: 1 });
    expect(report.usableTrainRows + report.holdoutRows).toBe(999);
    expect(await rooms.datasets.rowsOf(datasetId ?? '', 'train')).toHaveLength(report.usableTrainRows);
    expect(evidence.map((one) => [one.kind, one.inputsDigest])).toEqual([
      ['readiness.report', report.datasetDigest],
      ['dataset.frozen', report.datasetDigest],
    ]);
    expect(outcomeOf(report.findings, 'R01')).toBe('pass');
    expect(report.manifest).toMatchObject({ segments: 1, merkleRoot: expect.stringMatching(/^sha256:/) });
  });

  it('compares the hold-out with the one that was first judged with, and passes nothing that it does not know', async () => {
    const first = await rooms.service.measure(aMeasureRequest({ exchanges: exchanges(200) }));
    const digest = await rooms.datasets.holdoutDigest(first.datasetId ?? '');
    const judgedAgain = async (reportId: string, holdoutDigestAtFirstUse: string | null, count: number) => {
      const evaluation = { ...anAssessRequest().evaluation, looks: 1, holdoutDigestAtFirstUse };
      const request = aMeasureRequest({ reportId, evaluation, exchanges: exchanges(count) });
      return outcomeOf((await rooms.service.measure(request)).report.findings, 'S04');
    };
    expect(outcomeOf(first.report.findings, 'S04')).toBe('pass');
    expect(await judgedAgain('rdy_2', digest, 200)).toBe('pass');
    expect(await judgedAgain('rdy_3', null, 200)).toBe('inconclusive');
    expect(await judgedAgain('rdy_4', digest, 300)).toBe('fail');
  });

  it('gives the same report to the same id, and the same data set to the same rows', async () => {
    const first = await rooms.service.measure(aMeasureRequest({ exchanges: exchanges(200) }));
    expect(await rooms.service.measure(aMeasureRequest({ exchanges: exchanges(300) }))).toEqual(first);
    const again = await rooms.service.measure(aMeasureRequest({ reportId: 'rdy_2', exchanges: exchanges(200) }));
    expect(again.datasetId).toBe(first.datasetId);
    const more = await rooms.service.measure(aMeasureRequest({ reportId: 'rdy_3', exchanges: exchanges(300) }));
    expect(more.datasetId).not.toBe(first.datasetId);
  });

  it('measures only the segments that changed', async () => {
    await rooms.service.measure(aMeasureRequest({ exchanges: exchanges(10_300) }));
    const before = rooms.meter.measured;
    await rooms.service.measure(aMeasureRequest({ reportId: 'rdy_2' }));
    expect(rooms.meter.measured).toBe(before);
    await rooms.service.measure(aMeasureRequest({ reportId: 'rdy_3', exchanges: exchanges(10_301, 10_300) }));
    expect(rooms.meter.measured).toBe(before + 1);
    expect(before).toBeGreaterThan(1);
  }, 60_000);

  it('freezes nothing and passes nothing when there is nothing', async () => {
    const { report, datasetId, evidence } = await rooms.service.measure(aMeasureRequest());
    expect([report.verdict, datasetId, report.missingRows]).toEqual(['fail', null, somePolicyNumbers.trainRowsMin]);
    expect(report.findings.filter((one) => one.outcome === 'pass').map((one) => one.checkId)).toEqual(['R04']);
    expect(evidence.map((one) => [one.kind, one.outcome])).toEqual([['readiness.report', 'fail']]);
  });

  it('stays open while nobody said who may use the answers', async () => {
    const captured = declared.captured.map((one) => ({ ...one, route: null }));
    const { report } = await rooms.service.measure(
      aMeasureRequest({ ...declared, captured, exchanges: exchanges(1_000) }),
    );
    expect(outcomeOf(report.findings, 'R01')).toBe('inconclusive');
    expect(report.verdict).toBe('inconclusive');
  });

  it('shows what was waived, by whom and until when, and never as a pass', async () => {
    const { clock, waivers, service } = rooms;
    const until = clock.now() + 86_400_000;
    await waivers.add({
      id: 'wvr_1',
      projectId: 'prj_one',
      checkId: 'V03',
      by: 'rosa',
      reason: 'A pilot of fifty users.',
      until,
      at: clock.now(),
      withdrawn: null,
    });
    const { report } = await service.measure(aMeasureRequest({ ...declared, exchanges: exchanges(300) }));
    const waived = report.findings.find((one) => one.checkId === 'V03');
    expect(waived).toMatchObject({ outcome: 'waived', waivedBy: { who: 'rosa', until } });
    expect(report.verdict).not.toBe('pass');
  });

  it('follows traffic without a report: the status moves, and nothing is frozen', async () => {
    await rooms.service.follow(anAssessRequest({ ...declared, exchanges: exchanges(120) }));
    const status = JSON.parse((await rooms.status.read('prj_one')) ?? 'null');
    expect(status).toMatchObject({ reportId: null, datasetId: null });
    expect(status.usableTrainRows + status.holdoutRows).toBe(119);
    rooms.clock.advance(1);
    await rooms.service.follow(anAssessRequest({ ...declared, exchanges: exchanges(220, 120) }));
    const later = JSON.parse((await rooms.status.read('prj_one')) ?? 'null');
    expect(later.usableTrainRows + later.holdoutRows).toBe(219);
    expect(await rooms.datasets.list('prj_one', 10)).toEqual([]);
  });

  it('knows what production asks from captured rows, and when quotas are met from the days of it', async () => {
    const dayMs = 86_400_000;
    const now = rooms.clock.now();
    async function* ofTwoWeeks() {
      for (let at = 0; at < 700; at += 1) {
        yield { ...anExchange(at), at: now - 14 * dayMs + at * (dayMs / 50) };
      }
    }
    const { report } = await rooms.service.measure(aMeasureRequest({ ...declared, exchanges: ofTwoWeeks() }));
    expect(outcomeOf(report.findings, 'D01')).toBe('pass');
    expect(report.statistics?.shift).toMatchObject({ calls: 699, refusalShare: 0 });
    expect(report.power?.rowsPerDay).toBeCloseTo(50, 0);
  }, 30_000);

  it('reports an error when measuring breaks, and nothing is known', async () => {
    rooms.meter.broken = true;
    const { report, datasetId, evidence } = await rooms.service.measure(aMeasureRequest({ exchanges: exchanges(100) }));
    expect([report.verdict, datasetId, report.findings]).toEqual(['error', null, []]);
    expect(evidence.map((one) => one.outcome)).toEqual(['error']);
  });
});
