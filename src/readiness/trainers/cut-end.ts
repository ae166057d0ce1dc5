// What is left to learn when a row is cut at its end? The answer stands last, so it is lost first.
import type { RowLengths } from '../tokens/row-lengths.js';
import { tokensOf } from '../tokens/row-lengths.js';
import type { TrainerSettings } from './trainer.js';
import type { TrainerFate } from './trainer-fate.js';

export interface CutRules {
  /** The end was cut off. */
  readonly cut: string;
  /** Nothing to learn is left, or there never was. */
  readonly unlearnt: string;
}

interface Left {
  readonly learntTokens: number;
  readonly answerCut: boolean;
}

/** @param settings `limitTokens` null: nothing is cut */
export function fateWhenEndIsCut(lengths: RowLengths, settings: TrainerSettings, rules: CutRules): TrainerFate {
  const limit = settings.limitTokens ?? Number.POSITIVE_INFINITY;
  const total = tokensOf(lengths);
  const cutTokens = Math.max(0, total - limit);
  const { learntTokens, answerCut } = leftOf(lengths, limit, settings.learns);
  if (learntTokens === 0) {
    const fate = settings.dropsUnlearnt ? 'dropped' : 'masked';
    return { fate, rule: rules.unlearnt, trainableTokens: 0, cutTokens, answerCut };
  }
  const wasCut = cutTokens > 0;
  const fate = wasCut ? 'cut' : 'kept';
  return { fate, rule: wasCut ? rules.cut : null, trainableTokens: learntTokens, cutTokens, answerCut };
}

function leftOf({ openTokens, turns }: RowLengths, limit: number, learns: TrainerSettings['learns']): Left {
  let position = openTokens;
  let learntTokens = 0;
  let answerCut = false;
  for (const [at, turn] of turns.entries()) {
    const start = position + turn.headTokens;
    const end = start + turn.bodyTokens;
    if (turn.learnt && (learns !== 'last-answer' || at === turns.length - 1)) {
      learntTokens += Math.max(0, Math.min(end, limit) - start);
      answerCut ||= end > limit;
    }
    position = end;
  }
  return { learntTokens: learns === 'everything' ? Math.min(position, limit) : learntTokens, answerCut };
}

/** A pair of answers to one prompt, each cut at the end. What came before the last answer is not learnt. */
export function fateOfPairWhenEndIsCut(lengths: RowLengths, settings: TrainerSettings, rules: CutRules): TrainerFate {
  const limit = settings.limitTokens ?? Number.POSITIVE_INFINITY;
  const chosen = lengths.turns.at(-1)?.bodyTokens ?? 0;
  const rejected = lengths.rejectedTokens ?? 0;
  const room = Math.max(0, limit - (tokensOf(lengths) - chosen));
  const [chosenLeft, rejectedLeft] = [Math.min(chosen, room), Math.min(rejected, room)];
  const overflow = (answer: number) => Math.max(0, tokensOf(lengths) - chosen + answer - limit);
  const cutTokens = Math.max(overflow(chosen), overflow(rejected));
  const answerCut = chosenLeft < chosen || rejectedLeft < rejected;
  // Where one answer is gone the pair compares something with nothing.
  if (chosenLeft === 0 || rejectedLeft === 0) {
    const fate = settings.dropsUnlearnt ? 'dropped' : 'masked';
    return { fate, rule: rules.unlearnt, trainableTokens: 0, cutTokens, answerCut: true };
  }
  const fate = cutTokens > 0 ? 'cut' : 'kept';
  const trainableTokens = chosenLeft + rejectedLeft;
  return { fate, rule: cutTokens > 0 ? rules.cut : null, trainableTokens, cutTokens, answerCut };
}
