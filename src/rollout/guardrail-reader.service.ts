// Reads how the arms did, for the watch and for the gates.
import { Inject, Injectable } from '@nestjs/common';
import { ExchangeStore } from '../exchanges/exchange-store.js';
import { Clock } from '../kernel/clock.js';
import {
  judgeStretch,
  recentStretch,
  type Stretch,
  type StretchReading,
  stepStretch,
  strictest,
} from './guardrail-window.js';
import type { ArmReading, GuardrailJudgement } from './guardrails/guardrail.js';
import type { RoutePlan } from './route-plan.js';

export interface JudgedReading {
  readonly reading: StretchReading;
  readonly judgements: readonly GuardrailJudgement[];
}

interface Reference {
  readonly attempt: number;
  readonly stepEnteredAt: number;
  readonly incumbent: ArmReading;
}

@Injectable()
export class GuardrailReader {
  private readonly references = new Map<string, Reference>();

  constructor(
    @Inject(ExchangeStore) private readonly exchanges: ExchangeStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The last minutes of the step. Throws when the store does not answer. */
  async recent(plan: RoutePlan): Promise<JudgedReading> {
    const reading = await this.read(plan, recentStretch(plan, this.clock.now()));
    return { reading, judgements: judgeStretch(plan, reading) };
  }

  /** The whole step, with what the last minutes alone would trip. Throws when the store does not answer. */
  async step(plan: RoutePlan): Promise<JudgedReading> {
    const now = this.clock.now();
    const reading = await this.read(plan, stepStretch(plan, now));
    const recent = await this.read(plan, recentStretch(plan, now));
    return { reading, judgements: strictest(judgeStretch(plan, reading), judgeStretch(plan, recent)) };
  }

  private async read(plan: RoutePlan, stretch: Stretch): Promise<StretchReading> {
    const { candidate, incumbent } = await this.exchanges.tally({ ...this.dealing(plan), ...stretch });
    return { ...stretch, candidate, incumbent: plan.mode === 'candidate' ? await this.earlier(plan) : incumbent };
  }

  /**
   * While the candidate answers everything, no incumbent answers beside it: it is compared with what the incumbent did
   * before this step, in the same attempt. That is over, so it is counted once.
   */
  private async earlier(plan: RoutePlan): Promise<ArmReading> {
    const held = this.references.get(plan.projectId);
    if (held !== undefined && held.attempt === plan.attempt && held.stepEnteredAt === plan.stepEnteredAt) {
      return held.incumbent;
    }
    const stretch = { sinceMs: 0, untilMs: plan.stepEnteredAt };
    const { incumbent } = await this.exchanges.tally({ ...this.dealing(plan), ...stretch });
    this.references.set(plan.projectId, { attempt: plan.attempt, stepEnteredAt: plan.stepEnteredAt, incumbent });
    return incumbent;
  }

  private dealing({ projectId, attempt }: RoutePlan) {
    return { projectId, attempt };
  }
}
