// The service on a real store, with models that are functions.
import { happeningTypes, outboxMessages } from '../../test/builders/outbox-messages.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeIds } from '../../test/fakes/ids.fake.js';
import { allMigrations } from '../migrations/all-migrations.sql.js';
import type { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import { Log } from '../platform/telemetry/log.client.js';
import { type EvaluationRequest, EvaluationService } from './evaluation.service.js';
import { SqlEvaluationItemStore } from './evaluation-item-store.sql.js';
import type { Answered } from './evaluation-record.js';
import { SqlEvaluationStore } from './evaluation-store.sql.js';

const rows = Array.from({ length: 300 }, (_, number) => ({
  rowKey: `r${number}`,
  text: `text ${number}`,
  label: 'card',
}));
const right = (): Promise<Answered> => Promise.resolve({ kind: 'answer', text: 'card' });
const fails = (): Promise<Answered> => Promise.resolve({ kind: 'failure', reason: 'timeout', detail: 'too slow' });

const request: EvaluationRequest = {
  evaluationId: 'evl_1',
  projectId: 'prj_one',
  datasetId: 'dst_1',
  datasetDigest: 'sha256:aa',
  artefactDigest: 'sha256:bb',
  rows,
  incumbent: right,
  candidate: right,
  thresholds: { nonInferiorityMargin: 0.03, alpha: 0.05, power: 0.8, pairsMin: 100 },
  concurrency: 4,
};

describe('an evaluation', () => {
  const ids = new FakeIds();
  let clock: FakeClock;
  let database: Database;
  let evaluations: EvaluationService;

  /** A service as another process, or this one after a restart, would have it. */
  function startService(): EvaluationService {
    const store = new SqlEvaluationStore(database, new Outbox(database, clock, ids));
    return new EvaluationService(store, new SqlEvaluationItemStore(database), clock, new Log('silent'));
  }

  /** Answers rightly and counts who was asked; stops the service at the given text. */
  function counting(asked: string[], stopAt?: { text: string; service: EvaluationService }) {
    return (text: string): Promise<Answered> => {
      asked.push(text);
      clock.advance(100);
      if (text === stopAt?.text) {
        stopAt.service.onModuleDestroy();
      }
      return right();
    };
  }

  beforeEach(async () => {
    clock = new FakeClock();
    database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    evaluations = startService();
  });

  afterEach(() => database.close());

  it('asks both models every row once and leaves the evidence with the news', async () => {
    const asked: string[] = [];
    const evaluation = await evaluations.run({ ...request, candidate: counting(asked) });
    expect(evaluation).toMatchObject({ state: 'succeeded', progressShare: 1, comparison: { n: 300, outcome: 'pass' } });
    expect(asked.sort()).toEqual(rows.map((row) => row.text).sort());
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED', 'JOB_SUCCEEDED']);
    const [, done] = await outboxMessages(database);
    expect(done?.payload.evidence).toMatchObject([
      {
        kind: 'evaluation.comparison',
        outcome: 'pass',
        value: { evaluationId: 'evl_1', datasetDigest: 'sha256:aa', artefactDigest: 'sha256:bb', bothCorrect: 300 },
      },
    ]);
  });

  it('that has ended is not run again', async () => {
    await evaluations.run(request);
    const asked: string[] = [];
    expect((await startService().run({ ...request, candidate: counting(asked) })).state).toBe('succeeded');
    expect(asked).toEqual([]);
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED', 'JOB_SUCCEEDED']);
  });

  it('goes on after a restart with the rows that were not answered', async () => {
    const before: string[] = [];
    const stopAt = { text: 'text 120', service: evaluations };
    const dropped = evaluations.run({ ...request, incumbent: counting(before, stopAt), concurrency: 1 });
    await expect(dropped).rejects.toThrow('goes on after the restart');
    const after: string[] = [];
    const evaluation = await startService().run({ ...request, incumbent: counting(after) });
    expect(evaluation).toMatchObject({ state: 'succeeded', comparison: { n: 300 } });
    expect(before.filter((text) => after.includes(text))).toEqual([]);
    expect(before.length + after.length).toBe(300);
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED', 'JOB_SUCCEEDED']);
  });

  it('is an error when too many answers failed, and stops asking as soon as that is certain', async () => {
    const asked: string[] = [];
    const incumbent = (text: string) => {
      asked.push(text);
      return fails();
    };
    const evaluation = await evaluations.run({ ...request, incumbent, concurrency: 1 });
    expect(evaluation).toMatchObject({ state: 'succeeded', comparison: { outcome: 'error', failures: 4 } });
    expect(asked).toHaveLength(4);
    const [, done] = await outboxMessages(database);
    expect(done?.payload).toMatchObject({ events: [{ type: 'JOB_SUCCEEDED' }], evidence: [{ outcome: 'error' }] });
  });

  it('bears a few failed answers and counts them', async () => {
    const candidate = (text: string) => (text === 'text 7' ? fails() : right());
    const { comparison } = await evaluations.run({ ...request, candidate });
    expect(comparison).toMatchObject({ n: 300, failures: 1, onlyIncumbentCorrect: 1, answeredRows: 300 });
  });

  it('takes a model that throws for one that failed to answer', async () => {
    const candidate = (text: string) => (text === 'text 7' ? Promise.reject(new Error('broken')) : right());
    const { comparison } = await evaluations.run({ ...request, candidate });
    expect(comparison).toMatchObject({ failures: 1 });
  });

  it('fails on thresholds that make no test', async () => {
    const thresholds = { ...request.thresholds, nonInferiorityMargin: 0 };
    const evaluation = await evaluations.run({ ...request, thresholds });
    expect(evaluation.state).toBe('failed');
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED', 'JOB_FAILED']);
  });

  it('is joined when it is asked for a second time meanwhile', async () => {
    const asked: string[] = [];
    const both = [request, request].map((one) => evaluations.run({ ...one, candidate: counting(asked) }));
    await Promise.all(both);
    expect(asked).toHaveLength(300);
  });

  it('stops when it is cancelled, and nothing more is told', async () => {
    const asked: string[] = [];
    const candidate = async (text: string): Promise<Answered> => {
      asked.push(text);
      if (text === 'text 20') {
        await evaluations.cancel('prj_one', clock.now());
      }
      return right();
    };
    const evaluation = await evaluations.run({ ...request, candidate, concurrency: 1 });
    expect(evaluation.state).toBe('cancelled');
    expect(asked.length).toBeLessThan(25);
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED']);
  });

  it('notices that another process has cancelled it', async () => {
    const asked: string[] = [];
    const other = startService();
    const candidate = async (text: string): Promise<Answered> => {
      asked.push(text);
      clock.advance(1000);
      if (text === 'text 20') {
        await other.cancel('prj_one', clock.now());
      }
      return right();
    };
    expect((await evaluations.run({ ...request, candidate, concurrency: 1 })).state).toBe('cancelled');
    expect(asked.length).toBeLessThan(25);
  });

  it('rejects when the store fails, so that its job asks again', async () => {
    const items = new SqlEvaluationItemStore(database);
    items.add = () => Promise.reject(new Error('database is locked'));
    const store = new SqlEvaluationStore(database, new Outbox(database, clock, ids));
    const broken = new EvaluationService(store, items, clock, new Log('silent'));
    await expect(broken.run(request)).rejects.toThrow('database is locked');
    expect(await evaluations.find('prj_one', 'evl_1')).toMatchObject({ state: 'running' });
    expect(await evaluations.run(request)).toMatchObject({ state: 'succeeded' });
  });
});
