// Training runs and artefacts behind a real port, on a real store.
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeIds } from '../../test/fakes/ids.fake.js';
import { FakeStudentTrainer } from '../../test/fakes/student-trainer.fake.js';
import { type RoomsOverHttp, startRooms } from '../../test/harness/rooms-over-http.js';
import { allMigrations } from '../migrations/all-migrations.sql.js';
import type { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import { Log } from '../platform/telemetry/log.client.js';
import { SqlArtefactStore } from './artefacts/artefact-store.sql.js';
import { ArtefactsService } from './artefacts/artefacts.service.js';
import { RecipesController } from './recipes.controller.js';
import { SqlTrainingStore } from './runs/training-store.sql.js';
import { TrainingController } from './training.controller.js';
import { TrainingService } from './training.service.js';

const order = { projectId: 'prj_one', datasetId: 'dst_1', datasetDigest: 'sha256:aa', recipe: 'baseline-student' };

describe('training over HTTP', () => {
  let database: Database;
  let rooms: RoomsOverHttp;
  let artefactId: string;

  beforeAll(async () => {
    const clock = new FakeClock();
    const ids = new FakeIds();
    const trainer = new FakeStudentTrainer();
    database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    const store = new SqlTrainingStore(database, new Outbox(database, clock, ids));
    const training = new TrainingService(store, trainer, clock, ids, new Log('silent'));
    for (const [place, end] of [Buffer.from('"student"'), new Error('one label only')].entries()) {
      const run = training.run({ ...order, runId: `trn_${place + 1}`, rows: [], by: 'ada' });
      await trainer.begun(place + 1);
      trainer.end(end);
      artefactId = (await run).artefactId ?? artefactId;
    }
    rooms = await startRooms({
      controllers: [TrainingController, RecipesController],
      providers: [
        { provide: TrainingService, useValue: training },
        { provide: ArtefactsService, useValue: new ArtefactsService(new SqlArtefactStore(database)) },
      ],
    });
  });

  afterAll(async () => {
    await rooms.stop();
    await database.close();
  });

  it('lists the runs, newest first, a page at a time', async () => {
    const first = await rooms.ask({ path: '/v1/projects/prj_one/training-runs?limit=1', role: 'viewer' });
    expect(first.body).toMatchObject({
      runs: [{ id: 'trn_2', state: 'failed', failure: 'one label only' }],
      next: 'trn_2',
    });
    const second = await rooms.ask({ path: '/v1/projects/prj_one/training-runs?limit=1&after=trn_2', role: 'viewer' });
    expect(second.body).toMatchObject({
      runs: [{ id: 'trn_1', servedModel: `baseline-student:${artefactId}` }],
      next: null,
    });
  });

  it('shows one run, and nothing of it to another project', async () => {
    const found = await rooms.ask({ path: '/v1/projects/prj_one/training-runs/trn_1', role: 'viewer' });
    expect(found).toMatchObject({ status: 200, body: { state: 'succeeded', createdBy: 'ada' } });
    expect((await rooms.ask({ path: '/v1/projects/prj_two/training-runs/trn_1', role: 'viewer' })).status).toBe(404);
  });

  it('hands out the artefact to whoever answers for the project, under its digest', async () => {
    const found = await rooms.ask({ path: `/v1/projects/prj_one/artefacts/${artefactId}`, role: 'lead' });
    expect([found.status, found.body]).toEqual([200, '"student"']);
    expect(found.headers.get('etag')).toMatch(/^"sha256:/);
    expect((await rooms.ask({ path: `/v1/projects/prj_two/artefacts/${artefactId}`, role: 'lead' })).status).toBe(404);
    expect((await rooms.ask({ path: `/v1/projects/prj_one/artefacts/${artefactId}`, role: 'viewer' })).status).toBe(
      403,
    );
  });

  it.each(['0', '101', 'many'])('refuses a page of %s runs', async (limit) => {
    const refused = await rooms.ask({ path: `/v1/projects/prj_one/training-runs?limit=${limit}`, role: 'viewer' });
    expect(refused.status).toBe(400);
  });

  it('shows the recipes with the reason for every number', async () => {
    const { body } = await rooms.ask({ path: '/v1/recipes', role: 'viewer' });
    expect(body).toMatchObject({
      recipes: [{ id: 'baseline-student', gpu: 'none', hyperparameters: expect.any(Array) }],
    });
  });
});
