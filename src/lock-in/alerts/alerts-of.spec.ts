import type { AlertFacts, LifeOfModel } from './alert-facts.js';
import { alertsOf, raiseAlerts, rememberAlerts } from './alerts-of.js';
import { allAlerts } from './all-alerts.js';

const dayMs = 86_400_000;
const now = 1_764_000_000_000;
const inDays = (days: number) => now + days * dayMs;

const quiet: AlertFacts = {
  now,
  exitLeadTimeDays: 100,
  models: [],
  servedByOther: null,
  fingerprints: [],
  unpinnedInCriticalFlows: [],
  features: [],
  captureGap: null,
  priceIndex30Days: null,
  history: [],
  confidence: null,
  drills: [drill({ at: inDays(-10) })],
  contracts: [],
  texts: [],
  heldState: [],
  ramp: null,
};

function drill(parts: Partial<AlertFacts['drills'][number]>): AlertFacts['drills'][number] {
  return {
    id: 'drl_1',
    at: now,
    kind: 'exit',
    scenario: 'stressed',
    passed: true,
    hours: 4,
    impactToleranceHours: 8,
    ...parts,
  };
}

function life(parts: Partial<LifeOfModel>): LifeOfModel {
  return {
    model: 'closed-4',
    developer: 'Closed AI',
    isCritical: false,
    shutdownAt: null,
    announcedAt: null,
    told: [],
    formerEnds: [],
    promisedNoticeDays: null,
    replacements: [],
    sources: ['page'],
    ...parts,
  };
}

const keysOf = (parts: Partial<AlertFacts>) => raiseAlerts({ ...quiet, ...parts }).map(({ key }) => key);
const told = (days: number, source: string) => ({ shutdownAt: inDays(days), observedAt: now, source });

describe('the list of alert rules', () => {
  it('has sixteen, numbered from one, each with a question and its own name', () => {
    expect(allAlerts.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
    expect(new Set(allAlerts.map(({ name }) => name)).size).toBe(16);
    expect(allAlerts.filter(({ question }) => !question.endsWith('?'))).toEqual([]);
  });

  it('is quiet where nothing was seen', () => {
    expect(keysOf({})).toEqual([]);
  });
});

describe('each alert', () => {
  it.each([
    [-1, 'over'],
    [0, 'over'],
    [99, 'late'],
    [100, 'tight'],
    [149, 'tight'],
    [150, 'ahead'],
    [199, 'ahead'],
  ])('1: an end in %i days at a lead time of 100 is %s', (days, tier) => {
    expect(keysOf({ models: [life({ shutdownAt: inDays(days) })] })).toEqual([`shutdown.near/closed-4/${tier}`]);
  });

  it('1: an end at twice the lead time is quiet, and so is none', () => {
    expect(keysOf({ models: [life({ shutdownAt: inDays(200) }), life({})] })).toEqual([]);
  });

  it('2: a date that moved earlier is told, and one that moved later is not', () => {
    const former = { shutdownAt: inDays(400), observedAt: inDays(-40), source: 'page' };
    const moved = (days: number) =>
      life({ shutdownAt: inDays(days), formerEnds: [former], told: [told(days, 'page')] });
    expect(keysOf({ models: [moved(300)] })).toHaveLength(1);
    expect(keysOf({ models: [moved(500)] })).toEqual([]);
  });

  it('2: sources that differ are a conflict', () => {
    const model = life({ shutdownAt: inDays(300), told: [told(300, 'page'), told(330, 'registry')] });
    const [alert] = raiseAlerts({ ...quiet, models: [model] });
    expect(alert).toMatchObject({ name: 'shutdown.unsettled', evidence: ['page', 'registry'] });
  });

  it('3: a notice shorter than promised', () => {
    const model = (promisedNoticeDays: number) =>
      life({ shutdownAt: inDays(300), announcedAt: inDays(120), promisedNoticeDays });
    expect(keysOf({ models: [model(181)] })).toEqual(['notice.short/closed-4']);
    expect(keysOf({ models: [model(180)] })).toEqual([]);
  });

  it('4: a replacement that ends itself', () => {
    const replacements = [
      { model: 'closed-5', shutdownAt: inDays(500) },
      { model: 'closed-6', shutdownAt: null },
    ];
    expect(keysOf({ models: [life({ shutdownAt: inDays(300), replacements })] })).toEqual([
      'replacement.ends/closed-4/closed-5',
    ]);
  });

  it('5: answers of another model, or under a new fingerprint', () => {
    const seen = (fingerprint: string, days: number) => ({
      ...{ model: 'closed-4', fingerprint },
      firstAt: inDays(days),
      lastAt: now,
    });
    expect(keysOf({ servedByOther: { calls: 3, namingModel: 100, sampleIds: ['exc_1'] } })).toEqual([
      'served.other/other-model',
    ]);
    expect(keysOf({ servedByOther: { calls: 0, namingModel: 100, sampleIds: [] } })).toEqual([]);
    expect(keysOf({ fingerprints: [seen('fp_1', -90), seen('fp_2', -3)] })).toEqual([
      'served.other/fingerprint/closed-4/fp_2',
    ]);
    expect(keysOf({ fingerprints: [seen('fp_1', -90), seen('fp_2', -14)] })).toEqual([]);
  });

  it('6: a moving name in a critical flow', () => {
    const flow = { model: 'closed-latest', calls: 4, sampleIds: ['exc_1'] };
    expect(keysOf({ unpinnedInCriticalFlows: [flow] })).toEqual(['alias.unpinned/closed-latest']);
  });

  it('7: a new feature of class C or D, for thirty days', () => {
    const feature = (portability: 'B' | 'D', days: number) => ({
      ...{ feature: 'Stored threads', portability, calls: 2, sampleIds: [] },
      firstAt: inDays(days),
    });
    expect(keysOf({ features: [feature('D', -2)] })).toEqual(['feature.new/Stored threads']);
    expect(keysOf({ features: [feature('D', -30), feature('B', -2)] })).toEqual([]);
  });

  it('8: more than five in a hundred tokens not captured, and not exactly five', () => {
    const gap = (share: number) => ({ captureGap: { share, invoiceId: 'inv_1', untilAt: now } });
    expect(keysOf(gap(0.051))).toEqual(['capture.gap/inv_1']);
    expect(keysOf(gap(0.05))).toEqual([]);
  });

  it('9: a mix that is dearer by a tenth', () => {
    const index = (value: number) => ({ priceIndex30Days: { index: value, sources: ['list'] } });
    expect(keysOf(index(1.1))).toEqual(['price.up/by-10-percent']);
    expect(keysOf(index(1.099))).toEqual([]);
  });

  it('10: five points within thirty days, or a worse band', () => {
    const day = (days: number, score: number, band: 'low' | 'moderate' | 'high') => ({ at: inDays(days), score, band });
    expect(keysOf({ history: [day(-20, 40, 'moderate'), day(0, 45, 'moderate')] })).toEqual(['score.up/up-1']);
    expect(keysOf({ history: [day(-20, 48, 'moderate'), day(0, 51, 'high')] })).toEqual(['score.up/band-high']);
    expect(keysOf({ history: [day(-31, 20, 'low'), day(0, 44.9, 'moderate')] })).toEqual([]);
    expect(keysOf({ history: [day(-20, 51, 'high'), day(0, 48, 'moderate')] })).toEqual([]);
  });

  it('11: confidence below 0.7, and not at it', () => {
    expect(keysOf({ confidence: 0.69 })).toEqual(['confidence.low/below-0.7']);
    expect(keysOf({ confidence: 0.49 })).toEqual(['confidence.low/not-assessed']);
    expect(keysOf({ confidence: 0.7 })).toEqual([]);
  });

  it('12: no exit test that passed within twelve months; a failed one does not count', () => {
    expect(keysOf({ drills: [drill({ at: inDays(-366) })] })).toHaveLength(1);
    expect(keysOf({ drills: [drill({ at: inDays(-365) })] })).toEqual([]);
    expect(keysOf({ drills: [drill({ passed: false })] })).toEqual(['exit-test.old/never']);
  });

  it('13: a notice date within thirty days', () => {
    const term = (days: number) => ({
      contracts: [{ arrangementId: 'arr_1', contractRef: 'C-1', noticeByAt: inDays(days) }],
    });
    expect(keysOf(term(30))).toHaveLength(1);
    expect(keysOf(term(31))).toEqual([]);
    expect(keysOf(term(-1))).toEqual([]);
  });

  it('14: a text that changed', () => {
    const text = { of: 'Llama 2 licence', pinnedDigest: 'a', observedAt: now, source: 'page' };
    expect(keysOf({ texts: [{ ...text, presentDigest: 'b' }] })).toEqual(['terms.changed/Llama 2 licence/b']);
    expect(keysOf({ texts: [{ ...text, presentDigest: 'a' }] })).toEqual([]);
  });

  it('15: stored state that the vendor is about to drop', () => {
    const state = (oldest: number, exportedAt: number | null) => ({
      heldState: [
        {
          what: 'stored responses',
          vendor: 'openai',
          oldestAt: inDays(oldest),
          retentionDays: 30,
          exportedAt,
          sampleIds: [],
        },
      ],
    });
    expect(keysOf(state(-20, null))).toEqual(['state.ends/openai/stored responses/soon']);
    expect(keysOf(state(-40, null))).toEqual(['state.ends/openai/stored responses/dropping']);
    expect(keysOf(state(-40, inDays(-5)))).toEqual([]);
  });

  it('16: a way back that ends before the ramp', () => {
    const ramp = (days: number) => ({
      ramp: { rollbackModel: 'closed-4', shutdownAt: inDays(days), endsAt: inDays(40), sources: [] },
    });
    expect(keysOf(ramp(39))).toEqual(['rollback.ends/closed-4/ahead']);
    expect(keysOf(ramp(40))).toEqual([]);
  });
});

describe('the life of an alert', () => {
  const facts = { ...quiet, confidence: 0.6 };
  const key = 'confidence.low/below-0.7';
  const acknowledgement = { key, by: 'ada', reason: 'Facts are on their way.', at: inDays(-1), until: inDays(5) };

  it('is open, then acknowledged by a named person, then back when that has ended', () => {
    expect(alertsOf(facts, [], now)).toMatchObject([{ key, state: 'open', isBack: false, acknowledgement: null }]);
    expect(alertsOf(facts, [acknowledgement], now)).toMatchObject([
      { state: 'acknowledged', acknowledgement: { by: 'ada' } },
    ]);
    expect(alertsOf(facts, [acknowledgement], inDays(5))).toMatchObject([{ state: 'open', isBack: true }]);
  });

  it('speaks again when it gets worse, whatever was acknowledged', () => {
    const worse = alertsOf({ ...facts, confidence: 0.3 }, [acknowledgement], now);
    expect(worse).toMatchObject([{ key: 'confidence.low/not-assessed', state: 'open' }]);
  });

  it('is gone when its time has passed', () => {
    const model = life({ shutdownAt: inDays(10), announcedAt: inDays(0), promisedNoticeDays: 90 });
    const names = (at: number) => alertsOf({ ...quiet, models: [model] }, [], at).map(({ name }) => name);
    expect(names(now)).toContain('notice.short');
    expect(names(inDays(10))).not.toContain('notice.short');
  });

  it('is remembered as closed when its condition is gone, and opens anew when that comes back', () => {
    const opened = rememberAlerts([], [{ key }], 1);
    const closed = rememberAlerts(opened, [], 2);
    expect(closed).toEqual([{ key, openedAt: 1, closedAt: 2 }]);
    expect(rememberAlerts(closed, [{ key }], 3)).toEqual([
      { key, openedAt: 1, closedAt: 2 },
      { key, openedAt: 3, closedAt: null },
    ]);
  });

  it('is listed open and worst first', () => {
    const model = life({ shutdownAt: inDays(1) });
    const keys = alertsOf({ ...facts, models: [model] }, [acknowledgement], now).map((one) => one.key);
    expect(keys).toEqual(['shutdown.near/closed-4/late', key]);
  });
});
