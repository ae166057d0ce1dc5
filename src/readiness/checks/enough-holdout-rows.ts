import type { Check } from '../check.js';
import { counted } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { countMeasured } from '../judging/measured.js';

const enoughRows = 400;
const standardDeviationAt80Percent = 0.4;
const z95 = 1.959964;

export const enoughHoldoutRows: Check<number> = {
  id: 'V03',
  name: 'holdout.rows',
  version: 1,
  question: 'Are there enough held-out rows to tell good from bad?',
  why: 'On 25 rows an accuracy of 80 % means anything from 64 to 96: no comparison can be decided.',
  source:
    'Binomial 95 % half-width at 80 %: 7.8 points at 100 rows, 3.9 at 400, 2.5 at 1,000; NVIDIA evaluates on 100.',
  blocking: false,
  limits: { better: 'high', warn: enoughRows, fail: 'holdoutRowsMin', source: 'policy; 400 by the half-width' },
  measure: {
    start: () => 0,
    add: (rows, row) => (row.side === 'holdout' && row.fate === 'kept' ? rows + 1 : rows),
    merge: (left, right) => left + right,
    finish: (rows) => countMeasured({ value: rows, unit: 'rows' }),
  },
  judge: (measured, thresholds) => {
    const rows = measured.value ?? 0;
    const points = rows === 0 ? null : ((100 * z95 * standardDeviationAt80Percent) / Math.sqrt(rows)).toFixed(1);
    const width = points === null ? '' : `: an accuracy of 80 % would be known to ±${points} points`;
    return judgeByLimits({
      measured,
      limits: enoughHoldoutRows.limits,
      thresholds,
      found: `${counted(rows)} rows are held out${width}.`,
    });
  },
  remedy: 'Hold out more labelled rows, or accept that only large differences can be shown.',
};
