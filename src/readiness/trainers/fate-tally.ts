// How many rows meet one kind of fate under the chosen recipe? Shared by the checks that ask about trainers.
import type { Judgement, Limits, Measure, Measured } from '../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../judging/evidence-sample.js';
import { plural } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured } from '../judging/measured.js';
import type { TrainerFate } from './trainer-fate.js';

export interface FateTally {
  rows: number;
  /** Rows whose fate is not known, where a recipe is chosen. */
  untold: number;
  hits: number;
  sample: EvidenceSample;
  /** Hits by the rule that did it. */
  readonly byRule: Map<string, number>;
}

export const noRecipe = 'No recipe is chosen, so nobody knows what the trainer would do to the rows.';

/** The share of rows that meet the fate; skipped where no recipe is chosen. */
export function fateMeasure(checkId: string, isHit: (fate: TrainerFate) => boolean): Measure<FateTally> {
  return {
    start: () => ({ rows: 0, untold: 0, hits: 0, sample: noEvidence, byRule: new Map() }),
    add: (tally, { example, trainer }) => {
      tally.rows++;
      if (trainer === null) {
        tally.untold++;
      } else if (isHit(trainer)) {
        tally.hits++;
        tally.sample = addEvidence(tally.sample, checkId, example);
        const rule = trainer.rule ?? 'none';
        tally.byRule.set(rule, (tally.byRule.get(rule) ?? 0) + 1);
      }
      return tally;
    },
    merge: mergeTallies,
    finish: ({ rows, untold, hits, sample, byRule }, { target }) => {
      if (target.recipe === null) {
        return skippedMeasured('share', noRecipe);
      }
      const rules = [...byRule].sort(([one], [other]) => (one < other ? -1 : 1));
      const details = { untold, recipe: target.recipe, ...Object.fromEntries(rules) };
      const measured = shareMeasured({ numerator: hits, denominator: rows }, { sample, details });
      return { ...measured, effect: hits === 0 ? null : { rows: -hits, tokens: null, metricAfter: 0 } };
    },
  };
}

function mergeTallies(left: FateTally, right: FateTally): FateTally {
  left.rows += right.rows;
  left.untold += right.untold;
  left.hits += right.hits;
  left.sample = mergeEvidence(left.sample, right.sample);
  for (const [rule, rows] of right.byRule) {
    left.byRule.set(rule, (left.byRule.get(rule) ?? 0) + rows);
  }
  return left;
}

/** Stays open where the rows that nothing is known of could change the outcome. */
export function judgeTold(measured: Measured, limits: Limits, found: string): Judgement {
  const judged = judgeByLimits({ measured, limits, found });
  if (measured.skipped !== null || measured.value === null) {
    return judged;
  }
  const untold = detail(measured, 'untold');
  const worst = ((measured.numerator ?? 0) + untold) / (measured.denominator ?? 1);
  const atWorst = judgeByLimits({ measured: { ...measured, value: worst }, limits, found });
  if (judged.outcome === atWorst.outcome) {
    return judged;
  }
  const text = `${found} What happens to ${plural(untold, 'further row')} is not known: the target's tokeniser is needed to tell.`;
  return { outcome: 'inconclusive', text };
}

/** Such as "axolotl.raises 12, axolotl.too-short 1"; empty when no rule struck. */
export function rulesInWords({ details }: Measured): string {
  return Object.entries(details)
    .filter(([name, rows]) => name.includes('.') && typeof rows === 'number')
    .map(([name, rows]) => `${name} ${rows}`)
    .join(', ');
}
