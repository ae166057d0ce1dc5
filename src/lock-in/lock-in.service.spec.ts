// A project is measured on its way: from nothing known to the vendor left behind. On both engines.
import { anExchange } from '../../test/builders/an-exchange.js';
import { type LockInRooms, lockInRooms, noModels, twoModels } from '../../test/builders/lock-in-rooms.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import { isRefusal } from '../kernel/refusal.js';
import { scoreFrom } from './days/scored-day.js';
import type { Declaration } from './facts/check-declaration.js';
import { allIndicators } from './indicators/all-indicators.js';
import { type HandedFacts, nothingHanded } from './measure/handed-facts.js';

const today = Date.parse('2026-11-25T12:00:00Z');
const dayMs = 86_400_000;
const projectId = 'prj_one';

async function declare(rooms: LockInRooms, values: Readonly<Record<string, number | string>>): Promise<void> {
  for (const [indicatorId, value] of Object.entries(values)) {
    const declaration: Declaration = {
      ...{ indicatorId, value, basis: 'documented', observedAt: null, validUntil: null },
      ...{ evidence: ['register'], note: 'By the register.', owner: 'grace' },
    };
    expect(isRefusal(await rooms.declare.declare(projectId, declaration))).toBe(false);
  }
}

const chats = (count: number, parts: Parameters<typeof anExchange>[0] = {}) =>
  Array.from({ length: count }, () =>
    anExchange({ at: today - 3600_000, request: Buffer.from('{"messages":[]}'), ...parts }),
  );

describeOnEachDatabase('a project whose lock-in is measured', (stores) => {
  const open = async (catalog = noModels) => lockInRooms(await stores.open(), { catalog, at: today });

  it('scores 77.44 between 0 and 100 with no confidence while nothing is known', async () => {
    const { service } = await open();
    const { document } = await service.measure(projectId, nothingHanded);
    expect([document.score, document.low, document.high, document.confidence]).toEqual([
      expect.closeTo(77.44, 2),
      0,
      100,
      0,
    ]);
    expect(document.band).toBeNull();
  });

  it('explains every point of both ledgers', async () => {
    const rooms = await open();
    await rooms.stores.exchanges.append(chats(20));
    await declare(rooms, { '4.4': 'both', 't5.1': 'three' });
    const { ledgers } = (await rooms.service.measure(projectId, nothingHanded)).document;
    for (const { score, dimensions } of [ledgers.source, ledgers.target]) {
      const points = dimensions.flatMap((one) => one.indicators).reduce((sum, one) => sum + one.points, 0);
      expect(points).toBeCloseTo(score, 9);
    }
    const assisted = ledgers.source.dimensions.flatMap((one) => one.indicators).find((one) => one.id === '4.4');
    expect(assisted?.fact).toMatchObject({ value: 'both', evidence: ['register'], recordedBy: 'grace' });
  });

  it('opens forced on a model that is shut down already, and says why', async () => {
    const { service } = await open(twoModels);
    const { document } = await service.measure(projectId, { ...nothingHanded, models: ['gpt-4'] });
    expect(document.forced).toMatchObject({ model: 'gpt-4', shutdownOn: '2026-10-23', leadTimeDays: 180 });
    expect(document.forced?.because).toContain('was shut down on 2026-10-23; leaving takes 180 days');
    expect(document.floors.map((one) => one.name)).toEqual(['shutdown-before-exit']);
    expect(document.score).toBeGreaterThanOrEqual(75);
  });

  it('takes the short notices of its developer for a date where none was announced, and is not forced by them', async () => {
    const { service } = await open(twoModels);
    const { document, newFacts } = await service.measure(projectId, { ...nothingHanded, models: ['gpt-4o'] });
    expect(document).toMatchObject({ forced: null, daysToShutdown: 84, liability: { probability: 1 - Math.exp(-1) } });
    const found = new Map(newFacts.map((one) => [one.indicatorId, one]));
    expect(found.get('5.1')).toMatchObject({ value: 84 / 180, basis: 'catalogue' });
    expect(found.get('5.2')).toMatchObject({ value: 0.5, basis: 'catalogue' });
  });

  it('follows the project through its stages by itself', async () => {
    const rooms = await open(twoModels);
    const { service, clock, stores: kept } = rooms;
    const path: number[] = [];
    const measure = async (handed: HandedFacts) => {
      const { document } = await service.measure(projectId, handed);
      path.push(document.score);
      clock.advance(dayMs);
      return document;
    };
    let handed: HandedFacts = nothingHanded;
    await measure(handed);

    await declare(rooms, {
      ...{ '1.5': 'material', '4.2': 'd30', '4.3': 0.4, '4.4': 'one', '4.5': 'one', '4.6': 'inside', '4.7': 'none' },
      ...{ '4.1': 1, '6.1': 'approved', '6.2': 0.5, '6.6': 'one' },
    });
    handed = { ...handed, criticality: { level: 'high', at: today, by: 'ada' } };
    expect((await measure(handed)).confidence).toBeGreaterThan(0.2);

    await kept.exchanges.append(chats(40, { vendor: 'openai', at: clock.now() - 60_000 }));
    const captured = await measure(handed);
    expect(captured).toMatchObject({ vendorShare: 1, isVendorShareMeasured: true, calls: { window: 40 } });

    const evaluation = {
      ...{ runId: 'evl_1', at: clock.now(), parity: 'non_inferior' as const, criticalSegments: 1 },
      ...{ coveredCriticalSegments: 1, promptTransferGap: null },
      testedAlternatives: 1,
    };
    handed = { ...handed, evaluation };
    await measure(handed);

    await kept.exchanges.append(
      chats(360, { vendor: 'own', arm: 'candidate', route: 'candidate', at: clock.now() - 60_000 }),
    );
    expect((await measure(handed)).vendorShare).toBeCloseTo(0.1, 9);

    handed = { ...handed, leftVendorAt: clock.now() };
    const left = await measure(handed);
    expect(left).toMatchObject({ vendorShare: 0, forced: null, sourceClosedAt: expect.any(String) });
    const frozen = left.ledgers.source.dimensions.flatMap((one) => one.indicators);
    const ended = frozen.filter(({ id }) => ['1.1', '1.2', '1.6'].includes(id));
    expect(ended.map(({ fact, points }) => [fact?.value, points])).toEqual(Array(3).fill([0, 0]));
    expect((await service.measure(projectId, handed)).newFacts).toEqual([]);
    clock.advance(365 * dayMs);
    const later = await measure(handed);
    expect(later.ledgers.source.score).toBe(left.ledgers.source.score);
    expect(later.ledgers.target.score).toBeGreaterThanOrEqual(left.ledgers.target.score);

    expect(path.slice(0, 4)).toEqual([...path.slice(0, 4)].sort((one, other) => other - one));
  });

  it('adds a measured fact when it says something else, and once a day to keep it fresh', async () => {
    const { service, clock, stores: kept } = await open();
    await kept.exchanges.append(chats(10));
    const first = await service.measure(projectId, nothingHanded);
    expect(first.newFacts.length).toBeGreaterThan(5);
    clock.advance(1000);
    expect((await service.measure(projectId, nothingHanded)).newFacts).toEqual([]);
    clock.advance(dayMs);
    expect((await service.measure(projectId, nothingHanded)).newFacts.length).toBe(first.newFacts.length);
  });

  it('splits a change into facts, ageing and weights, which add up', async () => {
    const rooms = await open();
    await declare(rooms, { '4.4': 'both' });
    await rooms.service.measure(projectId, nothingHanded);
    rooms.clock.advance(100 * dayMs);
    await declare(rooms, { '4.5': 'both' });
    await declare(rooms, { '4.4': 'one' });
    const [newest, first] = (
      await rooms.stores.facts.list({ projectId, indicatorId: '4.4', afterId: null, limit: 2 })
    ).map(({ id, supersedes }) => ({ id, supersedes }));
    expect([newest?.supersedes, first?.supersedes]).toEqual([first?.id, null]);
    const { change } = (await rooms.service.measure(projectId, nothingHanded)).document;
    expect(change).toMatchObject({ since: '2026-11-25', byProfile: 0 });
    expect(change?.byAgeing).toBeGreaterThan(0);
    expect(change?.byFacts).toBeLessThan(0);
    expect((change?.byFacts ?? 0) + (change?.byAgeing ?? 0)).toBeCloseTo(change?.total ?? Number.NaN, 9);
  });

  it('scores a stored day again to the last bit', async () => {
    const rooms = await open(twoModels);
    await rooms.stores.exchanges.append(chats(7, { tags: { criticality: 'critical' } }));
    await declare(rooms, { '4.3': 0.37, 't1.1': 'managed' });
    await rooms.service.measure(projectId, { ...nothingHanded, models: ['gpt-4o'] });
    const day = await rooms.stores.days.find(projectId, '2026-11-25');
    if (day === null) {
      throw new Error('the day was not kept');
    }
    const profile = await rooms.stores.days.profile(day.profileDigest);
    const again = scoreFrom({
      indicators: allIndicators,
      profile: profile ?? rooms.profile,
      from: day.from,
      now: day.at,
    });
    expect(JSON.parse(JSON.stringify(again))).toEqual(day.assessment);
  });

  it('is blocked by forbidden answers in its data, also when a later report is silent about them', async () => {
    const { service, clock } = await open();
    const lineage = { datasetId: 'dst_1', at: today, right: 'forbidden' as const, vendorRows: 10, rows: 20 };
    const first = await service.measure(projectId, { ...nothingHanded, lineage, trainsOnVendorAnswers: true });
    expect(first.document.blockedBecause).toHaveLength(1);
    clock.advance(dayMs);
    expect((await service.measure(projectId, nothingHanded)).document.blockedBecause).toHaveLength(1);
  });

  it('sees from an invoice what went past the gateway, and from drills that leaving works', async () => {
    const { service, stores: kept, inputs } = await open();
    await kept.exchanges.append(chats(10, { vendor: 'openai', promptTokens: 90, completionTokens: 10 }));
    const line = { vendor: 'openai', from: '2026-11-01', until: '2026-12-01', inputTokens: 1800, outputTokens: 200 };
    await inputs.importInvoice(projectId, { lines: [{ ...line, amount: 9, currency: 'USD', calls: 20 }] }, 'ada');
    const drill = { at: today - dayMs, passed: true, evidence: ['log'], note: 'Went well.' };
    const lengths = { hours: 4, impactToleranceHours: 8 };
    await inputs.recordDrill(projectId, { ...drill, ...lengths, kind: 'exit', scenario: 'stressed' }, 'ada');
    const { newFacts } = await service.measure(projectId, nothingHanded);
    const found = (id: string) => newFacts.find((one) => one.indicatorId === id)?.value;
    expect(['2.4', '3.1', '6.3', '6.4'].map(found)).toEqual([0.5, 0.5, 'm12', 0.5]);
  });

  it('takes what the deployment reports for measured, each part with its evidence', async () => {
    const { service, inputs } = await open();
    const scan = { parts: { criticalFaults: 3 }, at: today - 20 * dayMs, evidence: ['scan 1'] };
    const rest = { capacityBySupplier: { a: 1, b: 1 }, loadTest: { capacityWithoutLargestNode: 130, peak: 100 } };
    const more = { engineSupport: 'current' as const, hardwareOnlyShare: 0, qualitySampledShare: 0.75 };
    expect(isRefusal(await inputs.reportServing(projectId, scan, 'ada'))).toBe(false);
    const parts = { ...rest, ...more, hasDriftMonitor: true };
    await inputs.reportServing(projectId, { parts, at: null, evidence: ['inventory'] }, 'ada');
    const { newFacts } = await service.measure(projectId, nothingHanded);
    const found = new Map(newFacts.map((one) => [one.indicatorId, one]));
    const value = (id: string) => found.get(id)?.value;
    expect(['t2.3', 't3.2', 't4.1', 't4.4', 't7.1', 't7.2'].map(value)).toEqual([3, 'current', 0.5, 0, 'one', 0.25]);
    expect(value('t4.2')).toBeCloseTo(0.3, 12);
    expect(found.get('t2.3')).toMatchObject({ basis: 'measured', evidence: ['scan 1'], observedAt: scan.at });
  });

  it('refuses a report of the deployment that says nothing, or of what has not been', async () => {
    const { inputs } = await open();
    const fieldsOf = async (parts: object, at: number | null = null) =>
      inputs.reportServing(projectId, { parts, at, evidence: ['x'] }, 'ada');
    expect(await fieldsOf({})).toMatchObject({ code: 'bad-request', fields: [{ pointer: '' }] });
    expect(await fieldsOf({ criticalFaults: 1 }, today + 1)).toMatchObject({ fields: [{ pointer: '/observedAt' }] });
    expect(await fieldsOf({ capacityBySupplier: { a: -1 } })).toMatchObject({
      fields: [{ pointer: '/capacityBySupplier/a' }],
    });
  });

  it('reads what the candidate’s licence asks, and leaves what is unclear unknown', async () => {
    const { service, clock } = await open();
    const licence = { model: 'm', state: 'managed' as const, because: 'Fewer than 700 million monthly users.' };
    const read = async (parts: Partial<NonNullable<HandedFacts['licence']>>) => {
      clock.advance(dayMs);
      const said = { ...licence, asksNothing: false, evidence: ['gates'], ...parts };
      return (await service.measure(projectId, { ...nothingHanded, licence: said })).newFacts;
    };
    expect(await read({ state: 'unclear' })).toEqual([]);
    expect(await read({})).toMatchObject([{ indicatorId: 't1.1', value: 'managed', basis: 'documented' }]);
    const free = await read({ state: 'none', asksNothing: true });
    expect(free.map(({ indicatorId, value }) => [indicatorId, value])).toEqual([
      ['t1.1', 'none'],
      ['t1.2', 'met'],
    ]);
    const broken = await service.measure(projectId, {
      ...nothingHanded,
      licence: { ...licence, state: 'breached', asksNothing: false, evidence: [] },
    });
    expect(broken.document.floors.map(({ name }) => name)).toContain('licence-breached');
  });

  it('ranks remedies by cost and reckons the liability, once somebody estimated them', async () => {
    const rooms = await open(twoModels);
    const nothing = { reembeddingUsd: 0, forfeitedCommitmentUsd: 0, residualQualityLossUsd: 0, dualRunningUsd: 0 };
    const work = {
      engineeringDays: 10,
      usdPerEngineeringDay: 100,
      reevaluationUsd: 0,
      relabellingUsd: 0,
      retrainingUsd: 0,
    };
    const value = { switching: { ...nothing, ...work }, remediesUsd: { '6.3': 100 } };
    await rooms.inputs.estimate(projectId, value, 'ada');
    const { document } = await rooms.service.measure(projectId, { ...nothingHanded, models: ['gpt-4'] });
    expect(document.liability).toEqual({ switchingUsd: 1000, probability: 1, expectedUsd: 1000, horizonYears: 1 });
    expect(document.remediation[0]?.indicatorId).toBe('6.3');
  });
});
