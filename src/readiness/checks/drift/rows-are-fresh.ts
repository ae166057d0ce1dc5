import type { Check } from '../../check.js';
import { counted, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';

const dayMs = 86_400_000;

interface Ages {
  rows: number;
  /** −Infinity while no row has a time. */
  newestAt: number;
  /** Rows by day since the epoch. */
  readonly days: Map<number, number>;
}

/** Day of the row in the middle; null while no row has a time. */
function middleDay(days: ReadonlyMap<number, number>): number | null {
  const total = [...days.values()].reduce((sum, rows) => sum + rows, 0);
  let passed = 0;
  for (const day of [...days.keys()].sort((one, other) => one - other)) {
    passed += days.get(day) ?? 0;
    if (passed * 2 >= total) {
      return day;
    }
  }
  return null;
}

export const rowsAreFresh: Check<Ages> = {
  id: 'D04',
  name: 'fresh.age',
  version: 1,
  question: 'Is the data recent?',
  why: 'Products, prices and users change: old answers teach what was right then.',
  source: 'Ours, after the freshness checks of Soda.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, newestAt: Number.NEGATIVE_INFINITY, days: new Map() }),
    add: (ages, { example }) => {
      ages.rows += 1;
      const { at } = example.traits;
      if (at !== null) {
        ages.newestAt = Math.max(ages.newestAt, at);
        const day = Math.floor(at / dayMs);
        ages.days.set(day, (ages.days.get(day) ?? 0) + 1);
      }
      return ages;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.newestAt = Math.max(left.newestAt, right.newestAt);
      for (const [day, rows] of right.days) {
        left.days.set(day, (left.days.get(day) ?? 0) + rows);
      }
      return left;
    },
    finish: ({ rows, newestAt, days }, { now }) => {
      const middle = middleDay(days);
      if (middle === null) {
        return rows === 0 ? unmeasured('days') : skippedMeasured('days', 'No row says when it was made.');
      }
      const dated = [...days.values()].reduce((sum, count) => sum + count, 0);
      const medianDays = Math.max(0, Math.floor(now / dayMs) - middle);
      const value = Math.max(0, (now - newestAt) / dayMs);
      return countMeasured({ value, unit: 'days' }, { details: { medianDays, dated, rows } });
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const [median, dated] = [detail(measured, 'medianDays'), detail(measured, 'dated')];
    const newest = plural(Math.floor(measured.value), 'day');
    const found = `The newest row is ${newest} old, the one in the middle ${plural(median, 'day')}; ${counted(dated)} of ${plural(detail(measured, 'rows'), 'row')} say when they were made.`;
    const judged = judgeByLimits({ measured, limits, found });
    return judged.outcome === 'pass' && limits.fail !== null && median > limits.fail
      ? { outcome: 'warn', text: `${judged.text} Half of the rows are older than ${counted(limits.fail)} days.` }
      : judged;
  },
  remedy: 'Capture recent traffic, or upload recent rows with the time at which they were made.',
  action: null,
};
