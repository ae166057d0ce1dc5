// The contract of refreshes on both engines: proposals wait, decisions are made once, rows are only ever added.
import { inputPrice } from '../../../test/builders/a-reading.js';
import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { FakeIds } from '../../../test/fakes/ids.fake.js';
import { describeOnEachDatabase, type Stores } from '../../../test/harness/each-database.js';
import type { Principal } from '../../kernel/principal.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Database } from '../../platform/database/database.sql.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { Metrics } from '../../platform/telemetry/metrics.client.js';
import type { CatalogRow } from './catalog-row.js';
import { ShippedRows } from './catalog-rows.js';
import { SqlCatalogRows } from './catalog-rows.sql.js';
import { DecideRefresh } from './decide-refresh.service.js';
import { NamesInUse } from './names-in-use.js';
import { PresentFacts } from './present-facts.service.js';
import { ProposeRefresh } from './propose-refresh.service.js';
import { SqlRefreshStore } from './refresh-store.sql.js';

class NothingShipped extends ShippedRows {
  all(): readonly CatalogRow[] {
    return [];
  }
}

class NobodyCalls extends NamesInUse {
  since(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set());
  }
}

function person(name: string): Principal {
  return { tokenId: 'tok_1', person: name, role: 'risk-owner', projects: 'all' };
}

const log = new Log('silent');

function roomsOn(database: Database) {
  const [clock, metrics] = [new FakeClock(), new Metrics()];
  const store = new SqlRefreshStore(database);
  const rows = new SqlCatalogRows(database, log);
  const facts = new PresentFacts(new NothingShipped(), rows);
  const propose = new ProposeRefresh(store, new NobodyCalls(), facts, clock, new FakeIds(), metrics);
  const decide = new DecideRefresh(store, facts, rows, clock, log, metrics);
  /** Brings a file with these prices by model; `ada` does, unless told otherwise. */
  const bring = async (pricesPerToken: Record<string, string>, by = 'ada') => {
    clock.advance(60_000);
    const entries = Object.entries(pricesPerToken).map(
      ([name, price]) => `"${name}": {"litellm_provider": "acme", "input_cost_per_token": ${price}}`,
    );
    const text = `{${entries.join(',')}}`;
    return accepted(await propose.upload({ kind: 'litellm', text, observedAt: null, by }));
  };
  const deciding = (refreshId: string, by = 'bea', reason: string | null = null) => ({
    refreshId,
    by: person(by),
    reason,
  });
  const held = () => rows.current().map(({ model, field, value }) => [model, field, value]);
  return { store, rows, propose, decide, clock, bring, deciding, held };
}

function accepted<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) {
    throw new Error(value.detail);
  }
  return value as Value;
}

const because = 'The provider announced it on its own price page.';

describeOnEachDatabase('refreshes of the catalogue', (stores: Stores) => {
  const open = async () => roomsOn(await stores.open());

  it('count for nothing until somebody lets them in, and are rows with their source afterwards', async () => {
    const { bring, decide, deciding, held, rows } = await open();
    const refresh = await bring({ one: '2.5e-06' });
    expect(refresh).toMatchObject({ state: 'pending', cleanChanges: 1, quarantinedChanges: 0, hold: null });
    expect(held()).toEqual([]);
    expect(accepted(await decide.approveClean(deciding(refresh.id)))).toMatchObject({ state: 'applied' });
    expect(held()).toEqual(
      expect.arrayContaining([
        ['one', 'listed', 'yes'],
        ['one', inputPrice, '2.5'],
      ]),
    );
    expect(rows.current()[0]).toMatchObject({
      source: 'litellm',
      refreshId: refresh.id,
      appliedBy: 'bea',
      observedAt: refresh.observedAt,
    });
  });

  it('are told what is new against what was let in before, and nothing twice', async () => {
    const { bring, decide, deciding, held } = await open();
    await decide.approveClean(deciding((await bring({ one: '1e-06' })).id));
    expect(await bring({ one: '1e-06' })).toMatchObject({ state: 'unchanged', cleanChanges: 0 });
    await decide.approveClean(deciding((await bring({ one: '1.1e-06' })).id));
    expect(held().filter(([, field]) => field === inputPrice)).toEqual([
      ['one', inputPrice, '1'],
      ['one', inputPrice, '1.1'],
    ]);
  });

  it('hold back what is doubtful, until somebody else lets it in with a reason', async () => {
    const { bring, decide, deciding, held, store } = await open();
    await decide.approveClean(deciding((await bring({ one: '1e-05', two: '1e-06' })).id));
    const refresh = await bring({ one: '2e-06', two: '1.1e-06' });
    expect(refresh).toMatchObject({ cleanChanges: 1, quarantinedChanges: 1 });
    expect(accepted(await decide.approveClean(deciding(refresh.id)))).toMatchObject({ state: 'pending' });
    const query = { refreshId: refresh.id, verdict: 'quarantined', state: 'waiting', after: 0, limit: 9 } as const;
    const [change] = await store.changes(query);
    const number = change?.number ?? 0;
    expect(await decide.approveChange(deciding(refresh.id, 'ada', because), number)).toMatchObject({
      code: 'forbidden',
    });
    expect(await decide.approveChange(deciding(refresh.id, 'bea', 'ok'), number)).toMatchObject({
      code: 'bad-request',
    });
    expect(held().filter(([model]) => model === 'one')).toHaveLength(2);
    expect(accepted(await decide.approveChange(deciding(refresh.id, 'bea', because), number))).toMatchObject({
      state: 'applied',
    });
    expect(held().filter(([model, field]) => model === 'one' && field === inputPrice)).toEqual([
      ['one', inputPrice, '10'],
      ['one', inputPrice, '2'],
    ]);
    expect(await store.changes({ ...query, state: 'applied' })).toMatchObject([
      { decidedBy: 'bea', reason: because, change: { findings: [{ rule: 'price-does-not-jump' }] } },
    ]);
  });

  it('can be kept out, one change or all of them, with a reason', async () => {
    const { bring, decide, deciding, held } = await open();
    const refresh = await bring({ one: '1e-06', two: '2e-06', three: '3e-06' });
    expect(await decide.reject(deciding(refresh.id))).toMatchObject({ code: 'bad-request' });
    const wrong = 'The file prices another model here.';
    expect(accepted(await decide.rejectChange(deciding(refresh.id, 'ada', wrong), 2)).state).toBe('pending');
    expect(await decide.approveChange(deciding(refresh.id, 'bea', because), 2)).toMatchObject({ code: 'conflict' });
    expect(accepted(await decide.reject(deciding(refresh.id, 'ada', wrong)))).toMatchObject({ state: 'rejected' });
    expect(await decide.approveClean(deciding(refresh.id))).toMatchObject({ code: 'conflict' });
    expect(held()).toEqual([]);
  });

  it('let nothing in that was compared with what no longer holds', async () => {
    const { bring, decide, deciding, held, store } = await open();
    await decide.approveClean(deciding((await bring({ one: '1e-06' })).id));
    const [first, second] = [await bring({ one: '1.2e-06' }), await bring({ one: '1.3e-06' })];
    await decide.approveClean(deciding(second.id));
    expect(accepted(await decide.approveClean(deciding(first.id))).state).toBe('rejected');
    expect(held().at(-1)).toEqual(['one', inputPrice, '1.3']);
    const query = { refreshId: first.id, verdict: null, state: 'stale', after: 0, limit: 9 } as const;
    expect(await store.changes(query)).toHaveLength(1);
  });

  it('wait as a whole when more than a fiftieth of the catalogue would change', async () => {
    const { bring, decide, deciding } = await open();
    const file = (price: string) => Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`m${index}`, price]));
    await decide.approveClean(deciding((await bring(file('1e-06'))).id));
    const refresh = await bring(file('1.1e-06'));
    expect(refresh.hold).toContain('30 of 30 models would change at once');
    expect(await decide.approveClean(deciding(refresh.id, 'ada', because))).toMatchObject({ code: 'forbidden' });
    expect(await decide.approveClean(deciding(refresh.id, 'bea'))).toMatchObject({ code: 'bad-request' });
    expect(accepted(await decide.approveClean(deciding(refresh.id, 'bea', because)))).toMatchObject({
      state: 'applied',
    });
  });

  it('are decided once, whoever comes at the same time', async () => {
    const { bring, store, rows } = await open();
    const refresh = await bring({ one: '1e-06' });
    const query = { refreshId: refresh.id, verdict: null, state: null, after: 0, limit: 9 } as const;
    const applied = await store.changes(query);
    const decision = { refresh, at: 7_000_000, reason: null, applied, rejected: [], stale: [] };
    expect(await store.settle({ ...decision, by: 'bea' })).toBe(true);
    expect(await store.settle({ ...decision, by: 'cid' })).toBe(false);
    expect(await store.changes(query)).toMatchObject([{ state: 'applied', decidedBy: 'bea' }]);
    await rows.refresh();
    expect(rows.current()).toHaveLength(2);
  });

  it('are seen by another process, which tells whoever listens once', async () => {
    const database = await stores.open();
    const [here, there] = [roomsOn(database), roomsOn(database)];
    let heard = 0;
    there.rows.onChange(() => {
      heard += 1;
    });
    await here.decide.approveClean(here.deciding((await here.bring({ one: '1e-06' })).id));
    await there.rows.refresh();
    await there.rows.refresh();
    expect(there.held()).toEqual(here.held());
    expect(heard).toBe(1);
  });

  it('are listed newest first, page by page', async () => {
    const { bring, store } = await open();
    const made = [await bring({ a: '1e-06' }), await bring({ b: '1e-06' }), await bring({ c: '1e-06' })];
    const newest = await store.list({ before: null, limit: 2 });
    expect(newest.map(({ id }) => id)).toEqual([made[2]?.id, made[1]?.id]);
    expect((await store.list({ before: made[1]?.id ?? '', limit: 2 })).map(({ id }) => id)).toEqual([made[0]?.id]);
    expect(await store.find(made[0]?.id ?? '')).toEqual(made[0]);
    expect(await store.find('crf_none')).toBeNull();
  });

  it('keep the last reading of each source', async () => {
    const { bring, propose, store } = await open();
    await bring({ one: '1e-06' });
    await bring({ two: '1e-06' });
    await propose.hearVendor('acme', { models: [], digest: 'sha256:1' }, 'system');
    const readings = await store.readings();
    expect(readings.map(({ source, offers }) => [source, offers.map(({ model }) => model)])).toEqual([
      ['litellm', ['two']],
      ['vendor:acme', []],
    ]);
  });

  it('take a file of thousands of models in one go', async () => {
    const { bring, decide, deciding, rows } = await open();
    const names = Array.from({ length: 1500 }, (_, index) => [`m${index}`, '1e-06']);
    const refresh = await bring(Object.fromEntries(names));
    expect(refresh.cleanChanges).toBe(1500);
    expect(accepted(await decide.approveClean(deciding(refresh.id))).state).toBe('applied');
    expect(rows.current()).toHaveLength(3000);
  });

  it('refuse what is not the document it is said to be, and what comes from the future', async () => {
    const { propose, clock } = await open();
    const document = { kind: 'litellm', text: '[]', observedAt: null, by: 'ada' } as const;
    expect(await propose.upload(document)).toMatchObject({ code: 'bad-request' });
    expect(await propose.upload({ ...document, observedAt: clock.now() + 1 })).toMatchObject({ code: 'bad-request' });
    expect(await propose.upload({ ...document, kind: 'vendor' })).toMatchObject({ code: 'bad-request' });
  });
});
