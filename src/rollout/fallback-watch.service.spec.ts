import { aRoutePlan } from '../../test/builders/a-route-plan.js';
import { happeningTypes } from '../../test/builders/outbox-messages.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeIds } from '../../test/fakes/ids.fake.js';
import { FakeUpstreams } from '../../test/fakes/upstreams.fake.js';
import { refusal } from '../kernel/refusal.js';
import { allMigrations } from '../migrations/all-migrations.sql.js';
import type { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import { Log } from '../platform/telemetry/log.client.js';
import { FallbackProbe } from './fallback-probe.service.js';
import { FallbackWatch } from './fallback-watch.service.js';
import type { RoutePlan } from './route-plan.js';
import { SqlRoutePlanStore, writeRoutePlan } from './route-plan-store.sql.js';
import { SqlWatchStore } from './watch-store.sql.js';

const incumbent = aRoutePlan().incumbent;

describe('the probe of the incumbent', () => {
  let upstreams: FakeUpstreams;
  let probe: FallbackProbe;

  beforeEach(() => {
    upstreams = new FakeUpstreams();
    probe = new FallbackProbe(upstreams, new FakeClock());
  });

  it('asks for the list of models, which costs nothing', async () => {
    expect(await probe.check(incumbent)).toMatchObject({ healthy: true, latencyMs: 20, problem: null });
    expect(upstreams.asked).toEqual(['GET https://acme.test/v1/models']);
  });

  it.each([[500], [503], [429], [401], ['unreachable'], ['timeout']] as const)(
    'is not healthy on %s',
    async (outcome) => {
      upstreams.outcome = outcome;
      expect((await probe.check(incumbent)).healthy).toBe(false);
    },
  );

  it('takes a refused key for a sign of life when the clients bring their own keys', async () => {
    upstreams.headers = {};
    upstreams.outcome = 401;
    expect((await probe.check(incumbent)).healthy).toBe(true);
  });

  it('asks for one token where there is no list of models', async () => {
    upstreams.outcome = 404;
    upstreams.answer = {
      kind: 'answer',
      text: 'p',
      promptTokens: 1,
      cachedTokens: 0,
      completionTokens: 1,
      modelServed: null,
      latencyMs: 30,
    };
    expect(await probe.check(incumbent)).toMatchObject({ healthy: true, latencyMs: 30 });
    expect(upstreams.asked).toEqual(['GET https://acme.test/v1/models', 'ask acme/acme-large 1']);
  });

  it('is not healthy when the vendor cannot even be addressed', async () => {
    upstreams.refusal = refusal('not-found', 'There is no vendor acme.');
    expect(await probe.check(incumbent)).toMatchObject({ healthy: false, problem: 'There is no vendor acme.' });
  });
});

describe('the watch of the fallback', () => {
  const log = new Log('silent');
  let database: Database;
  let upstreams: FakeUpstreams;
  let watch: FallbackWatch;

  beforeEach(async () => {
    database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    upstreams = new FakeUpstreams();
    const clock = new FakeClock();
    const watches = new SqlWatchStore(database, new Outbox(database, clock, new FakeIds()));
    const plans = new SqlRoutePlanStore(database, log);
    watch = new FallbackWatch(plans, watches, new FallbackProbe(upstreams, clock), log);
  });

  afterEach(() => database.close());

  const route = (plan: RoutePlan) => database.transaction((within) => writeRoutePlan(within, plan));

  async function rounds(count: number): Promise<void> {
    for (let round = 0; round < count; round += 1) {
      await watch.round();
    }
  }

  it('tells that it is down after the third failure and up after the first success', async () => {
    await route(aRoutePlan());
    upstreams.outcome = 'unreachable';
    await rounds(2);
    expect(await happeningTypes(database)).toEqual([]);
    await rounds(2);
    upstreams.outcome = 200;
    await rounds(2);
    expect(await happeningTypes(database)).toEqual(['FALLBACK_DOWN', 'FALLBACK_UP']);
  });

  it('goes on asking for a way back although nothing is exposed any more', async () => {
    await route(aRoutePlan());
    upstreams.outcome = 503;
    await rounds(3);
    await route(aRoutePlan({ revision: 8, mode: 'incumbent' }));
    upstreams.outcome = 200;
    await rounds(1);
    expect(await happeningTypes(database)).toEqual(['FALLBACK_DOWN', 'FALLBACK_UP']);
  });

  it('asks one incumbent once for all the projects that share it', async () => {
    await route(aRoutePlan());
    await route(aRoutePlan({ projectId: 'prj_two' }));
    await rounds(1);
    expect(upstreams.asked).toHaveLength(1);
  });
});
