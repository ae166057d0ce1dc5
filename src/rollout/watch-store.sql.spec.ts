import { outboxMessages } from '../../test/builders/outbox-messages.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeIds } from '../../test/fakes/ids.fake.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import type { Database } from '../platform/database/database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import type { Watch } from './watch.js';
import { SqlWatchStore } from './watch-store.sql.js';

const step = { projectId: 'prj_one', revision: 7, attempt: 1, stepEnteredAt: 100 };
const breach = { ...step, guardrail: 'error-rate', measured: 0.2, bound: 0.02, at: 500, evidence: [] };
const watch: Watch = {
  projectId: 'prj_one',
  subject: 'fallback',
  attempt: 1,
  stepEnteredAt: 100,
  failures: 3,
  isDown: true,
};

describeOnEachDatabase('what the watch remembers', (stores) => {
  const ids = new FakeIds();
  let database: Database;
  let store: SqlWatchStore;
  const open = (on: Database) => new SqlWatchStore(on, new Outbox(on, new FakeClock(), ids));

  beforeEach(async () => {
    database = await stores.open();
    store = open(database);
  });

  it('gives back a watch as it was saved last', async () => {
    await store.save({ ...watch, failures: 2, isDown: false }, null);
    await store.save(watch, null);
    expect(await store.find('prj_one', 'fallback')).toEqual(watch);
    expect(await store.find('prj_one', 'telemetry')).toBeNull();
    expect(await store.down('fallback')).toEqual(['prj_one']);
    expect(await store.down('telemetry')).toEqual([]);
  });

  it('tells the news with the watch', async () => {
    await store.save(watch, { projectId: 'prj_one', type: 'FALLBACK_DOWN', at: 500, evidence: [] });
    expect(await outboxMessages(database)).toEqual([
      {
        topic: 'happening',
        projectId: 'prj_one',
        payload: { projectId: 'prj_one', events: [{ type: 'FALLBACK_DOWN', at: 500 }], evidence: [] },
      },
    ]);
  });

  it('tells a breach once for each attempt and step, restarts included', async () => {
    expect(await store.tellBreach(breach)).toBe(true);
    expect(await store.tellBreach({ ...breach, revision: 8, guardrail: 'latency' })).toBe(false);
    database = await stores.reopen(database);
    store = open(database);
    expect(await store.tellBreach(breach)).toBe(false);
    expect(await store.tellBreach({ ...breach, stepEnteredAt: 101 })).toBe(true);
    expect(await store.tellBreach({ ...breach, attempt: 2 })).toBe(true);
    const [first, ...others] = await outboxMessages(database);
    expect(first?.payload).toMatchObject({
      ...step,
      events: [{ type: 'GUARDRAIL_BREACHED', guardrail: 'error-rate' }],
    });
    expect(others).toHaveLength(2);
  });

  it('tells a breach once although two processes find it at the same time', async () => {
    const told = await Promise.all([store.tellBreach(breach), open(database).tellBreach(breach)]);
    expect(told.filter(Boolean)).toHaveLength(1);
  });
});
