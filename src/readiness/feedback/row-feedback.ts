// Was the answer of a row liked? By a person or a program: accepted or not, a score, or the judgements of raters.
import type { RowTraits } from '../rows/row-traits.js';

/** From here on a score of 0 to 1 counts as acceptance. */
const acceptedScoreMin = 0.5;

export function hasFeedback({ accepted, score, ratings }: RowTraits): boolean {
  return accepted !== null || score !== null || ratings.length > 0;
}

/** Null: nobody said. Ratings of several people are agreement's business, not this. */
export function isAccepted({ accepted, score }: RowTraits): boolean | null {
  return accepted ?? (score === null ? null : score >= acceptedScoreMin);
}
