// Readings for the gates of the cutover. A reading that fails is evidence too, of outcome `error`: no older pass stands
// in for it.
import { Inject, Injectable } from '@nestjs/common';
import { ShadowPairStore } from '../exchanges/shadow-pair-store.js';
import { Clock } from '../kernel/clock.js';
import type { EvidenceDraft } from '../kernel/evidence.js';
import type { ShadowThresholds } from '../kernel/policy.js';
import { type Refusal, refusal } from '../kernel/refusal.js';
import { Log } from '../platform/telemetry/log.client.js';
import { FallbackProbe, fallbackEvidence } from './fallback-probe.service.js';
import { GuardrailReader } from './guardrail-reader.service.js';
import { guardrailEvidence, unmeasuredGuardrails } from './guardrail-window.js';
import type { RoutePlan } from './route-plan.js';
import { RoutePlanStore } from './route-plan-store.js';
import { shadowEvidence, unmeasuredShadow } from './shadow-agreement.js';

const noPlan = refusal('not-found', 'The project has no route plan yet: nothing of a rollout can be measured.');

@Injectable()
export class RolloutService {
  constructor(
    @Inject(RoutePlanStore) private readonly plans: RoutePlanStore,
    @Inject(ShadowPairStore) private readonly pairs: ShadowPairStore,
    private readonly reader: GuardrailReader,
    private readonly probe: FallbackProbe,
    @Inject(Clock) private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Evidence `guardrail.window` of the running step. Refuses when the project has no plan. */
  async guardrailReading(projectId: string): Promise<EvidenceDraft | Refusal> {
    const plan = await this.plans.find(projectId);
    if (plan === null) {
      return noPlan;
    }
    try {
      const { reading, judgements } = await this.reader.step(plan);
      return guardrailEvidence({ plan, reading, judgements });
    } catch (error) {
      return unmeasuredGuardrails(plan, this.clock.now(), this.problem(plan, error));
    }
  }

  /** Evidence `shadow.agreement` since the step began. Refuses when the project has no plan. */
  async shadowReading(projectId: string, thresholds: ShadowThresholds): Promise<EvidenceDraft | Refusal> {
    const plan = await this.plans.find(projectId);
    if (plan === null) {
      return noPlan;
    }
    const question = { projectId, attempt: plan.attempt, sinceMs: plan.stepEnteredAt };
    const now = this.clock.now();
    try {
      const tally = await this.pairs.tally(question);
      return shadowEvidence({ ...question, ...tally, now, thresholds });
    } catch (error) {
      return unmeasuredShadow({ ...question, now }, this.problem(plan, error));
    }
  }

  /** Evidence `fallback.check`: the incumbent is asked now. Refuses when the project has no plan. */
  async fallbackReading(projectId: string): Promise<EvidenceDraft | Refusal> {
    const plan = await this.plans.find(projectId);
    return plan === null ? noPlan : fallbackEvidence(plan.incumbent, await this.probe.check(plan.incumbent));
  }

  private problem(plan: RoutePlan, error: unknown): string {
    this.log.warn({ err: error, projectId: plan.projectId }, 'a reading of the rollout failed');
    return 'The counts could not be read from the store.';
  }
}
