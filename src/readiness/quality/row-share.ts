// How many of the rows that were looked at show something? The state that most checks of single rows need.
import type { Measured } from '../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../judging/evidence-sample.js';
import { shareMeasured } from '../judging/measured.js';
import type { RowFacts } from '../rows/row-facts.js';

export interface RowShare {
  rows: number;
  hits: number;
  /** Trainable tokens of the hits, as far as they were counted. */
  tokens: number;
  uncounted: number;
  sample: EvidenceSample;
}

export function startShare(): RowShare {
  return { rows: 0, hits: 0, tokens: 0, uncounted: 0, sample: noEvidence };
}

/** Changes the state and returns it: one more row, which shows it. */
export function addHit(share: RowShare, checkId: string, { example, tokens }: RowFacts): RowShare {
  share.rows += 1;
  share.hits += 1;
  share.tokens += tokens.trainable ?? 0;
  share.uncounted += tokens.trainable === null ? 1 : 0;
  share.sample = addEvidence(share.sample, checkId, example);
  return share;
}

/** Changes the left one. */
export function mergeShares(left: RowShare, right: RowShare): RowShare {
  left.rows += right.rows;
  left.hits += right.hits;
  left.tokens += right.tokens;
  left.uncounted += right.uncounted;
  left.sample = mergeEvidence(left.sample, right.sample);
  return left;
}

/** @param parts with `drops`: the remedy takes the hits out, and what that would do is foretold */
export function finishShare(share: RowShare, parts: { drops?: boolean; details?: Measured['details'] } = {}): Measured {
  const { rows, hits, tokens, uncounted, sample } = share;
  const measured = shareMeasured({ numerator: hits, denominator: rows }, { sample, details: parts.details ?? {} });
  if (parts.drops !== true || hits === 0) {
    return measured;
  }
  return {
    ...measured,
    effect: { rows: -hits, tokens: uncounted > 0 ? null : -tokens, metricAfter: rows > hits ? 0 : null },
  };
}
