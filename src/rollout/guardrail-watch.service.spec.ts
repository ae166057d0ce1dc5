// The watch on a real store with captured calls in memory; time is moved by hand.

import { aRoutePlan } from '../../test/builders/a-route-plan.js';
import { anExchange } from '../../test/builders/an-exchange.js';
import { happeningTypes, outboxMessages } from '../../test/builders/outbox-messages.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeExchangeStore } from '../../test/fakes/exchange-store.fake.js';
import { FakeIds } from '../../test/fakes/ids.fake.js';
import { FakeShadowPairStore } from '../../test/fakes/shadow-pair-store.fake.js';
import type { Arm } from '../exchanges/exchange.js';
import type { TallyQuery } from '../exchanges/exchange-store.js';
import { allMigrations } from '../migrations/all-migrations.sql.js';
import type { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import { Log } from '../platform/telemetry/log.client.js';
import { GuardrailReader } from './guardrail-reader.service.js';
import { GuardrailWatch } from './guardrail-watch.service.js';
import type { RoutePlan } from './route-plan.js';
import { SqlRoutePlanStore, writeRoutePlan } from './route-plan-store.sql.js';
import { SqlWatchStore } from './watch-store.sql.js';

class BreakableExchanges extends FakeExchangeStore {
  isBroken = false;

  override tally(query: TallyQuery) {
    return this.isBroken ? Promise.reject(new Error('the store does not answer')) : super.tally(query);
  }
}

const start = aRoutePlan().stepEnteredAt;
const minute = 60_000;

describe('the watch of the guardrails', () => {
  const log = new Log('silent');
  const ids = new FakeIds();
  let clock: FakeClock;
  let database: Database;
  let exchanges: BreakableExchanges;
  let watch: GuardrailWatch;

  function startWatch(): GuardrailWatch {
    const plans = new SqlRoutePlanStore(database, log);
    const watches = new SqlWatchStore(database, new Outbox(database, clock, ids));
    const pairs = new FakeShadowPairStore();
    return new GuardrailWatch(plans, watches, new GuardrailReader(exchanges, clock), pairs, clock, log);
  }

  async function expose(plan: RoutePlan): Promise<void> {
    await database.transaction((within) => writeRoutePlan(within, plan));
  }

  async function calls(arm: Arm, parts: { ok: number; failed: number; at?: number; attempt?: number }): Promise<void> {
    const { ok, failed, at = start + minute, attempt = 1 } = parts;
    const base = { arm, route: arm, at, attempt, latencyMs: 40 } as const;
    await exchanges.append(Array.from({ length: ok }, () => anExchange(base)));
    await exchanges.append(
      Array.from({ length: failed }, () => anExchange({ ...base, outcome: 'timeout', status: null })),
    );
  }

  beforeEach(async () => {
    clock = new FakeClock(start + 2 * minute);
    database = openDatabase({ url: null, file: ':memory:', connectionsMax: 1 });
    await migrate(database, allMigrations);
    exchanges = new BreakableExchanges();
    watch = startWatch();
  });

  afterEach(() => database.close());

  it('tells a breach in the first round after it, with the numbers and the evidence', async () => {
    await expose(aRoutePlan());
    await calls('incumbent', { ok: 990, failed: 10 });
    await calls('candidate', { ok: 40, failed: 40 });
    await watch.round();
    const [message] = await outboxMessages(database);
    expect(message?.payload).toMatchObject({
      projectId: 'prj_one',
      revision: 7,
      attempt: 1,
      stepEnteredAt: start,
      events: [{ type: 'GUARDRAIL_BREACHED', guardrail: 'error-rate', measured: 0.49, bound: 0.02, at: clock.now() }],
      evidence: [{ kind: 'guardrail.window', outcome: 'fail', value: { candidateExchanges: 80, weightPercent: 5 } }],
    });
  });

  it('tells it once, in later rounds and after a restart', async () => {
    await expose(aRoutePlan());
    await calls('incumbent', { ok: 990, failed: 10 });
    await calls('candidate', { ok: 0, failed: 80 });
    await watch.round();
    await watch.round();
    await startWatch().round();
    expect(await happeningTypes(database)).toEqual(['GUARDRAIL_BREACHED']);
  });

  it('looks afresh in a new step: what an earlier one saw does not trip it', async () => {
    await calls('incumbent', { ok: 990, failed: 10 });
    await calls('candidate', { ok: 0, failed: 80 });
    await expose(aRoutePlan({ stepEnteredAt: start + 2 * minute }));
    await watch.round();
    expect(await happeningTypes(database)).toEqual([]);
  });

  it.each([
    ['all is well', 80, 0],
    ['too few calls were made', 0, 49],
    ['no call was made', 0, 0],
  ])('says nothing when %s', async (_, ok, failed) => {
    await expose(aRoutePlan());
    await calls('incumbent', { ok: 990, failed: 10 });
    await calls('candidate', { ok, failed });
    await watch.round();
    expect(await happeningTypes(database)).toEqual([]);
  });

  it('watches nothing while nobody sees the candidate', async () => {
    await expose(aRoutePlan({ mode: 'incumbent' }));
    await calls('incumbent', { ok: 990, failed: 10 });
    await calls('candidate', { ok: 0, failed: 80 });
    await watch.round();
    expect(await happeningTypes(database)).toEqual([]);
  });

  it('compares with what the incumbent did before, once the candidate answers everything', async () => {
    await calls('incumbent', { ok: 990, failed: 10, at: start - minute });
    await calls('candidate', { ok: 40, failed: 40 });
    await expose(aRoutePlan({ mode: 'candidate' }));
    await watch.round();
    expect(await happeningTypes(database)).toEqual(['GUARDRAIL_BREACHED']);
  });

  it('tells that it cannot see at the second failed round, and when it sees again', async () => {
    await expose(aRoutePlan());
    exchanges.isBroken = true;
    await watch.round();
    expect(await happeningTypes(database)).toEqual([]);
    await startWatch().round();
    await watch.round();
    exchanges.isBroken = false;
    await watch.round();
    await watch.round();
    expect(await happeningTypes(database)).toEqual(['TELEMETRY_LOST', 'TELEMETRY_RESTORED']);
    const [lost] = await outboxMessages(database);
    expect(lost?.payload).toMatchObject({ evidence: [{ kind: 'guardrail.window', outcome: 'error' }] });
  });

  it('watches the others when one project cannot be read', async () => {
    const tally = exchanges.tally.bind(exchanges);
    exchanges.tally = (query) => (query.projectId === 'prj_zero' ? Promise.reject(new Error('broken')) : tally(query));
    await expose(aRoutePlan({ projectId: 'prj_zero' }));
    await expose(aRoutePlan());
    await calls('incumbent', { ok: 990, failed: 10 });
    await calls('candidate', { ok: 0, failed: 80 });
    await watch.round();
    expect(await happeningTypes(database)).toEqual(['GUARDRAIL_BREACHED']);
  });
});
