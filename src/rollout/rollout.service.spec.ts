import { aRoutePlan } from '../../test/builders/a-route-plan.js';
import { anExchange, aShadowPair } from '../../test/builders/an-exchange.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeExchangeStore } from '../../test/fakes/exchange-store.fake.js';
import { FakeShadowPairStore } from '../../test/fakes/shadow-pair-store.fake.js';
import { FakeUpstreams } from '../../test/fakes/upstreams.fake.js';
import { startRooms } from '../../test/harness/rooms-over-http.js';
import type { Arm } from '../exchanges/exchange.js';
import { Log } from '../platform/telemetry/log.client.js';
import { FallbackProbe } from './fallback-probe.service.js';
import { GuardrailReader } from './guardrail-reader.service.js';
import { ProjectGuardrailsController } from './project-guardrails.controller.js';
import { RolloutService } from './rollout.service.js';
import type { RoutePlan } from './route-plan.js';
import { RoutePlanStore } from './route-plan-store.js';

class OnePlan extends RoutePlanStore {
  constructor(private readonly plan: RoutePlan) {
    super();
  }

  find(projectId: string): Promise<RoutePlan | null> {
    return Promise.resolve(projectId === this.plan.projectId ? this.plan : null);
  }

  exposed(): Promise<RoutePlan[]> {
    return Promise.resolve([this.plan]);
  }

  onChange(): () => void {
    return () => undefined;
  }
}

const start = aRoutePlan().stepEnteredAt;
const hour = 3_600_000;
const shadowThresholds = { pairsMin: 50, agreementMin: 0.8, failureShareMax: 0.1 };

describe('the guardrails over HTTP', () => {
  it('are read when asked, and are nothing before there is a plan', async () => {
    const clock = new FakeClock(start + 4 * hour);
    const exchanges = new FakeExchangeStore();
    const upstreams = new FakeUpstreams();
    const rollout = new RolloutService(
      new OnePlan(aRoutePlan()),
      new FakeShadowPairStore(),
      new GuardrailReader(exchanges, clock),
      new FallbackProbe(upstreams, clock),
      clock,
      new Log('silent'),
    );
    const http = await startRooms({
      controllers: [ProjectGuardrailsController],
      providers: [{ provide: RolloutService, useValue: rollout }],
    });
    const ask = (id: string) => http.ask({ path: `/v1/projects/${id}/guardrails`, role: 'viewer' });
    const { body } = await ask('prj_one');
    expect(body).toMatchObject({
      problem: null,
      guardrails: [
        { id: 'error-rate', outcome: 'inconclusive', n: 0 },
        { id: 'latency', outcome: 'inconclusive', n: 0 },
      ],
    });
    expect((await ask('prj_two')).status).toBe(404);
    await http.stop();
  });
});

describe('the readings for the gates', () => {
  let exchanges: FakeExchangeStore;
  let pairs: FakeShadowPairStore;
  let upstreams: FakeUpstreams;

  function service(plan = aRoutePlan()): RolloutService {
    const clock = new FakeClock(start + 4 * hour);
    const reader = new GuardrailReader(exchanges, clock);
    return new RolloutService(
      new OnePlan(plan),
      pairs,
      reader,
      new FallbackProbe(upstreams, clock),
      clock,
      new Log('silent'),
    );
  }

  async function calls(arm: Arm, count: number, parts: { at: number; outcome?: 'ok' | 'timeout' }): Promise<void> {
    await exchanges.append(
      Array.from({ length: count }, () => anExchange({ arm, route: arm, latencyMs: 50, ...parts })),
    );
  }

  beforeEach(() => {
    exchanges = new FakeExchangeStore();
    pairs = new FakeShadowPairStore();
    upstreams = new FakeUpstreams();
  });

  it('count the whole step, not only its last minutes', async () => {
    await calls('incumbent', 2000, { at: start + hour });
    await calls('candidate', 300, { at: start + hour });
    const reading = await service().guardrailReading('prj_one');
    expect(reading).toMatchObject({
      kind: 'guardrail.window',
      outcome: 'pass',
      value: {
        since: start,
        stepEnteredAt: start,
        candidateExchanges: 300,
        incumbentExchanges: 2000,
        weightPercent: 5,
      },
    });
  });

  it('let a breach of the last minutes stand, however good the hours before were', async () => {
    await calls('incumbent', 90_000, { at: start + hour });
    await calls('candidate', 90_000, { at: start + hour });
    await calls('incumbent', 1000, { at: start + 4 * hour - 60_000 });
    await calls('candidate', 60, { at: start + 4 * hour - 60_000, outcome: 'timeout' });
    expect(await service().guardrailReading('prj_one')).toMatchObject({ outcome: 'fail' });
  });

  it('are inconclusive without traffic, and without a policy', async () => {
    expect(await service().guardrailReading('prj_one')).toMatchObject({ outcome: 'inconclusive' });
    await calls('incumbent', 2000, { at: start + hour });
    await calls('candidate', 300, { at: start + hour });
    const unjudged = await service(aRoutePlan({ guardrails: null })).guardrailReading('prj_one');
    expect(unjudged).toMatchObject({ outcome: 'inconclusive', value: { guardrails: [] } });
  });

  it('are an error when the counts cannot be read', async () => {
    exchanges.tally = () => Promise.reject(new Error('gone'));
    pairs.tally = () => Promise.reject(new Error('gone'));
    expect(await service().guardrailReading('prj_one')).toMatchObject({ outcome: 'error' });
    expect(await service().shadowReading('prj_one', shadowThresholds)).toMatchObject({ outcome: 'error' });
  });

  it('count the pairs of the shadow since the step began, of this attempt', async () => {
    await Promise.all(Array.from({ length: 100 }, () => pairs.append(aShadowPair({ at: start + hour }))));
    await pairs.append(aShadowPair({ at: start - 1, agree: false }));
    await pairs.append(aShadowPair({ at: start + hour, attempt: 2, agree: false }));
    const reading = await service(aRoutePlan({ mode: 'shadow' })).shadowReading('prj_one', shadowThresholds);
    expect(reading).toMatchObject({ kind: 'shadow.agreement', outcome: 'pass', value: { pairs: 100, agreeing: 100 } });
  });

  it('ask the incumbent whether it is there', async () => {
    expect(await service().fallbackReading('prj_one')).toMatchObject({ outcome: 'pass', value: { healthy: true } });
    upstreams.outcome = 500;
    expect(await service().fallbackReading('prj_one')).toMatchObject({ outcome: 'fail', value: { healthy: false } });
  });

  it('are refused for a project without a plan', async () => {
    expect(await service().guardrailReading('prj_two')).toMatchObject({ refused: true, code: 'not-found' });
  });
});
