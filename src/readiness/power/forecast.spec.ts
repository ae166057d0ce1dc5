import { shippedThresholds } from '../../../test/builders/set-context.js';
import { areDaysUneven, arrivalsOf } from './arrivals.js';
import { daysAtQuantile, daysUntil, rowsWithin } from './days-until.js';
import { reachableMargin, requiredHoldoutRows } from './holdout-need.js';
import { type PowerQuestion, powerFactsOf } from './power-facts-of.js';
import { simulateQuotas } from './simulate-quotas.js';

const dayMs = 86_400_000;
/** A Monday, noon. */
const now = Date.UTC(2026, 5, 1, 12);
const dayBefore = (days: number) => new Date(now - days * dayMs).toISOString().slice(0, 10);
const lastDays = (counts: readonly number[]) =>
  Object.fromEntries(counts.map((rows, at) => [dayBefore(counts.length - at), rows]));
const even = (days: number, rows: number) => lastDays(Array.from({ length: days }, () => rows));

describe('the waiting time for more rows', () => {
  it.each([
    [1200, 30, 3800, 91.0466, 94.9785, 98.3046, 100.3209],
    [40, 10, 460, 93.2507, 114.4384, 136.269, 151.5961],
    [12, 6, 488, 169.3376, 240.4606, 329.515, 402.4959],
  ])('after %d rows in %d days, %d more: %d, %d, %d, %d days', (rows, days, missing, ...expected) => {
    const waiting = { rows, days, missing };
    const [p10, p50, p85, p95] = expected;
    expect(daysUntil(waiting)).toEqual({
      p10: expect.closeTo(p10, 3),
      p50: expect.closeTo(p50, 3),
      p85: expect.closeTo(p85, 3),
    });
    expect(daysAtQuantile(waiting, 0.95)).toBeCloseTo(p95, 3);
  });

  it('has no basis before the first row, where the formula would promise centuries', () => {
    const waiting = { rows: 0, days: 5, missing: 500 };
    expect(daysUntil(waiting)).toBeNull();
    expect([0.1, 0.5, 0.85, 0.95].map((q) => Math.round(daysAtQuantile(waiting, q)))).toEqual([
      1845, 10_983, 139_726, 1_270_934,
    ]);
  });

  it('is none where nothing is missing', () => {
    expect(daysUntil({ rows: 0, days: 0, missing: 0 })).toEqual({ p10: 0, p50: 0, p85: 0 });
  });
});

describe('the rows of the next days', () => {
  it('spread around what came in as many days before', () => {
    expect(rowsWithin(30, { rows: 1200, days: 30 })).toEqual({ p5: 1121, p50: 1200, p95: 1282 });
    expect(rowsWithin(30, { rows: 0, days: 30 })).toBeNull();
  });
});

describe('arrivals', () => {
  it('count the days without a row, up to now', () => {
    const arrivals = arrivalsOf({ rowsByDay: lastDays([20, 0, 0, 0]), firstAt: now - 4 * dayMs, now });
    expect(arrivals).toMatchObject({ rows: 20, days: 4, wholeDays: [0, 0, 0] });
  });

  it('forget what is older than eight weeks', () => {
    const rowsByDay = { [dayBefore(100)]: 5_000, [dayBefore(3)]: 7 };
    expect(arrivalsOf({ rowsByDay, firstAt: now - 100 * dayMs, now })).toMatchObject({ rows: 7, days: 56 });
  });

  it('of a first hour are taken as an hour', () => {
    const arrivals = arrivalsOf({ rowsByDay: { [dayBefore(0)]: 3 }, firstAt: now - 60_000, now });
    expect(arrivals).toMatchObject({ rows: 3, days: 1 / 24, wholeDays: [] });
  });

  it('are none before the first exchange', () => {
    expect(arrivalsOf({ rowsByDay: {}, firstAt: null, now })).toBeNull();
  });

  it('are uneven where days differ by more than chance', () => {
    const of = (counts: readonly number[]) =>
      arrivalsOf({ rowsByDay: lastDays(counts), firstAt: now - counts.length * dayMs, now });
    const [calm, wild] = [of([9, 11, 10, 12, 8, 10, 9, 11]), of([40, 0, 0, 38, 0, 41, 0, 0])];
    expect([calm, wild].map((arrivals) => arrivals !== null && areDaysUneven(arrivals))).toEqual([false, true]);
  });
});

describe('quotas that wait for the same traffic', () => {
  const arrivals = { rows: 1200, days: 30, wholeDays: [], firstWeekday: 0, todaysWeekday: 0 };

  it('are simulated to what the formula gives for one alone', () => {
    const { all } = simulateQuotas([{ missing: 3800, rowsSeen: 1200 }], arrivals);
    expect(all?.p10).toBeCloseTo(91.05, -0.5);
    expect(all?.p50).toBeCloseTo(94.98, -0.5);
    expect(all?.p85).toBeCloseTo(98.31, -0.5);
  });

  it('are met when the slowest is, later than any alone', () => {
    const rare = { missing: 10, rowsSeen: 6 };
    const { days, all } = simulateQuotas([rare, rare, { missing: 100, rowsSeen: 960 }], arrivals);
    expect(all?.p50 ?? 0).toBeGreaterThan(days[0]?.p50 ?? Number.POSITIVE_INFINITY);
    expect(days[2]?.p50 ?? 0).toBeLessThan(5);
  });

  it('give the same dates again', () => {
    const quotas = [{ missing: 77, rowsSeen: 11 }];
    expect(simulateQuotas(quotas, arrivals)).toEqual(simulateQuotas(quotas, arrivals));
  });

  it('keep the weekdays where days are uneven', () => {
    // Forty rows on each Monday and none otherwise; today is a Monday, and so is the day that is dealt first.
    const wholeDays = Array.from({ length: 28 }, (_, at) => (at % 7 === 0 ? 40 : 0));
    const weekly = { rows: 160, days: 28, wholeDays, firstWeekday: 1, todaysWeekday: 1 };
    const { all } = simulateQuotas([{ missing: 100, rowsSeen: 160 }], weekly);
    expect(all).toEqual({ p10: 14.5, p50: 14.5, p85: 14.5 });
  });

  it('have no date beyond ten years', () => {
    const wholeDays = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7];
    const slow = { rows: 8, days: 14, wholeDays, firstWeekday: 1, todaysWeekday: 1 };
    expect(simulateQuotas([{ missing: 1_000_000, rowsSeen: 8 }], slow).all).toBeNull();
  });
});

describe('the hold-out', () => {
  const plan = { discordance: 0.1, alpha: 0.05, power: 0.8 };

  it('that a margin needs follows the score formula', () => {
    expect(requiredHoldoutRows(plan, 0.03)).toBe(717);
    expect(requiredHoldoutRows({ ...plan, discordance: 0.2 }, 0.05)).toBe(507);
  });

  it('shows the margin that it is large enough for, and no smaller one', () => {
    const margin = reachableMargin(plan, 717) ?? 0;
    expect(margin).toBeCloseTo(0.03, 3);
    expect(requiredHoldoutRows(plan, margin)).toBeLessThanOrEqual(717);
    expect(reachableMargin(plan, 0)).toBeNull();
  });
});

describe('power and date', () => {
  const question: PowerQuestion = {
    readiness: shippedThresholds().policy,
    evaluation: { nonInferiorityMargin: 0.03, alpha: 0.05, power: 0.8 },
    measuredDiscordance: null,
    trainRows: 300,
    holdoutRows: 75,
    classes: [
      { label: 'lost', keptTrain: 4 },
      { label: 'arrival', keptTrain: 296 },
    ],
    labelsInTraffic: { arrival: 190, lost: 10 },
    trainShare: 0.8,
    rowsByDay: even(20, 10),
    firstAt: now - 20 * dayMs,
    now,
  };
  const daysOf = (asked: PowerQuestion, quota: string) =>
    powerFactsOf(asked).forecasts.find((one) => one.quota === quota)?.days;

  it('says what each quota has, needs and waits for', () => {
    const facts = powerFactsOf(question);
    expect(facts).toMatchObject({ requiredHoldoutRows: 717, discordance: 0.1, isDiscordanceMeasured: false });
    expect(facts.forecasts.map(({ quota, have, need }) => [quota, have, need])).toEqual([
      ['training rows', 300, 500],
      ['held-out rows', 75, 717],
      ['class lost', 4, 10],
    ]);
    expect(facts.rowsPerDay).toBeCloseTo(10, 5);
    expect(facts.rowsInThirtyDays?.p50).toBe(300);
    // 200 of 8 a day, 642 of 2 a day.
    expect(daysOf(question, 'training rows')?.p50).toBeCloseTo(25, 0);
    expect(daysOf(question, 'held-out rows')?.p50 ?? 0).toBeGreaterThan(250);
    expect(facts.allQuotas?.p50 ?? 0).toBeGreaterThanOrEqual((daysOf(question, 'held-out rows')?.p50 ?? 0) * 0.95);
  });

  it('has no date for a class that traffic does not bring, and then none for the whole', () => {
    const unseen = { ...question, labelsInTraffic: { arrival: 200 } };
    expect(daysOf(unseen, 'class lost')).toBeNull();
    expect(powerFactsOf(unseen).allQuotas).toBeNull();
  });

  it('has no basis yet before the first usable row', () => {
    const facts = powerFactsOf({ ...question, rowsByDay: {}, firstAt: null });
    expect(facts).toMatchObject({ allQuotas: null, rowsPerDay: null, forecastMethod: 'none' });
    expect(facts.forecasts.map(({ days }) => days)).toEqual([null, null, null]);
  });

  it('waits for nothing where all is there', () => {
    const enough = { ...question, trainRows: 500, holdoutRows: 717, classes: [] };
    expect(powerFactsOf(enough).allQuotas).toEqual({ p10: 0, p50: 0, p85: 0 });
    expect(powerFactsOf({ ...enough, firstAt: null }).allQuotas).toEqual({ p10: 0, p50: 0, p85: 0 });
  });

  it('needs no margin to tell what a hold-out shows', () => {
    expect(powerFactsOf({ ...question, evaluation: null })).toMatchObject({
      margin: null,
      requiredHoldoutRows: null,
      reachableMargin: expect.any(Number),
    });
  });

  it('says that days were uneven, and dates by dealing them again', () => {
    const weekends = Array.from({ length: 28 }, (_, at) => ([5, 6].includes((at + 1) % 7) ? 0 : 14));
    const facts = powerFactsOf({ ...question, rowsByDay: lastDays(weekends), firstAt: now - 28.5 * dayMs });
    expect(facts.forecastMethod).toBe('bootstrap');
    expect(facts.forecasts[0]?.days?.p50).toBeCloseTo(25, -1);
  });
});
