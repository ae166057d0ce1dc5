// Does a piece of evidence still speak about now? Live evidence (shadow, guardrails, fallback) belongs to one attempt and
// one step, and ages within minutes: a window that stopped moving is the sign of lost telemetry, not of peace.
import type { Evidence, EvidenceKind } from '../kernel/evidence.js';
import { lockInThresholdsOf, type Policy } from '../kernel/policy.js';
import type { Facts } from './facts.js';

const liveKinds: readonly EvidenceKind[] = ['shadow.agreement', 'guardrail.window', 'fallback.check'];
const attemptKinds: readonly EvidenceKind[] = ['shadow.agreement', 'guardrail.window'];

const minutesPerDay = 1440;

/** Minutes for which live evidence counts: as long as the guardrails look back, or may be blind, whichever is longer. */
export function liveEvidenceMinutesMax(policy: Policy): number {
  return Math.max(policy.guardrails.windowMinutes, policy.guardrails.blindMinutesMax);
}

/** Why the evidence does not count any more, as the end of a sentence; `null` while it does. */
export function staleness(evidence: Evidence, facts: Facts): string | null {
  if (attemptKinds.includes(evidence.kind)) {
    const { attempt, stepEnteredAt } = evidence.value as { attempt?: unknown; stepEnteredAt?: unknown };
    if (attempt !== facts.attempt) {
      return `belongs to attempt ${String(attempt)}, and this is attempt ${facts.attempt}`;
    }
    if (evidence.kind === 'guardrail.window' && stepEnteredAt !== facts.stepEnteredAt) {
      return 'belongs to another step of the rollout';
    }
    if (evidence.measuredAt < facts.stepEnteredAt) {
      return 'was measured before this step began';
    }
  }
  const minutesOld = (facts.now - evidence.measuredAt) / 60_000;
  if (evidence.kind === 'lockin.score') {
    const daysMax = lockInThresholdsOf(facts.policy).scoreDaysOldMax;
    const daysOld = minutesOld / minutesPerDay;
    return daysOld > daysMax ? `is ${Math.floor(daysOld)} days old, and at most ${daysMax} count` : null;
  }
  const minutesMax = liveEvidenceMinutesMax(facts.policy);
  return liveKinds.includes(evidence.kind) && minutesOld > minutesMax
    ? `is ${Math.floor(minutesOld)} minutes old, and at most ${minutesMax} count`
    : null;
}
