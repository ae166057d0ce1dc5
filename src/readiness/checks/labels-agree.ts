import type { Check, CheckedRow } from '../check.js';
import { isDeliveredTrainRow, whyNoClasses } from '../judging/class-tally.js';
import { addEvidence, noEvidence } from '../judging/evidence-sample.js';
import { counted, percent } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { shareMeasured, skippedMeasured } from '../judging/measured.js';
import { canonicalOrder } from '../rows/canonical-order.js';

/** For each prompt, one row per label that it was given. */
type LabelsByPrompt = Map<string, Map<string, CheckedRow>>;

function note(prompts: LabelsByPrompt, row: CheckedRow): LabelsByPrompt {
  const labels = prompts.get(row.promptKey) ?? new Map<string, CheckedRow>();
  const known = labels.get(row.label.trim());
  // Which row stands for the label must not depend on the order.
  if (known === undefined || canonicalOrder(row, known) < 0) {
    labels.set(row.label.trim(), row);
  }
  return prompts.set(row.promptKey, labels);
}

export const labelsAgree: Check<LabelsByPrompt> = {
  id: 'B09',
  name: 'label.conflict',
  version: 1,
  question: 'Does the same prompt always have the same label?',
  why: 'Two labels for one prompt cannot both be learned, and whatever the model answers is counted wrong once.',
  source: 'Ours; banking77 has one such prompt in its training set.',
  blocking: false,
  limits: { better: 'low', warn: 0, fail: 0.01, source: 'catalogue B09' },
  measure: {
    start: () => new Map(),
    add: (prompts, row) => (isDeliveredTrainRow(row) ? note(prompts, row) : prompts),
    merge: (left, right) => {
      for (const labels of right.values()) {
        for (const row of labels.values()) {
          note(left, row);
        }
      }
      return left;
    },
    finish: (prompts, set) => {
      const reason = whyNoClasses(set);
      if (reason !== null) {
        return skippedMeasured('share', reason);
      }
      const conflicts = [...prompts.values()].filter((labels) => labels.size > 1);
      const rows = conflicts.flatMap((labels) => [...labels.values()]);
      const sample = rows.reduce((shown, row) => addEvidence(shown, 'B09', row), noEvidence);
      return shareMeasured({ numerator: conflicts.length, denominator: prompts.size }, { sample });
    },
  },
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: labelsAgree.limits,
      thresholds,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} prompts (${percent(measured.value ?? 0)}) have more than one label.`,
    }),
  remedy: 'Decide which label is right and mend the rows; until then the row that came first is trained on.',
};
