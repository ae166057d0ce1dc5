import type { RoutePlan } from '../../src/rollout/route-plan.js';

/** A project in its canary at 5 %, with the guardrails of a middling policy. */
export function aRoutePlan(parts: Partial<RoutePlan> = {}): RoutePlan {
  return {
    projectId: 'prj_one',
    revision: 7,
    attempt: 1,
    mode: 'split',
    weightPercent: 5,
    incumbent: { vendor: 'acme', model: 'acme-large' },
    candidate: { vendor: 'openward', model: 'baseline-student:art_one' },
    captureShare: 1,
    captureBodies: true,
    guardrails: {
      windowMinutes: 15,
      exchangesMin: 50,
      errorRateExcessMax: 0.02,
      latencyP95RatioMax: 1.5,
      latencyMsP95Harmless: 500,
      blindMinutesMax: 30,
    },
    stepEnteredAt: 1_764_000_000_000,
    updatedAt: 1_764_000_000_000,
    ...parts,
  };
}
