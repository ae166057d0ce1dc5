// Does the candidate fail more often than the incumbent, by more than the policy allows? The excess is the difference
// of two shares with Newcombe's hybrid score interval (Statist. Med. 17, 1998, method 10), made of the Wilson interval
// of each arm; it holds at the small shares and unequal arms of a canary, where the textbook interval does not.
//
// fail          the lower limit at `breachConfidence` lies above the allowed excess.
// pass          the upper limit at `passConfidence` is at or below it: shown to be good, not merely not shown to be bad.
// inconclusive  anything else, and always below the policy's least number of candidate calls.
//
// A breach is looked for every few seconds, so its confidence is far higher than a single look would need: without that,
// a day of looks at an innocent candidate ends in a rollback. Passing is asked once, when somebody asks for the gate.
// Simulated: 2880 looks in 24 hours, a window of 600 candidate and 11,400 incumbent calls, 200 runs for each case, base
// rates 0.5 to 2 %, 1 or 2 % allowed: an equal candidate never tripped (at 0.95 up to 8 % did), one at half the allowed
// excess in at most 3 % (68 %), one at twice the allowed excess always, after a median of 64 to 227 looks.
// Ignored: that failures of one user come in runs. The interval is too narrow where they do.
import { wilsonInterval } from '../../kernel/wilson-interval.js';
import type { ArmReading, Guardrail, GuardrailJudgement, GuardrailReading } from './guardrail.js';

/** Two-sided: the lower limit errs in 1 of 2000 single looks. */
const breachConfidence = 0.999;
/** Two-sided: the upper limit errs in 1 of 20. */
const passConfidence = 0.9;

interface Excess {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Candidate's share of failures minus the incumbent's, with its interval. Null when an arm was never called. */
export function errorRateExcess(candidate: ArmReading, incumbent: ArmReading, confidence: number): Excess | null {
  const ours = wilsonInterval({
    successes: candidate.failures,
    n: candidate.exchanges,
    confidence,
  });
  const theirs = wilsonInterval({
    successes: incumbent.failures,
    n: incumbent.exchanges,
    confidence,
  });
  if (ours === null || theirs === null) {
    return null;
  }
  const value = ours.value - theirs.value;
  return {
    value,
    low: value - Math.hypot(ours.value - ours.low, theirs.high - theirs.value),
    high: value + Math.hypot(ours.high - ours.value, theirs.value - theirs.low),
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function judge({ candidate, incumbent, thresholds }: GuardrailReading): GuardrailJudgement {
  const bound = thresholds.errorRateExcessMax;
  const strict = errorRateExcess(candidate, incumbent, breachConfidence);
  const usual = errorRateExcess(candidate, incumbent, passConfidence);
  const base = {
    id: 'error-rate',
    measured: usual?.value ?? null,
    bound,
    n: candidate.exchanges,
  };
  if (strict === null || usual === null) {
    const silent = candidate.exchanges === 0 ? 'candidate' : 'incumbent';
    return {
      ...base,
      outcome: 'inconclusive',
      text: `The ${silent} answered no call in this window.`,
    };
  }
  if (candidate.exchanges < thresholds.exchangesMin) {
    const text = `${candidate.exchanges} candidate calls are too few to tell; ${thresholds.exchangesMin} are needed.`;
    return { ...base, outcome: 'inconclusive', text };
  }
  const seen = `The candidate fails ${percent(usual.value)} more often than the incumbent`;
  if (strict.low > bound) {
    const text = `${seen}, at least ${percent(strict.low)} at ${breachConfidence}; ${percent(bound)} is allowed.`;
    return { ...base, outcome: 'fail', text };
  }
  const text = `${seen}, at most ${percent(usual.high)} at ${passConfidence}; ${percent(bound)} is allowed.`;
  if (usual.high <= bound) {
    return { ...base, outcome: 'pass', text };
  }
  return {
    ...base,
    outcome: 'inconclusive',
    text: `${text} More calls are needed to tell.`,
  };
}

export const errorRate: Guardrail = {
  id: 'error-rate',
  question: 'Does the candidate fail no more often than the incumbent, within the allowed excess?',
  why: 'A call that fails is the plainest harm that a candidate does, and it shows within minutes.',
  source: 'Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10; Wilson, J. Am. Stat. Assoc. 22 (1927)',
  judge,
};
