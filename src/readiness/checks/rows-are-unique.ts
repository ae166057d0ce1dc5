import type { Check } from '../check.js';
import { isDeliveredTrainRow } from '../judging/class-tally.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../judging/evidence-sample.js';
import { counted, percent } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { shareMeasured } from '../judging/measured.js';

interface Prompts {
  readonly rows: number;
  readonly keys: Set<string>;
  readonly repeated: EvidenceSample;
}

export const rowsAreUnique: Check<Prompts> = {
  id: 'U01',
  name: 'dup.exact',
  version: 1,
  question: 'Is every training prompt there only once?',
  why: 'Repeated rows are learned by heart, make the data look larger than it is, and tilt the classes.',
  source: 'Ours, in the manner of data-quality suites: 1 % warns, 10 % fails; equality is of the normal form.',
  blocking: false,
  limits: { better: 'low', warn: 0.01, fail: 'exactDuplicateShareMax', source: 'policy; catalogue U01' },
  measure: {
    start: () => ({ rows: 0, keys: new Set(), repeated: noEvidence }),
    add: (state, row) => {
      if (!isDeliveredTrainRow(row)) {
        return state;
      }
      state.keys.add(row.promptKey);
      const repeated = row.fate === 'repeated' ? addEvidence(state.repeated, 'U01', row) : state.repeated;
      return { rows: state.rows + 1, keys: state.keys, repeated };
    },
    merge: (left, right) => ({
      rows: left.rows + right.rows,
      keys: new Set([...left.keys, ...right.keys]),
      repeated: mergeEvidence(left.repeated, right.repeated),
    }),
    finish: ({ rows, keys, repeated }) =>
      shareMeasured({ numerator: rows - keys.size, denominator: rows }, { sample: repeated }),
  },
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: rowsAreUnique.limits,
      thresholds,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} training rows (${percent(measured.value ?? 0)}) repeat an earlier prompt; they were taken out.`,
    }),
  remedy: 'Nothing has to be done: repeated rows are taken out. If there are many, look for a doubled export.',
};
