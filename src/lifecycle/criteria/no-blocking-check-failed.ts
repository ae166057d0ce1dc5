import type { Outcome } from '../../kernel/verdict.js';
import { worstOutcome } from '../../kernel/verdict.js';
import { defineCriterion } from '../criterion.js';

export const noBlockingCheckFailed = defineCriterion({
  id: 'no-blocking-check-failed',
  question: 'Did every readiness check that may block come out well?',
  why: 'A leak into the held-out rows or a broken format spoils training or, worse, its proof.',
  source: 'The readiness checks, each with its own source.',
  remedy: 'Repair what the named checks ask for, then check again.',
  role: 'gate',
  reads: ['readiness.report'],
  weigh(values) {
    const blocking = values['readiness.report'].checks.filter((check) => check.blocking);
    // A warning is a pass that wants to be read.
    const outcomes = blocking.map(({ outcome }): Outcome => (outcome === 'warn' ? 'pass' : outcome));
    const bad = blocking.filter((_, at) => outcomes[at] !== 'pass');
    const base = {
      measured: blocking.length - bad.length,
      required: blocking.length,
      unit: 'checks',
      n: blocking.length,
    };
    if (blocking.length === 0) {
      return { ...base, outcome: 'inconclusive', text: 'The report holds 0 blocking checks; at least 1 is required.' };
    }
    if (bad.length === 0) {
      return { ...base, outcome: 'pass', text: `All ${blocking.length} blocking checks are good.` };
    }
    const list = bad.map((check) => `${check.id} (${check.outcome}): ${check.text}`).join(' ');
    return {
      ...base,
      outcome: worstOutcome(outcomes),
      text: `${bad.length} of ${blocking.length} blocking checks are not good: ${list}`,
      remedy: bad.map((check) => check.remedy).join(' '),
    };
  },
});
