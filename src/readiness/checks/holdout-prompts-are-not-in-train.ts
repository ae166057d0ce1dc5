import type { Check, CheckedRow } from '../check.js';
import { addEvidence, noEvidence } from '../judging/evidence-sample.js';
import { counted } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../judging/measured.js';

interface Sides {
  readonly train: Set<string>;
  readonly holdout: CheckedRow[];
}

export const holdoutPromptsAreNotInTrain: Check<Sides> = {
  id: 'L01',
  name: 'leak.exact',
  version: 1,
  question: 'Are the held-out prompts absent from the training rows?',
  why: 'A prompt that was trained on is remembered, not understood: the comparison would flatter the candidate.',
  source: 'Ours; measured on banking77, where 25 of 3,080 official test rows are in the training set.',
  blocking: true,
  limits: { better: 'low', warn: null, fail: 0, source: 'catalogue L01' },
  measure: {
    start: () => ({ train: new Set(), holdout: [] }),
    add: (sides, row) => {
      if (row.fate !== 'kept') {
        return sides;
      }
      if (row.side === 'train') {
        sides.train.add(row.promptKey);
      } else {
        sides.holdout.push(row);
      }
      return sides;
    },
    merge: (left, right) => ({
      train: new Set([...left.train, ...right.train]),
      holdout: [...left.holdout, ...right.holdout],
    }),
    finish: ({ train, holdout }) => {
      if (holdout.length === 0) {
        return unmeasured('rows');
      }
      const leaked = holdout.filter((row) => train.has(row.promptKey));
      const sample = leaked.reduce((shown, row) => addEvidence(shown, 'L01', row), noEvidence);
      return countMeasured({ value: leaked.length, unit: 'rows', denominator: holdout.length }, { sample });
    },
  },
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: holdoutPromptsAreNotInTrain.limits,
      thresholds,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} held-out rows have their prompt in the training rows, after leaked training rows were taken out.`,
    }),
  remedy: 'Nothing has to be done: training rows whose prompt is held out are taken out; the hold-out stays as it is.',
};
