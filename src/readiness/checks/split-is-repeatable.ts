import type { Check } from '../check.js';
import { counted } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../judging/measured.js';

export const splitIsRepeatable: Check<number> = {
  id: 'S01',
  name: 'split.deterministic',
  version: 1,
  question: 'Do the same rows always give the same split?',
  why: 'A split that depends on order or chance cannot be checked afterwards, and rows wander into the hold-out.',
  source: 'Ours: SHA-256 of prompt key and salt; assembled twice, the second time from the rows in reverse order.',
  blocking: true,
  limits: { better: 'low', warn: null, fail: 0, source: 'catalogue S01' },
  measure: {
    start: () => 0,
    add: (rows) => rows + 1,
    merge: (left, right) => left + right,
    finish: (rows, { movedRows }) =>
      rows === 0 ? unmeasured('rows') : countMeasured({ value: movedRows, unit: 'rows', denominator: rows }),
  },
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: splitIsRepeatable.limits,
      thresholds,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows came out differently when the set was assembled again in reverse order.`,
    }),
  remedy: 'This is a fault of Openward: report it with the id of the report.',
};
