// Method: the last test is a property. However calls are cut into segments, and in whatever order these are merged, the
// same days are kept.
import fc from 'fast-check';
import { aRowFacts } from '../../../test/builders/row-facts.js';
import type { RowFacts } from '../rows/row-facts.js';
import { addToDays, daysKept, mergeDays, type ProductionDays, productionOf } from './production-days.js';

const dayMs = 86_400_000;
const now = Date.UTC(2026, 5, 30, 9);
const aCall = (daysAgo: number, label = 'yes') =>
  aRowFacts({ origin: 'exchange', traits: { at: now - daysAgo * dayMs }, label });

function folded(rows: readonly RowFacts[]): ProductionDays {
  const days: ProductionDays = new Map();
  for (const row of rows) {
    addToDays(days, row);
  }
  return days;
}

const calls = (count: number, daysAgo: (at: number) => number, label = 'yes') =>
  Array.from({ length: count }, (_, at) => aCall(daysAgo(at), label));

describe('what production asks', () => {
  it('is the last thirty days where they have calls enough', () => {
    const days = folded([...calls(600, (at) => at % 20), ...calls(300, () => 50, 'old')]);
    const facts = productionOf(days, now);
    expect(facts).toMatchObject({ calls: 600, labels: { yes: 600 }, untilAt: now, fromAt: now - 19 * dayMs });
    expect(facts?.callsByDay['2026-05-11']).toBe(300);
    expect(Object.values(facts?.callsByDay ?? {}).reduce((sum, count) => sum + count, 0)).toBe(900);
  });

  it('is all that is kept where the last thirty days have too few', () => {
    const days = folded([...calls(499, () => 3), ...calls(300, () => 50, 'old')]);
    expect(productionOf(days, now)).toMatchObject({ calls: 799, labels: { yes: 499, old: 300 } });
  });

  it('takes neither rows of uploads nor calls of no known time, and is nothing without a call', () => {
    const rows = [aRowFacts({ traits: { at: now } }), aRowFacts({ origin: 'exchange' })];
    expect(productionOf(folded(rows), now)).toBeNull();
  });

  it('is told without changing what was folded', () => {
    const days = folded(calls(20, (at) => at));
    const first = productionOf(days, now);
    expect(productionOf(days, now)).toEqual(first);
  });

  it('keeps the newest days, the same ones for any cut and any order', () => {
    const anyDays = fc.array(fc.nat({ max: daysKept * 2 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(anyDays, fc.nat(), (ages, cut) => {
        const rows = ages.map((age) => aCall(age, `label ${age % 3}`));
        const at = cut % (rows.length + 1);
        const whole = folded(rows);
        const merged = mergeDays(folded(rows.slice(at).reverse()), folded(rows.slice(0, at)));
        const newest = [...new Set(ages)].sort((one, other) => one - other).slice(0, daysKept);
        expect(productionOf(merged, now)).toEqual(productionOf(whole, now));
        expect(whole.size).toBe(newest.length);
      }),
      { numRuns: 60 },
    );
  });
});
