// Timers are stored deadlines. This turns one that has passed into its event, in whichever process holds the lease.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { systemActor } from '../../kernel/principal.js';
import { isRefusal } from '../../kernel/refusal.js';
import { type LifecycleEvent } from '../../lifecycle/lifecycle-event.js';
import { isTerminal } from '../../lifecycle/reading.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { GateJudge } from '../evidence/gate-judge.service.js';
import type { Project } from '../project.js';
import { ProjectRecords, ProjectStore, type StoredDeadline } from '../project-store.js';
import { StepProject } from '../step-project.service.js';

const intervalMs = 1000;
const batch = 100;

@Injectable()
export class KeepDeadlines implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly store: ProjectStore,
    private readonly records: ProjectRecords,
    private readonly judge: GateJudge,
    private readonly steps: StepProject,
    @Inject(Clock) private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.runner.every('deadlines', intervalMs, () => this.keep());
  }

  async keep(): Promise<void> {
    for (const deadline of await this.records.dueDeadlines(this.clock.now(), batch)) {
      await this.pass(deadline);
    }
  }

  private async pass(deadline: StoredDeadline): Promise<void> {
    const project = await this.store.find(deadline.projectId);
    if (project === null || isTerminal(project.snapshot)) {
      await this.records.dropDeadline(deadline.projectId, deadline.name);
      return;
    }
    const saved = await this.steps.apply({ project, change: await this.change(project, deadline), remember: null });
    if (isRefusal(saved)) {
      // Deadlines are derived from the state, so one that the state does not take is a fault of ours: say so, go on.
      this.log.error(
        { projectId: project.id, deadline: deadline.name, detail: saved.detail },
        'a deadline fits no state',
      );
      await this.records.dropDeadline(deadline.projectId, deadline.name);
    }
  }

  private async change(project: Project, deadline: StoredDeadline) {
    const at = Math.max(this.clock.now(), deadline.dueAt);
    const event: LifecycleEvent = { ...deadline.event, at };
    const answer = deadline.event.type === 'EVIDENCE_CHANGED' ? await this.rejudge(project) : null;
    return {
      name: `deadline.${deadline.name}`,
      actor: { person: systemActor, role: systemActor, tokenId: null },
      events: answer === null ? [event] : [{ ...event, at: Math.max(at, answer.run.evaluatedAt) }, answer.event],
      reason: null,
      requestId: null,
      details: { dueAt: new Date(deadline.dueAt).toISOString() },
      gateRun: answer?.run ?? null,
      approval: null,
      evidence: answer?.measured ?? [],
      edit: {},
    };
  }

  private async rejudge(project: Project) {
    const policy = this.steps.policyOf(project);
    if (policy === null) {
      return null;
    }
    const requestedBy = project.snapshot.context.gateRequestedBy ?? systemActor;
    return this.judge.judge({ project, snapshot: project.snapshot, policy, requestedBy, arriving: [] });
  }
}
