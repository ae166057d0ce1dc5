import { type Check, noRowMeasure } from '../../check.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';

export const holdoutStaysAsItWas: Check<null> = {
  id: 'S04',
  name: 'holdout.frozen',
  version: 2,
  question: 'Is the hold-out the one that was first judged with?',
  why: 'Results on two hold-outs cannot be compared, and whoever looks often enough trains on the answers.',
  source: 'Ours: the digest of the hold-out at its first use; more than five looks warn, another hold-out fails.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { evaluation, set }) => {
      const { holdoutDigest, holdoutDigestAtFirstUse, looks } = evaluation;
      if (set.fates.kept.holdout === 0) {
        return unmeasured('looks');
      }
      if (looks === 0 && holdoutDigestAtFirstUse === null) {
        // Known, not unknown: every use of a hold-out is on record.
        return countMeasured({ value: 0, unit: 'looks' }, { details: { isSame: 1 } });
      }
      if (holdoutDigestAtFirstUse === null || holdoutDigest === null) {
        return { ...unmeasured('looks'), details: { looks } };
      }
      const isSame = holdoutDigest === holdoutDigestAtFirstUse ? 1 : 0;
      return countMeasured({ value: looks, unit: 'looks' }, { details: { isSame } });
    },
  },
  judge: (measured, limits) => {
    const isUnused = measured.value === 0;
    const used = `The hold-out is the one that was first judged with; it was looked at ${plural(measured.value ?? 0, 'time')}.`;
    const found = isUnused
      ? 'Nothing has been judged with the hold-out yet, so it could not have changed since.'
      : used;
    if (measured.skipped === null && measured.value !== null && measured.details.isSame === 0) {
      return {
        outcome: 'fail',
        text: 'The hold-out has changed since it was first judged with: older results do not count for it.',
      };
    }
    if (measured.skipped === null && measured.value === null && measured.details.looks !== undefined) {
      const looked = `The hold-out was looked at ${plural(detail(measured, 'looks'), 'time')}`;
      return { outcome: 'inconclusive', text: `${looked}, and whether it is still the first one is not known.` };
    }
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Bring the hold-out of before back, or judge incumbent and candidate again on the new one.',
  action: null,
};
