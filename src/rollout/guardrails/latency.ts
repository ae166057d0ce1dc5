// Is the candidate much slower than the incumbent, at the 95th percentile of successful calls? The policy names the
// largest ratio, and a time below which nobody minds whatever the ratio says.
// Points are compared, without an interval: the percentiles come without the calls behind them. Therefore both arms need
// the policy's least number of calls, and the policy's ratio must leave room for the noise of a percentile.
import type { Guardrail, GuardrailJudgement, GuardrailReading } from './guardrail.js';

function milliseconds(value: number): string {
  return `${Math.round(value)} ms`;
}

function judge({ candidate, incumbent, thresholds }: GuardrailReading): GuardrailJudgement {
  const measured = candidate.latencyMsP95;
  const { latencyMsP95Harmless: harmless, latencyP95RatioMax: ratioMax, exchangesMin } = thresholds;
  const isComparable = incumbent.latencyMsP95 !== null && incumbent.exchanges >= exchangesMin;
  const relative = isComparable && incumbent.latencyMsP95 !== null ? incumbent.latencyMsP95 * ratioMax : null;
  const bound = relative === null ? null : Math.max(harmless, relative);
  const base = { id: 'latency', measured, bound, n: candidate.exchanges };
  if (measured === null) {
    return {
      ...base,
      outcome: 'inconclusive',
      text: 'The candidate answered no call in this window.',
    };
  }
  if (candidate.exchanges < exchangesMin) {
    const text = `${candidate.exchanges} candidate calls are too few to tell; ${exchangesMin} are needed.`;
    return { ...base, outcome: 'inconclusive', text };
  }
  if (measured <= harmless) {
    const text = `The candidate's 95th percentile is ${milliseconds(measured)}; up to ${milliseconds(harmless)} is never too slow.`;
    return { ...base, outcome: 'pass', bound: bound ?? harmless, text };
  }
  if (bound === null) {
    const text = `The candidate's 95th percentile is ${milliseconds(measured)}, and the incumbent was seen too little to compare.`;
    return { ...base, outcome: 'inconclusive', text };
  }
  const text = `The candidate's 95th percentile is ${milliseconds(measured)}; ${milliseconds(bound)} is allowed (${ratioMax} times the incumbent's).`;
  return { ...base, outcome: measured > bound ? 'fail' : 'pass', text };
}

export const latency: Guardrail = {
  id: 'latency',
  question: 'Is the candidate no slower than the incumbent, within the allowed ratio?',
  why: 'An answer that comes too late is as good as none to whoever waits for it.',
  source: 'Ratio of nearest-rank percentiles; the harmless floor is our own, for ratios of tiny times mean nothing.',
  judge,
};
