import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { type RoomsOverHttp, startRooms } from '../../../test/harness/rooms-over-http.js';
import { Clock } from '../../kernel/clock.js';
import { DocumentStore } from '../inputs/document-store.js';
import { SqlDocumentStore } from '../inputs/document-store.sql.js';
import { AlertBoardController } from './alert-board.controller.js';
import type { KeptAlert } from './alerts-of.js';
import type { AlertBoardResponse } from './lock-in-alerts.dto.js';
import { keptAlertsId, keptAlertsKind } from './standing-alerts.service.js';

const now = Date.parse('2026-11-25T12:00:00Z');

function anAlert(key: string, parts: Partial<KeptAlert> = {}): KeptAlert {
  return {
    ...{ rule: 12, name: 'exit-test.old', key, owner: 'risk-owner', remedy: 'Run the exit drill.', about: 'never' },
    ...{ severity: 'warning', text: 'The exit was never tested.', evidence: [], expiresAt: null },
    ...{ state: 'open', acknowledgement: null, isBack: false, openedAt: now - 1000 },
    ...parts,
  };
}

describeOnEachDatabase('alerts of all projects', (stores) => {
  let http: RoomsOverHttp;
  let documents: SqlDocumentStore;
  let clock: FakeClock;

  const keep = (projectId: string, ...value: KeptAlert[]) =>
    documents.put({ projectId, kind: keptAlertsKind, id: keptAlertsId, value, updatedBy: 'system', updatedAt: now });
  const list = async (query = '') =>
    (await http.ask({ path: `/v1/lock-in/alerts${query}`, role: 'risk-owner' })).body as AlertBoardResponse;
  const keys = ({ alerts }: AlertBoardResponse) => alerts.map(({ projectId, key }) => `${projectId} ${key}`);

  beforeEach(async () => {
    documents = new SqlDocumentStore(await stores.open());
    clock = new FakeClock(now);
    http = await startRooms({
      controllers: [AlertBoardController],
      providers: [
        { provide: DocumentStore, useValue: documents },
        { provide: Clock, useValue: clock },
      ],
    });
    const acknowledgement = { key: 'c', by: 'grace', reason: 'Known.', at: now - 10, until: now + 1000 };
    await keep('prj_a', anAlert('a'), anAlert('b', { severity: 'critical', owner: 'lead' }));
    await keep('prj_b', anAlert('c', { state: 'acknowledged', acknowledgement, severity: 'critical' }));
    await keep('prj_c');
  });

  afterEach(() => http.stop());

  it('stand open and worst first, each with its project and since when', async () => {
    const page = await list();
    expect(keys(page)).toEqual(['prj_a b', 'prj_a a', 'prj_b c']);
    expect(page).toMatchObject({ projects: 3, nextCursor: null });
    expect(page.alerts[0]).toMatchObject({ openedAt: '2026-11-25T11:59:59.000Z', acknowledgement: null });
  });

  it('are chosen by state, by who has to act, and by how bad they are', async () => {
    expect(keys(await list('?state=open&owner=risk-owner'))).toEqual(['prj_a a']);
    expect(keys(await list('?severity=critical'))).toEqual(['prj_a b', 'prj_b c']);
    expect((await http.ask({ path: '/v1/lock-in/alerts?state=gone', role: 'viewer' })).status).toBe(400);
  });

  it('are open again once the acknowledgement has ended, and gone when they expire', async () => {
    await keep('prj_c', anAlert('d', { expiresAt: now + 500 }));
    clock.advance(1000);
    const page = await list();
    expect(keys(page)).toEqual(['prj_a b', 'prj_b c', 'prj_a a']);
    expect(page.alerts[1]).toMatchObject({ state: 'open', isBack: true });
  });

  it('come by pages of projects', async () => {
    const first = await list('?limit=1');
    expect([keys(first), first.nextCursor]).toEqual([['prj_a b', 'prj_a a'], 'prj_a']);
    const second = await list(`?limit=2&page=${first.nextCursor}`);
    expect([keys(second), second.nextCursor]).toEqual([['prj_b c'], null]);
  });

  it('are those of the projects that one may see', async () => {
    const asked = { kind: keptAlertsKind, id: keptAlertsId, afterProjectId: null, limit: 10 };
    const seen = await documents.across({ ...asked, projects: ['prj_b', 'prj_x'] });
    expect(seen.map(({ projectId }) => projectId)).toEqual(['prj_b']);
    expect(await documents.across({ ...asked, projects: [] })).toEqual([]);
  });
});
