// The fates that need no counting, made once: most rows of a data set share one.
import type { TrainerFate } from './trainer-fate.js';

export const keptWhole: TrainerFate = {
  fate: 'kept',
  rule: null,
  trainableTokens: null,
  cutTokens: 0,
  answerCut: false,
};

/** Left out whatever its length. */
export function droppedBy(rule: string): TrainerFate {
  return { fate: 'dropped', rule, trainableTokens: 0, cutTokens: 0, answerCut: false };
}

/** In the data set, with nothing to learn. */
export function maskedBy(rule: string): TrainerFate {
  return { fate: 'masked', rule, trainableTokens: 0, cutTokens: 0, answerCut: false };
}
