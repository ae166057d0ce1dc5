// What new evidence does to a project: nothing while its gate was not asked for yet; otherwise the gate is judged again
// on it, in the same step, and approvals of the older judgement are void.
import { Injectable } from '@nestjs/common';
import type { Evidence } from '../../kernel/evidence.js';
import { systemActor } from '../../kernel/principal.js';
import { isRefusal } from '../../kernel/refusal.js';
import type { LifecycleEvent } from '../../lifecycle/lifecycle-event.js';
import { gateStateOf } from '../../lifecycle/reading.js';
import { step } from '../../lifecycle/step.js';
import type { GateRun } from '../gate-run.js';
import type { Project } from '../project.js';
import { StepProject } from '../step-project.service.js';
import { GateJudge } from './gate-judge.service.js';

export interface Heard {
  readonly events: readonly LifecycleEvent[];
  readonly gateRun: GateRun | null;
  readonly evidence: readonly Evidence[];
}

@Injectable()
export class HearEvidence {
  constructor(
    private readonly judge: GateJudge,
    private readonly steps: StepProject,
  ) {}

  /** The events that follow from the given ones and the evidence, in order; all of them are taken by the machine. */
  async rejudged(project: Project, events: readonly LifecycleEvent[], evidence: readonly Evidence[]): Promise<Heard> {
    const heard: Heard = { events, gateRun: null, evidence };
    const now = Math.max(...events.map((event) => event.at), project.updatedAt);
    const stepped = step({ snapshot: project.snapshot, events, now });
    const snapshot = isRefusal(stepped) ? project.snapshot : stepped.snapshot;
    const state = gateStateOf(snapshot);
    const policy = this.steps.policyOf(project);
    const read = this.judge.kindsRead(snapshot);
    const bears = evidence.some((one) => read.includes(one.kind));
    if (!bears || policy === null || state === null || state === 'working') {
      return heard;
    }
    const requestedBy = snapshot.context.gateRequestedBy ?? systemActor;
    const answer = await this.judge.judge({ project, snapshot, policy, requestedBy, arriving: evidence });
    if (answer === null) {
      return heard;
    }
    const again: LifecycleEvent[] = [{ type: 'EVIDENCE_CHANGED', at: answer.run.evaluatedAt }, answer.event];
    const isTaken = !isRefusal(step({ snapshot, events: again, now: answer.run.evaluatedAt }));
    return isTaken
      ? { events: [...events, ...again], gateRun: answer.run, evidence: [...evidence, ...answer.measured] }
      : heard;
  }
}
