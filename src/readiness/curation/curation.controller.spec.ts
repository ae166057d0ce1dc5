import { type RoomsOverHttp, startRooms } from '../../../test/harness/rooms-over-http.js';
import { allActions } from './all-actions.js';
import { CurationController } from './curation.controller.js';
import { type ActionRequest, type ApplyRequest, CurationService } from './curation.service.js';

const base = '/v1/projects/prj_one/curation';
const effect = {
  rows: 5,
  dropped: { train: 1, holdout: 0 },
  replaced: 0,
  moved: 0,
  tokensDropped: null,
  planDigest: `sha256:${'0'.repeat(64)}`,
  sample: [],
};
const step = {
  id: 'cur_1',
  projectId: 'prj_one',
  sequence: 1,
  action: 'merge-turns',
  parameters: {},
  effect: {},
  reason: 'because',
  digestBefore: null,
  edits: 1,
  by: 'ada',
  at: 0,
  undone: null,
};
let heard: (ActionRequest | ApplyRequest)[] = [];
let rooms: RoomsOverHttp;

beforeAll(async () => {
  const curation = {
    offered: async () => allActions.map((action) => ({ action, findings: [] })),
    preview: async (request: ActionRequest) => {
      heard.push(request);
      return effect;
    },
    apply: async (request: ApplyRequest) => {
      heard.push(request);
      return { step, replayed: request.idempotencyKey === 'again' };
    },
    history: async () => [step],
    undo: async () => ({ ...step, undone: { by: 'ada', at: 1 } }),
  };
  rooms = await startRooms({
    controllers: [CurationController],
    providers: [{ provide: CurationService, useValue: curation }],
  });
});

beforeEach(() => {
  heard = [];
});

afterAll(() => rooms.stop());

describe('curation over HTTP', () => {
  const apply = (body: unknown, headers: Record<string, string> = { 'idempotency-key': 'key' }) =>
    rooms.ask({ method: 'POST', path: `${base}/apply`, role: 'lead', body, headers });

  it('lists every action with its parameters', async () => {
    const { body } = await rooms.ask({ path: `${base}/actions`, role: 'viewer' });
    const { actions } = body as { actions: { id: string; parameters: unknown[] }[] };
    expect(actions.map(({ id }) => id)).toEqual(allActions.map(({ id }) => id));
    expect(actions.find(({ id }) => id === 'relabel')?.parameters).toHaveLength(1);
  });

  it('previews for those who may read rows', async () => {
    const ask = (role: 'lead' | 'viewer') =>
      rooms.ask({ method: 'POST', path: `${base}/preview`, role, body: { action: 'merge-turns' } });
    expect(await ask('lead')).toMatchObject({ status: 200, body: { rows: 5, dropped: { train: 1 } } });
    expect((await ask('viewer')).status).toBe(403);
    expect(heard).toEqual([{ projectId: 'prj_one', action: 'merge-turns', parameters: {} }]);
  });

  it('takes a step with a key, and says when it was taken before', async () => {
    const body = { action: 'merge-turns', reason: 'because' };
    const first = await apply(body);
    expect(first).toMatchObject({ status: 201, body: { id: 'cur_1', undoneBy: null } });
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect((await apply(body, { 'idempotency-key': 'again' })).headers.get('idempotent-replayed')).toBe('true');
    expect(heard[0]).toMatchObject({ by: 'ada', idempotencyKey: 'key', planDigest: null });
  });

  it('refuses a step without key, reason or action', async () => {
    const body = { action: 'merge-turns', reason: 'because' };
    expect((await apply(body, {})).body).toMatchObject({ type: '/problems/idempotency-key-missing' });
    expect((await apply({ action: 'merge-turns' })).status).toBe(400);
    expect((await apply({ ...body, action: 'Merge' })).status).toBe(400);
    expect((await apply({ ...body, parameters: 'x' })).status).toBe(400);
    expect(heard).toEqual([]);
  });

  it('shows and undoes steps', async () => {
    expect((await rooms.ask({ path: `${base}/steps`, role: 'viewer' })).body).toMatchObject({
      steps: [{ id: 'cur_1' }],
    });
    const undone = await rooms.ask({ method: 'POST', path: `${base}/steps/cur_1/undo`, role: 'lead' });
    expect(undone).toMatchObject({ status: 200, body: { undoneBy: 'ada', undoneAt: '1970-01-01T00:00:00.001Z' } });
  });
});
