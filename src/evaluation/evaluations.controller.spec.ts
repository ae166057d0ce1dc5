// Evaluations behind a real port, on a real store.
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeIds } from '../../test/fakes/ids.fake.js';
import { type RoomsOverHttp, startRooms } from '../../test/harness/rooms-over-http.js';
import { allMigrations } from '../migrations/all-migrations.sql.js';
import type { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import { Log } from '../platform/telemetry/log.client.js';
import { EvaluationService } from './evaluation.service.js';
import { SqlEvaluationItemStore } from './evaluation-item-store.sql.js';
import type { Answered } from './evaluation-record.js';
import { SqlEvaluationStore } from './evaluation-store.sql.js';
import { EvaluationsController } from './evaluations.controller.js';
import { EvaluatorsController } from './evaluators.controller.js';

const says = (label: string): Promise<Answered> => Promise.resolve({ kind: 'answer', text: label });
const path = '/v1/projects/prj_one/evaluations';

describe('evaluations over HTTP', () => {
  let database: Database;
  let rooms: RoomsOverHttp;

  beforeAll(async () => {
    const clock = new FakeClock();
    database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    const store = new SqlEvaluationStore(database, new Outbox(database, clock, new FakeIds()));
    const evaluations = new EvaluationService(store, new SqlEvaluationItemStore(database), clock, new Log('silent'));
    await evaluations.run({
      evaluationId: 'evl_1',
      projectId: 'prj_one',
      datasetId: 'dst_1',
      datasetDigest: 'sha256:aa',
      artefactDigest: 'sha256:bb',
      rows: ['a', 'b', 'c'].map((rowKey) => ({ rowKey, text: rowKey, label: 'card' })),
      incumbent: () => says('card'),
      candidate: (text) => says(text === 'c' ? 'refund' : 'card'),
      thresholds: { nonInferiorityMargin: 0.03, alpha: 0.05, power: 0.8, pairsMin: 100 },
      concurrency: 2,
    });
    rooms = await startRooms({
      controllers: [EvaluationsController, EvaluatorsController],
      providers: [{ provide: EvaluationService, useValue: evaluations }],
    });
  });

  afterAll(async () => {
    await rooms.stop();
    await database.close();
  });

  it('lists and shows what was compared', async () => {
    const list = await rooms.ask({ path, role: 'viewer' });
    expect(list.body).toMatchObject({ evaluations: [{ id: 'evl_1', state: 'succeeded' }], next: null });
    const one = await rooms.ask({ path: `${path}/evl_1`, role: 'viewer' });
    expect(one.body).toMatchObject({ comparison: { n: 3, onlyIncumbentCorrect: 1, outcome: 'inconclusive' } });
  });

  it('shows the disagreements first, to whoever may read answers, and lets nobody keep them', async () => {
    const first = await rooms.ask({ path: `${path}/evl_1/items?limit=1`, role: 'approver' });
    expect(first.body).toMatchObject({ items: [{ rowKey: 'c', candidateAnswer: 'refund' }], next: '0:c' });
    expect(first.headers.get('cache-control')).toBe('no-store');
    const second = await rooms.ask({ path: `${path}/evl_1/items?after=0:c`, role: 'approver' });
    expect(second.body).toMatchObject({ items: [{ rowKey: 'a' }, { rowKey: 'b' }], next: null });
    expect((await rooms.ask({ path: `${path}/evl_1/items`, role: 'viewer' })).status).toBe(403);
  });

  it.each(['after=nonsense', 'limit=501', 'order=random'])('refuses %s', async (query) => {
    expect((await rooms.ask({ path: `${path}/evl_1/items?${query}`, role: 'lead' })).status).toBe(400);
  });

  it('tells another project nothing', async () => {
    const elsewhere = '/v1/projects/prj_two/evaluations/evl_1';
    expect((await rooms.ask({ path: elsewhere, role: 'lead' })).status).toBe(404);
    expect((await rooms.ask({ path: `${elsewhere}/items`, role: 'lead' })).status).toBe(404);
  });

  it('shows the questions that answers are judged by', async () => {
    const { body } = await rooms.ask({ path: '/v1/evaluators', role: 'viewer' });
    expect(body).toMatchObject({ evaluators: [{ id: 'exact-label', question: expect.stringMatching(/\?$/) }] });
  });
});
