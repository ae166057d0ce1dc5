import { type Check, noRowMeasure } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../../judging/measured.js';

export const splitIsRepeatable: Check<null> = {
  id: 'S01',
  name: 'split.deterministic',
  version: 2,
  question: 'Do the same rows always give the same split?',
  why: 'A split that depends on order or chance cannot be checked afterwards, and rows wander into the hold-out.',
  source: 'Ours: SHA-256 of prompt key and salt; assembled twice, the second time from the rows in reverse order.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) =>
      set.rows === 0
        ? unmeasured('rows')
        : countMeasured({ value: set.movedRows, unit: 'rows', denominator: set.rows }),
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows came out differently when the set was assembled again in reverse order.`,
    }),
  remedy: 'This is a fault of Openward: report it with the id of the report.',
  action: null,
};
