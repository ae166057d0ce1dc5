// What the guardrails say of one step, made into evidence. Two stretches of time are looked at: the whole step, by which
// a gate decides, and its last minutes, in which a breach shows before the good hours before it dilute it.

import { digestOf } from '../kernel/digest.js';
import type { EvidenceDraft } from '../kernel/evidence.js';
import type { Outcome } from '../kernel/verdict.js';
import { worstOutcome } from '../kernel/verdict.js';
import { allGuardrails } from './guardrails/all-guardrails.js';
import type { ArmReading, GuardrailJudgement } from './guardrails/guardrail.js';
import type { RoutePlan } from './route-plan.js';

const methodVersion = 'guardrail-window/1';

/** Half open, milliseconds since the epoch. */
export interface Stretch {
  readonly sinceMs: number;
  readonly untilMs: number;
}

export interface StretchReading extends Stretch {
  readonly candidate: ArmReading;
  readonly incumbent: ArmReading;
}

/** The policy's last minutes, but never before the step began: what another weight did says nothing about this one. */
export function recentStretch(plan: RoutePlan, now: number): Stretch {
  const windowMs = (plan.guardrails?.windowMinutes ?? 0) * 60_000;
  return {
    sinceMs: Math.max(plan.stepEnteredAt, now - windowMs),
    untilMs: now,
  };
}

export function stepStretch(plan: RoutePlan, now: number): Stretch {
  return { sinceMs: plan.stepEnteredAt, untilMs: now };
}

/** Every guardrail's judgement; none at all where no policy names thresholds, which concludes nothing. */
export function judgeStretch(plan: RoutePlan, reading: StretchReading): readonly GuardrailJudgement[] {
  const { guardrails: thresholds } = plan;
  const { candidate, incumbent } = reading;
  return thresholds === null ? [] : allGuardrails.map((one) => one.judge({ candidate, incumbent, thresholds }));
}

/** The step's judgement of each guardrail, unless the last minutes show a breach: that one stands. */
export function strictest(
  step: readonly GuardrailJudgement[],
  recent: readonly GuardrailJudgement[],
): readonly GuardrailJudgement[] {
  return step.map(
    (judgement) => recent.find(({ id, outcome }) => id === judgement.id && outcome === 'fail') ?? judgement,
  );
}

interface WindowParts {
  readonly plan: RoutePlan;
  readonly reading: StretchReading;
  readonly judgements: readonly GuardrailJudgement[];
}

/** Share of units that the plan sends to the candidate, in percent. */
export function exposedPercent(plan: RoutePlan): number {
  return { incumbent: 0, shadow: 0, split: plan.weightPercent, candidate: 100 }[plan.mode];
}

/** Evidence of kind `guardrail.window`. It passes only when every guardrail was shown to hold. */
export function guardrailEvidence({ plan, reading, judgements }: WindowParts): EvidenceDraft {
  const value = {
    attempt: plan.attempt,
    since: reading.sinceMs,
    until: reading.untilMs,
    stepEnteredAt: plan.stepEnteredAt,
    weightPercent: exposedPercent(plan),
    candidateExchanges: reading.candidate.exchanges,
    incumbentExchanges: reading.incumbent.exchanges,
    guardrails: judgements,
    problem: null,
  };
  return {
    kind: 'guardrail.window',
    source: 'measured',
    measuredAt: reading.untilMs,
    inputsDigest: digestOf({
      projectId: plan.projectId,
      attempt: plan.attempt,
      reading,
      thresholds: plan.guardrails,
    }),
    methodVersion,
    outcome: worstOutcome(judgements.map((one): Outcome => one.outcome)),
    value,
  };
}

/** The same kind when it could not be measured: it stands in the way of every older pass. */
export function unmeasuredGuardrails(plan: RoutePlan, now: number, problem: string): EvidenceDraft {
  return {
    kind: 'guardrail.window',
    source: 'measured',
    measuredAt: now,
    inputsDigest: digestOf({
      projectId: plan.projectId,
      attempt: plan.attempt,
      problem,
    }),
    methodVersion,
    outcome: 'error',
    value: {
      attempt: plan.attempt,
      since: plan.stepEnteredAt,
      until: now,
      stepEnteredAt: plan.stepEnteredAt,
      weightPercent: exposedPercent(plan),
      candidateExchanges: null,
      incumbentExchanges: null,
      guardrails: [],
      problem,
    },
  };
}
