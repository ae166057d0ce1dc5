import { aCatalogRow } from '../../../test/builders/a-reading.js';
import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { FakeIds } from '../../../test/fakes/ids.fake.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { type RoomsOverHttp, startRooms } from '../../../test/harness/rooms-over-http.js';
import { isRefusal } from '../../kernel/refusal.js';
import { loadConfiguration } from '../../platform/config/load-configuration.client.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { Metrics } from '../../platform/telemetry/metrics.client.js';
import { BundleSignatures } from './bundles/bundle-signatures.client.js';
import { type CatalogRow, sourceRanks } from './catalog-row.js';
import { ShippedRows } from './catalog-rows.js';
import { SqlCatalogRows } from './catalog-rows.sql.js';
import { CatalogSourcesController } from './catalog-sources.controller.js';
import { DecideRefresh } from './decide-refresh.service.js';
import type { NamesInUse } from './names-in-use.js';
import { PresentFacts } from './present-facts.service.js';
import { ProposeRefresh } from './propose-refresh.service.js';
import { RefreshStore } from './refresh-store.js';
import { SqlRefreshStore } from './refresh-store.sql.js';
import { RefreshesController } from './refreshes.controller.js';

class OneShipped extends ShippedRows {
  all(): readonly CatalogRow[] {
    const page = { source: 'the page', rank: sourceRanks.providerPage, host: 'openai', model: 'gpt-4-0613' };
    return [aCatalogRow({ ...page, field: 'shutdownOn', value: '2026-10-23', observedAt: 0 })];
  }
}

const file = `{"gpt-4-0613": {"litellm_provider": "openai", "deprecation_date": "2025-06-06"},
  "new": {"litellm_provider": "openai", "input_cost_per_token": 1e-06}}`;
const because = 'The page of the provider says so today.';

describeOnEachDatabase('refreshes over HTTP', (stores) => {
  let rooms: RoomsOverHttp;
  let propose: ProposeRefresh;

  beforeAll(async () => {
    const database = await stores.open();
    const [clock, metrics, log] = [new FakeClock(), new Metrics(), new Log('silent')];
    const store = new SqlRefreshStore(database);
    const rows = new SqlCatalogRows(database, log);
    const facts = new PresentFacts(new OneShipped(), rows);
    const nobodyCalls: NamesInUse = { since: () => Promise.resolve(new Set<string>()) };
    propose = new ProposeRefresh(store, nobodyCalls, facts, clock, new FakeIds(), metrics);
    rooms = await startRooms({
      controllers: [RefreshesController, CatalogSourcesController],
      providers: [
        { provide: BundleSignatures, useValue: new BundleSignatures(loadConfiguration({}).configuration) },
        { provide: RefreshStore, useValue: store },
        { provide: PresentFacts, useValue: facts },
        { provide: ProposeRefresh, useValue: propose },
        { provide: DecideRefresh, useValue: new DecideRefresh(store, facts, rows, clock, log, metrics) },
      ],
    });
    const made = await propose.upload({ kind: 'litellm', text: file, observedAt: null, by: 'bob' });
    expect(isRefusal(made)).toBe(false);
  });

  afterAll(() => rooms.stop());

  it('show what waits, why it is held, and what better sources say', async () => {
    const { body } = await rooms.ask({ path: '/v1/catalog/refreshes', role: 'viewer' });
    expect(body).toMatchObject({
      refreshes: [{ id: 'crf_0001', state: 'pending', quarantinedChanges: 1, conflicts: [{ held: '2026-10-23' }] }],
      next: null,
    });
    const path = '/v1/catalog/refreshes/crf_0001/changes?verdict=quarantined&limit=1';
    expect((await rooms.ask({ path, role: 'lead' })).body).toMatchObject({
      changes: [
        {
          number: 1,
          model: 'gpt-4-0613',
          fields: [{ field: 'shutdownOn', before: '2026-10-23', after: '2025-06-06' }],
          findings: [{ rule: 'date-does-not-move-earlier' }, { rule: 'better-source-agrees' }],
        },
      ],
      next: 1,
    });
    const conflicts = await rooms.ask({ path: '/v1/catalog/conflicts?model=gpt-4-0613', role: 'viewer' });
    expect(conflicts.body).toMatchObject({ count: 1, conflicts: [{ told: '2025-06-06', toldBy: 'litellm' }] });
  });

  it('are decided by risk owners and administrators alone', async () => {
    const ask = (role: 'lead' | 'approver') =>
      rooms.ask({ method: 'POST', path: '/v1/catalog/refreshes/crf_0001/approve', role, body: {} });
    expect([(await ask('lead')).status, (await ask('approver')).status]).toEqual([403, 403]);
  });

  it('are let in and kept out, change by change, and stand in the bundle afterwards', async () => {
    const post = (path: string, body: unknown) =>
      rooms.ask({ method: 'POST', path: `/v1/catalog/refreshes/${path}`, role: 'risk-owner', body });
    expect((await post('crf_0001/changes/1/reject', {})).status).toBe(400);
    expect((await post('crf_0001/approve', {})).body).toMatchObject({ state: 'pending' });
    expect((await post('crf_0001/changes/1/reject', { reason: because })).body).toMatchObject({ state: 'applied' });
    expect((await post('crf_0001/reject', { reason: because })).status).toBe(409);
    expect((await post('crf_0001/changes/9/approve', { reason: because })).status).toBe(404);
    expect((await post('crf_none/approve', {})).status).toBe(404);
    const bundles = await Promise.all([1, 2].map(() => rooms.ask({ path: '/v1/catalog/bundle', role: 'viewer' })));
    expect(bundles[0]?.body).toEqual(bundles[1]?.body);
    expect(JSON.stringify(bundles[0]?.body)).toContain('"model":"new"');
    expect(bundles[0]?.body).toMatchObject({ format: 'openward-catalog/1' });
  });

  it('name the questions that every change is asked', async () => {
    const { body } = await rooms.ask({ path: '/v1/catalog/quarantine-rules', role: 'viewer' });
    expect((body as { rules: unknown[] }).rules).toHaveLength(11);
  });
});
