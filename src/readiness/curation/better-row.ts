// Of several rows that say the same, which one stays? A total order: however the rows come, the same one is chosen.
import type { Example } from '../rows/example.js';

/** What is remembered of a row while others are looked at. */
export interface Candidate {
  /** Row key and declared split: what an edit names a row by. */
  readonly identity: string;
  /** −1 disliked, 0 not known, up to 2 for accepted with the best score. */
  readonly rating: number;
  /** When it was said; −1: not known. */
  readonly at: number;
  readonly origin: string;
  readonly originId: string;
  readonly line: number;
}

export function identityOf({ rowKey, declaredSplit }: Pick<Example, 'rowKey' | 'declaredSplit'>): string {
  return `${rowKey} ${declaredSplit}`;
}

export function candidateOf(example: Example): Candidate {
  const { traits, origin, originId, line } = example;
  const accepted = traits.accepted === null ? 0 : traits.accepted ? 1 : -1;
  return {
    identity: identityOf(example),
    rating: accepted + (traits.score ?? 0),
    at: traits.at ?? -1,
    origin,
    originId,
    line: line ?? 0,
  };
}

/** Negative when the left one is better: liked more, then newer, then the first by source, line and identity. */
export function byBetter(left: Candidate, right: Candidate): number {
  if (left.rating !== right.rating) {
    return right.rating - left.rating;
  }
  if (left.at !== right.at) {
    return right.at - left.at;
  }
  if (left.origin !== right.origin) {
    return left.origin === 'import' ? -1 : 1;
  }
  if (left.originId !== right.originId) {
    return left.originId < right.originId ? -1 : 1;
  }
  if (left.line !== right.line) {
    return left.line - right.line;
  }
  return left.identity < right.identity ? -1 : left.identity > right.identity ? 1 : 0;
}
