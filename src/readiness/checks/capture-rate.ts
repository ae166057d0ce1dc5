import type { Check } from '../check.js';
import { counted } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured } from '../judging/measured.js';

const dayMs = 86_400_000;
/** Of the captured rows, as the split deals them. */
const trainShare = 0.8;

export const captureRate: Check<number> = {
  id: 'V06',
  name: 'capture.rate',
  version: 1,
  question: 'How fast do usable rows come in from traffic?',
  why: 'It gives the date on which the data will be enough, or shows that it never will be at this rate.',
  source: 'Ours: usable rows over the time between the first and the last captured exchange.',
  blocking: false,
  limits: { better: 'high', warn: null, fail: null, source: 'informative' },
  measure: {
    start: () => 0,
    add: (rows, row) => (row.side === 'train' && row.fate === 'kept' ? rows + 1 : rows),
    merge: (left, right) => left + right,
    finish: (trainRows, { intake, thresholds }) => {
      const { firstAt, lastAt, taken } = intake.captured;
      if (firstAt === null || lastAt === null || taken === 0) {
        return skippedMeasured('rows per day', 'No usable row has been captured from traffic yet.');
      }
      // Less than an hour of traffic says nothing about a day.
      const days = Math.max(lastAt - firstAt, dayMs / 24) / dayMs;
      const perDay = taken / days;
      const missing = Math.max(0, thresholds.trainRowsEnough - trainRows);
      const details = { missing, daysLeft: Math.ceil(missing / (perDay * trainShare)), taken };
      return countMeasured({ value: perDay, unit: 'rows per day' }, { details });
    },
  },
  judge: (measured, thresholds) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits: captureRate.limits, thresholds, found: '' });
    }
    const missing = detail(measured, 'missing');
    const rate = measured.value >= 10 ? counted(Math.round(measured.value)) : measured.value.toFixed(1);
    const outlook =
      missing === 0
        ? 'The rows are enough already.'
        : `The ${counted(missing)} training rows that are missing take about ${counted(detail(measured, 'daysLeft'))} days.`;
    const found = `${counted(detail(measured, 'taken'))} usable rows were captured, ${rate} a day. ${outlook}`;
    return judgeByLimits({ measured, limits: captureRate.limits, thresholds, found });
  },
  remedy: 'Raise the share of calls that is captured, or route more of the application through the gateway.',
};
