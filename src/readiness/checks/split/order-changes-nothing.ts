import { type Check, noRowMeasure } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../../judging/measured.js';

export const orderChangesNothing: Check<null> = {
  id: 'S07',
  name: 'split.seed',
  version: 1,
  question: 'Is the digest of the data set free of order and chance?',
  why: 'Two people who assemble the same rows must get the same data set, or neither can check the other.',
  source: 'Ours: the digests of the set and of the set assembled from the rows in reverse order are equal.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) =>
      set.rows === 0
        ? unmeasured('differing digests')
        : countMeasured({ value: set.digest === set.digestAgain ? 0 : 1, unit: 'differing digests' }),
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `Assembled twice, in opposite orders, the digest came out ${measured.value === 0 ? 'the same' : 'differently'}: ${counted(measured.value ?? 0)} differ.`,
    }),
  remedy: 'This is a fault of Openward: report it with the id of the report.',
  action: null,
};
