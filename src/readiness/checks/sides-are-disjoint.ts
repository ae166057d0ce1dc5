import type { Check, CheckedRow } from '../check.js';
import { addEvidence, noEvidence } from '../judging/evidence-sample.js';
import { counted } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../judging/measured.js';
import { canonicalOrder } from '../rows/canonical-order.js';

/** The sides on which a prompt stands, and the row that stands for it. */
interface Standing {
  readonly train: boolean;
  readonly holdout: boolean;
  readonly row: CheckedRow;
}
type Prompts = Map<string, Standing>;

function note(prompts: Prompts, key: string, seen: Standing): Prompts {
  const known = prompts.get(key);
  if (known === undefined) {
    return prompts.set(key, seen);
  }
  return prompts.set(key, {
    train: known.train || seen.train,
    holdout: known.holdout || seen.holdout,
    row: canonicalOrder(seen.row, known.row) < 0 ? seen.row : known.row,
  });
}

export const sidesAreDisjoint: Check<Prompts> = {
  id: 'S02',
  name: 'split.disjoint',
  version: 1,
  question: 'Does every prompt stand on one side of the split only?',
  why: 'Whatever is on both sides is trained on and then asked for.',
  source: 'Ours: over the assembled set, by the normal form of the prompt; near prompts are the question of L02.',
  blocking: true,
  limits: { better: 'low', warn: null, fail: 0, source: 'catalogue S02' },
  measure: {
    start: () => new Map(),
    add: (prompts, row) =>
      row.fate === 'kept'
        ? note(prompts, row.promptKey, { train: row.side === 'train', holdout: row.side === 'holdout', row })
        : prompts,
    merge: (left, right) => {
      for (const [key, seen] of right) {
        note(left, key, seen);
      }
      return left;
    },
    finish: (prompts) => {
      if (prompts.size === 0) {
        return unmeasured('prompts');
      }
      const onBoth = [...prompts.values()].filter(({ train, holdout }) => train && holdout);
      const sample = onBoth.reduce((shown, { row }) => addEvidence(shown, 'S02', row), noEvidence);
      return countMeasured({ value: onBoth.length, unit: 'prompts', denominator: prompts.size }, { sample });
    },
  },
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: sidesAreDisjoint.limits,
      thresholds,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} prompts stand on both sides.`,
    }),
  remedy: 'This is a fault of Openward if L01 passes: report it with the id of the report.',
};
