import type { Check } from '../../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';
import { isRecitation } from '../../quality/signals.js';

interface Recited {
  rows: number;
  sample: EvidenceSample;
}

export const answersReciteNothing: Check<Recited> = {
  id: 'R07',
  name: 'recitation',
  version: 1,
  question: 'Are the answers free of what the vendor flagged as recited?',
  why: 'A recited answer is somebody’s text: a model that learns it may repeat it word by word.',
  source: 'Gemini API, finish reason RECITATION. Verbatim text that no vendor flags is not found by this.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, sample: noEvidence }),
    add: (state, { example }) => {
      state.rows += 1;
      if (isRecitation(example.traits)) {
        state.sample = addEvidence(state.sample, 'R07', example);
      }
      return state;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.sample = mergeEvidence(left.sample, right.sample);
      return left;
    },
    finish: ({ rows, sample }) => {
      if (rows === 0) {
        return unmeasured('rows');
      }
      const effect = sample.total === 0 ? null : { rows: -sample.total, tokens: null, metricAfter: 0 };
      return { ...countMeasured({ value: sample.total, unit: 'rows' }, { sample, details: { rows } }), effect };
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found:
        measured.value === null
          ? ''
          : `${plural(measured.value, 'answer')} of ${plural(detail(measured, 'rows'), 'row')} were flagged as recited.`,
    }),
  remedy: 'Take these rows out.',
  action: 'drop-by-row-keys',
};
