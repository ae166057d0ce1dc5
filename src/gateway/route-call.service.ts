// The recipe of one call: choose the arm, ask it, and where the candidate fails before anything went out, ask the
// incumbent instead, once. There are no other retries: the clients' own libraries retry already.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { chooseArm } from '../rollout/route-plan.js';
import type { ModelTarget } from '../vendors/vendor.js';
import { type ArmAnswer, AskArm, type LiveCall } from './ask-arm.service.js';
import { type Breaker, Breakers } from './breaker.js';
import { type Leg, type LegEnd, ownHeaders } from './call-leg.service.js';
import { upstreamFault } from './dialect/openai-error.js';
import { GatewaySignals } from './gateway-signals.js';
import { isCandidateFailure } from './outcome-of-call.js';
import { ShadowCopies } from './shadow-copies.service.js';

const breakerOpen = 'not asked: the circuit breaker is open after failures in a row';

/** Why the incumbent gave nothing that can be passed on. */
function faultOf(answer: ArmAnswer): 'unreachable' | 'timeout' | 'cut' {
  if (answer === null || answer.outcome === 'unreachable') {
    return 'unreachable';
  }
  return answer.outcome === 'timeout' ? 'timeout' : 'cut';
}

/** What of an attempt has not gone out yet goes out; a stream that was cut is broken off, never ended. */
function finish({ client }: LiveCall, { upstream, outcome, attempt }: LegEnd): void {
  if (client.isGone) {
    return;
  }
  const isWhole = upstream.kind === 'complete';
  const wasCut = outcome === 'incomplete' && attempt.stream?.reportedError !== true;
  if (isWhole && !wasCut) {
    attempt.release();
    client.end();
  } else {
    client.breakOff();
  }
}

@Injectable()
export class RouteCall {
  private readonly breakers = new Breakers();

  constructor(
    @Inject(AskArm) private readonly arms: AskArm,
    @Inject(ShadowCopies) private readonly shadows: ShadowCopies,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(GatewaySignals) private readonly signals: GatewaySignals,
  ) {}

  /** Answers the client in every case, and only then sends a copy to the shadow. */
  async answer(live: LiveCall): Promise<void> {
    const { plan, chat, unit } = live.call;
    const choice = chat?.topLevel ? chooseArm({ plan, unitId: unit }) : null;
    if (choice?.arm === 'candidate' && plan.candidate !== null) {
      if (await this.isAnsweredByCandidate(live, plan.candidate)) {
        return;
      }
      this.signals.fellBack();
      await this.askIncumbent(live, { arm: 'incumbent', route: 'fallback', target: plan.incumbent });
      return;
    }
    const end = await this.askIncumbent(live, { arm: 'incumbent', route: 'incumbent', target: plan.incumbent });
    if (choice?.shadow === true && end?.outcome === 'ok') {
      this.shadows.mirror(live.call, end);
    }
  }

  private async isAnsweredByCandidate(live: LiveCall, target: ModelTarget): Promise<boolean> {
    const leg: Leg = { arm: 'candidate', route: 'candidate', target };
    const breaker = this.breakers.of(target);
    if (!breaker.admits(this.clock.now())) {
      this.arms.captureUnasked(live.call, leg, breakerOpen);
      return false;
    }
    let end: ArmAnswer = null;
    try {
      end = await this.arms.ask(live, leg, true);
    } finally {
      this.learn(breaker, end);
    }
    if (end === null || (isFailure(end) && !end.attempt.hasBegun && !live.client.isGone)) {
      return false;
    }
    finish(live, end);
    return true;
  }

  private learn(breaker: Breaker, end: ArmAnswer): void {
    if (end?.outcome === 'client-closed') {
      breaker.learntNothing();
    } else if (end === null || isFailure(end)) {
      breaker.failed(this.clock.now());
    } else {
      breaker.succeeded();
    }
  }

  private async askIncumbent(live: LiveCall, leg: Leg): Promise<ArmAnswer> {
    const { call, client, overhead } = live;
    const end = await this.arms.ask(live, leg, false);
    if (end !== null && (end.attempt.hasBegun || end.upstream.kind === 'complete')) {
      finish(live, end);
      return end;
    }
    if (client.isGone) {
      return end;
    }
    const fault = upstreamFault(faultOf(end), leg.target.vendor);
    const overheadMs = overhead.elapsedMs();
    client.refuse(fault, ownHeaders(call, leg, overheadMs));
    this.signals.answered({ arm: leg.arm, route: leg.route, status: fault.status, overheadMs });
    return end;
  }
}

function isFailure(end: LegEnd): boolean {
  return isCandidateFailure(end.outcome, end.upstream.status);
}
