// The service on a real store, with a trainer that ends when it is told to.
import { happeningTypes, outboxMessages } from '../../test/builders/outbox-messages.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeIds } from '../../test/fakes/ids.fake.js';
import { FakeStudentTrainer } from '../../test/fakes/student-trainer.fake.js';
import { allMigrations } from '../migrations/all-migrations.sql.js';
import type { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import { Log } from '../platform/telemetry/log.client.js';
import { SqlArtefactStore } from './artefacts/artefact-store.sql.js';
import { SqlTrainingStore } from './runs/training-store.sql.js';
import { type TrainingRequest, TrainingService } from './training.service.js';

const request: TrainingRequest = {
  runId: 'trn_1',
  projectId: 'prj_one',
  datasetId: 'dst_1',
  datasetDigest: 'sha256:aa',
  recipe: 'baseline-student',
  rows: [
    { text: 'where is my card', label: 'card' },
    { text: 'give me my money back', label: 'refund' },
  ],
  by: 'ada',
};

describe('a training run', () => {
  const ids = new FakeIds();
  let clock: FakeClock;
  let database: Database;
  let trainer: FakeStudentTrainer;
  let training: TrainingService;

  /** A service as another process, or this one after a restart, would have it. */
  function startService(): TrainingService {
    const store = new SqlTrainingStore(database, new Outbox(database, clock, ids));
    return new TrainingService(store, trainer, clock, ids, new Log('silent'));
  }

  beforeEach(async () => {
    clock = new FakeClock();
    database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    trainer = new FakeStudentTrainer();
    training = startService();
  });

  afterEach(() => database.close());

  async function runTo(end: Error | Buffer, service = training) {
    const running = service.run(request);
    await trainer.begun(1);
    trainer.end(end);
    return running;
  }

  it('leaves an artefact, evidence and the news of its success', async () => {
    const content = Buffer.from('student');
    const run = await runTo(content);
    expect(run).toMatchObject({ state: 'succeeded', trainRows: 2, trainSeconds: 1.5, createdBy: 'ada' });
    expect(await new SqlArtefactStore(database).content(run.artefactId ?? '')).toEqual(content);
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED', 'JOB_SUCCEEDED']);
    const [, done] = await outboxMessages(database);
    expect(done?.payload.evidence).toMatchObject([
      {
        kind: 'training.run',
        outcome: 'pass',
        value: {
          runId: 'trn_1',
          recipe: 'baseline-student',
          datasetDigest: 'sha256:aa',
          artefactDigest: run.artefactDigest,
          trainRows: 2,
          servedModel: `baseline-student:${run.artefactId}`,
          state: 'succeeded',
        },
      },
    ]);
  });

  it('that fails says why, as evidence that does not pass', async () => {
    const run = await runTo(new Error('all 2 rows have the same label'));
    expect(run).toMatchObject({ state: 'failed', failure: 'all 2 rows have the same label', artefactId: null });
    const [, failed] = await outboxMessages(database);
    expect(failed?.payload).toMatchObject({
      events: [{ type: 'JOB_FAILED', reason: 'all 2 rows have the same label' }],
      evidence: [{ outcome: 'fail', value: { servedModel: null } }],
    });
  });

  it('that has ended is not run again', async () => {
    await runTo(Buffer.from('student'));
    const again = await startService().run(request);
    expect(again.state).toBe('succeeded');
    expect(trainer.orders).toHaveLength(1);
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED', 'JOB_SUCCEEDED']);
  });

  it('is joined when it is asked for a second time meanwhile', async () => {
    const both = [training.run(request), training.run(request)];
    await trainer.begun(1);
    trainer.end(Buffer.from('student'));
    const [first, second] = await Promise.all(both);
    expect(second).toEqual(first);
    expect(trainer.orders).toHaveLength(1);
  });

  it('that a stopping process drops is started again after the restart', async () => {
    const dropped = training.run(request);
    await trainer.begun(1);
    training.onModuleDestroy();
    await expect(dropped).rejects.toThrow();
    expect(await training.find('prj_one', 'trn_1')).toMatchObject({ state: 'running' });
    const resumed = startService().run(request);
    await trainer.begun(2);
    trainer.end(Buffer.from('nobody waits for this one'));
    trainer.end(Buffer.from('student'));
    expect((await resumed).state).toBe('succeeded');
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED', 'JOB_SUCCEEDED']);
  });

  it('can be cancelled, and nothing more is told of it', async () => {
    const running = training.run(request);
    await trainer.begun(1);
    expect(await training.cancel('prj_one', clock.now())).toEqual(['trn_1']);
    expect((await running).state).toBe('cancelled');
    expect(await happeningTypes(database)).toEqual(['JOB_STARTED']);
  });

  it('notices at its next progress that another process has cancelled it', async () => {
    const running = training.run(request);
    await trainer.begun(1);
    await startService().cancel('prj_one', clock.now());
    clock.advance(1000);
    trainer.orders[0]?.onProgress({ share: 0.5, etaSeconds: 3 });
    expect((await running).state).toBe('cancelled');
  });

  it('saves its progress at most once a second', async () => {
    const saved: number[] = [];
    const running = training.run({ ...request, onProgress: ({ share }) => saved.push(share) });
    await trainer.begun(1);
    const report = (share: number) => trainer.orders[0]?.onProgress({ share, etaSeconds: null });
    report(0.1);
    clock.advance(1000);
    report(0.2);
    report(0.3);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(saved).toEqual([0.1, 0.2, 0.3]);
    expect(await training.find('prj_one', 'trn_1')).toMatchObject({ progressShare: 0.2 });
    trainer.end(Buffer.from('student'));
    await running;
  });
});
