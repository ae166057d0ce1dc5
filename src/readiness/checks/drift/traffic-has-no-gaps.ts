import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured } from '../../judging/measured.js';

const dayMs = 86_400_000;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const trafficHasNoGaps: Check<null> = {
  id: 'D07',
  name: 'time.gaps',
  version: 1,
  question: 'Are there days without a row?',
  why: 'A window with holes knows only part of the week or of the year.',
  source: 'Ours.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const days = Object.entries(set.rowsByDay).filter(([, rows]) => rows > 0);
      if (days.length === 0) {
        return skippedMeasured('days', 'No row says when it was made.');
      }
      const numbers = days.map(([day]) => Date.parse(day) / dayMs);
      const span = Math.max(...numbers) - Math.min(...numbers) + 1;
      const byWeekday = new Array<number>(7).fill(0);
      for (const [at, [, rows]] of days.entries()) {
        const weekday = ((numbers[at] ?? 0) + 4) % 7;
        byWeekday[weekday] = (byWeekday[weekday] ?? 0) + rows;
      }
      const rows = byWeekday.reduce((sum, count) => sum + count, 0);
      const most = Math.max(...byWeekday);
      const details = { span, busiest: weekdays[byWeekday.indexOf(most)] ?? '', busiestShare: most / rows };
      return countMeasured({ value: span - days.length, unit: 'days', denominator: span }, { details });
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const busiest = `${measured.details.busiest} has the most rows, ${percent(detail(measured, 'busiestShare'))}`;
    const found = `${counted(measured.value)} of ${plural(detail(measured, 'span'), 'day')} from the first to the last have no row; ${busiest}.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Capture over whole weeks, so that every weekday is there.',
  action: null,
};
