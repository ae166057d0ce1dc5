// Does the candidate answer copies of real calls as the incumbent does, and does it answer them at all? Two shares, each
// with Wilson's interval; the policy's limits are held against the unfavourable end. Agreement is no proof of quality:
// where the incumbent is wrong, a better candidate disagrees. Assumes independent calls.
import { digestOf } from '../kernel/digest.js';
import type { EvidenceDraft } from '../kernel/evidence.js';
import type { ShadowThresholds } from '../kernel/policy.js';
import type { Outcome } from '../kernel/verdict.js';
import { worstOutcome } from '../kernel/verdict.js';
import { wilsonInterval } from '../kernel/wilson-interval.js';

const methodVersion = 'shadow-agreement/1';
/** Two-sided. */
const confidence = 0.95;

export interface ShadowReading {
  readonly projectId: string;
  readonly attempt: number;
  readonly sinceMs: number;
  readonly now: number;
  /** Pairs whose two answers were compared. */
  readonly pairs: number;
  readonly agreeing: number;
  /** Copies that the candidate failed to answer; not among `pairs`. */
  readonly candidateFailures: number;
  /** Copies that it answered or failed. */
  readonly candidateCalls: number;
  readonly thresholds: ShadowThresholds;
}

function judgeAgreement({ pairs, agreeing, thresholds }: ShadowReading): Outcome {
  const agreement = wilsonInterval({
    successes: agreeing,
    n: pairs,
    confidence,
  });
  if (agreement === null || pairs < thresholds.pairsMin) {
    return 'inconclusive';
  }
  if (agreement.high < thresholds.agreementMin) {
    return 'fail';
  }
  return agreement.low >= thresholds.agreementMin ? 'pass' : 'inconclusive';
}

function judgeFailures({ candidateCalls, candidateFailures, thresholds }: ShadowReading): Outcome {
  const share = wilsonInterval({
    successes: candidateFailures,
    n: candidateCalls,
    confidence,
  });
  if (share === null || candidateCalls < thresholds.pairsMin) {
    return 'inconclusive';
  }
  if (share.low > thresholds.failureShareMax) {
    return 'fail';
  }
  return share.high <= thresholds.failureShareMax ? 'pass' : 'inconclusive';
}

/** Evidence of kind `shadow.agreement`; the limits are null where nothing was seen. */
export function shadowEvidence(reading: ShadowReading): EvidenceDraft {
  const { projectId, attempt, sinceMs, pairs, agreeing, candidateFailures, candidateCalls, thresholds } = reading;
  const agreement = wilsonInterval({
    successes: agreeing,
    n: pairs,
    confidence,
  });
  const failures = wilsonInterval({
    successes: candidateFailures,
    n: candidateCalls,
    confidence,
  });
  const counts = { pairs, agreeing, candidateFailures, candidateCalls };
  return {
    kind: 'shadow.agreement',
    source: 'measured',
    measuredAt: reading.now,
    inputsDigest: digestOf({ projectId, attempt, sinceMs, counts, thresholds }),
    methodVersion,
    outcome: worstOutcome([judgeAgreement(reading), judgeFailures(reading)]),
    value: {
      attempt,
      since: sinceMs,
      ...counts,
      agreementShare: agreement?.value ?? null,
      agreementLow: agreement?.low ?? null,
      agreementHigh: agreement?.high ?? null,
      failureShareHigh: failures?.high ?? null,
      confidence,
      problem: null,
    },
  };
}

/** The same kind when the pairs could not be counted. */
export function unmeasuredShadow(
  parts: Pick<ShadowReading, 'projectId' | 'attempt' | 'sinceMs' | 'now'>,
  problem: string,
): EvidenceDraft {
  const { projectId, attempt, sinceMs, now } = parts;
  const unknown = {
    pairs: null,
    agreeing: null,
    candidateFailures: null,
    candidateCalls: null,
    agreementShare: null,
  };
  return {
    kind: 'shadow.agreement',
    source: 'measured',
    measuredAt: now,
    inputsDigest: digestOf({ projectId, attempt, problem }),
    methodVersion,
    outcome: 'error',
    value: {
      attempt,
      since: sinceMs,
      ...unknown,
      agreementLow: null,
      agreementHigh: null,
      failureShareHigh: null,
      confidence,
      problem,
    },
  };
}
