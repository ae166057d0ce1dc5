// One round of watching: reads the guardrails of every exposed project, tells a breach once for each attempt and step,
// and tells when it can no longer see.
import { Inject, Injectable } from '@nestjs/common';
import { ShadowPairStore } from '../exchanges/shadow-pair-store.js';
import { Clock } from '../kernel/clock.js';
import { Log } from '../platform/telemetry/log.client.js';
import { GuardrailReader, type JudgedReading } from './guardrail-reader.service.js';
import { guardrailEvidence, unmeasuredGuardrails } from './guardrail-window.js';
import { type RoutePlan, stepOf } from './route-plan.js';
import { RoutePlanStore } from './route-plan-store.js';
import { notice } from './watch.js';
import { WatchStore } from './watch-store.js';

@Injectable()
export class GuardrailWatch {
  constructor(
    @Inject(RoutePlanStore) private readonly plans: RoutePlanStore,
    @Inject(WatchStore) private readonly watches: WatchStore,
    private readonly reader: GuardrailReader,
    @Inject(ShadowPairStore) private readonly pairs: ShadowPairStore,
    @Inject(Clock) private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** One project that cannot be watched never keeps the others from being watched. */
  async round(): Promise<void> {
    for (const plan of await this.plans.exposed()) {
      await this.watch(plan).catch((error: unknown) => {
        this.log.warn({ err: error, projectId: plan.projectId }, 'the watch could not save what it saw');
      });
    }
  }

  private async watch(plan: RoutePlan): Promise<void> {
    const judged = await this.measure(plan);
    await this.remember(plan, judged !== null);
    const breach = judged?.judgements.find((one) => one.outcome === 'fail');
    if (judged === null || breach === undefined) {
      return;
    }
    const { id: guardrail, measured, bound, text } = breach;
    const evidence = [guardrailEvidence({ plan, ...judged })];
    const news = { ...stepOf(plan), guardrail, measured, bound, at: this.clock.now(), evidence };
    if (await this.watches.tellBreach(news)) {
      this.log.warn({ projectId: plan.projectId, guardrail, measured, bound }, `guardrail breached: ${text}`);
    }
  }

  /** Null when it failed. Under shadow nobody is served by the candidate: what must be readable then are the pairs. */
  private async measure(plan: RoutePlan): Promise<JudgedReading | null> {
    try {
      if (plan.mode === 'shadow') {
        await this.pairs.tally({ projectId: plan.projectId, attempt: plan.attempt, sinceMs: plan.stepEnteredAt });
      }
      const judged = await this.reader.recent(plan);
      return plan.mode === 'shadow' ? { ...judged, judgements: [] } : judged;
    } catch (error) {
      this.log.warn({ err: error, projectId: plan.projectId }, 'the guardrails could not be read');
      return null;
    }
  }

  private async remember(plan: RoutePlan, succeeded: boolean): Promise<void> {
    const before = await this.watches.find(plan.projectId, 'telemetry');
    const { watch, news, isChanged } = notice(before, { subject: 'telemetry', plan, succeeded });
    if (!isChanged) {
      return;
    }
    const at = this.clock.now();
    const evidence = succeeded
      ? []
      : [unmeasuredGuardrails(plan, at, 'The guardrails could not be read twice in a row.')];
    await this.watches.save(watch, news === null ? null : { projectId: plan.projectId, type: news, at, evidence });
  }
}
