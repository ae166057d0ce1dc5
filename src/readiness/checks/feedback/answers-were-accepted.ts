import type { Check } from '../../check.js';
import { isAccepted } from '../../feedback/row-feedback.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';

interface Acceptance {
  rows: number;
  judged: number;
  sample: EvidenceSample;
}

export const answersWereAccepted: Check<Acceptance> = {
  id: 'E02',
  name: 'feedback.positive',
  version: 1,
  question: 'Were the answers that are to be learnt accepted?',
  why: 'An answer that a user threw away teaches to be thrown away; as the worse of a pair it is still of use.',
  source: 'Ours; a score from 0.5 on counts as accepted.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, judged: 0, sample: noEvidence }),
    add: (state, { example }) => {
      state.rows += 1;
      const accepted = isAccepted(example.traits);
      state.judged += accepted === null ? 0 : 1;
      if (accepted === false) {
        state.sample = addEvidence(state.sample, 'E02', example);
      }
      return state;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.judged += right.judged;
      left.sample = mergeEvidence(left.sample, right.sample);
      return left;
    },
    finish: ({ rows, judged, sample }) => {
      if (rows === 0 || judged === 0) {
        return rows === 0
          ? unmeasured('share')
          : skippedMeasured('share', 'No row says whether its answer was accepted.');
      }
      const effect = sample.total === 0 ? null : { rows: -sample.total, tokens: null, metricAfter: 1 };
      return { ...shareMeasured({ numerator: judged - sample.total, denominator: judged }, { sample }), effect };
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${plural(measured.denominator ?? 0, 'judged answer')} (${percent(measured.value ?? 0)}) were accepted.`,
    }),
  remedy: 'Leave rejected answers out of training, or train on pairs in which they are the worse ones.',
  action: 'drop-by-row-keys',
};
