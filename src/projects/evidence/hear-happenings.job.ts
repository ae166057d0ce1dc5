// News from below: a job ended, a guardrail was breached, the way back is gone. The same recipe as a command, by another
// door: record the evidence, step the machine, and where new evidence bears on the gate, judge the gate again.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Evidence } from '../../kernel/evidence.js';
import { systemActor } from '../../kernel/principal.js';
import { isRefusal } from '../../kernel/refusal.js';
import type { HappeningEvent, LifecycleEvent } from '../../lifecycle/lifecycle-event.js';
import { isTerminal } from '../../lifecycle/reading.js';
import { step } from '../../lifecycle/step.js';
import type { Job } from '../../platform/jobs/job.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { Log } from '../../platform/telemetry/log.client.js';
import type { Project } from '../project.js';
import { type IdempotencyRecord, ProjectStore } from '../project-store.js';
import type { ProjectChange } from '../record-step.js';
import { StepProject } from '../step-project.service.js';
import { GateJudge } from './gate-judge.service.js';
import type { HappeningPayload } from './happening.js';
import { type Heard, HearEvidence } from './hear-evidence.service.js';

const keptForMs = 7 * 86_400_000;

@Injectable()
export class HearHappenings implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly store: ProjectStore,
    private readonly judge: GateJudge,
    private readonly hearing: HearEvidence,
    private readonly steps: StepProject,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.runner.handle('happening', (job) => this.hear(job));
  }

  /** Throws when the project moved meanwhile: the message is heard again on the newer state. */
  async hear(job: Job): Promise<void> {
    const project = await this.store.find(job.projectId);
    const payload = job.payload as HappeningPayload;
    if (project === null || isTerminal(project.snapshot) || this.isOld(project, payload)) {
      this.log.info({ projectId: job.projectId, jobId: job.id }, 'news of what is over; nothing to do');
      return;
    }
    const evidence = (payload.evidence ?? []).map((draft) => this.judge.keepable(project.id, draft, systemActor));
    const heard = await this.hearing.rejudged(project, this.taken(project, payload.events ?? []), evidence);
    if (heard.events.length === 0 && heard.evidence.length === 0) {
      return;
    }
    const saved = await this.steps.apply({ project, change: this.change(project, heard), remember: this.once(job) });
    if (isRefusal(saved)) {
      throw new Error(saved.detail);
    }
    if (saved.result === 'stale') {
      throw new Error('the project moved meanwhile');
    }
  }

  private isOld(project: Project, { attempt, stepEnteredAt }: HappeningPayload): boolean {
    const context = project.snapshot.context;
    const isOtherAttempt = attempt !== undefined && attempt !== context.attempt;
    return isOtherAttempt || (stepEnteredAt !== undefined && stepEnteredAt !== context.stepEnteredAt);
  }

  /** The events that the machine takes now, in order. One that it does not take is out of place and is dropped. */
  private taken(project: Project, events: readonly HappeningEvent[]): LifecycleEvent[] {
    const taken: LifecycleEvent[] = [];
    for (const event of events) {
      const outcome = step({ snapshot: project.snapshot, events: [...taken, event], now: event.at });
      if (isRefusal(outcome)) {
        this.log.info({ projectId: project.id, event: event.type }, 'news out of place');
      } else {
        taken.push(event);
      }
    }
    return taken;
  }

  private change(project: Project, heard: Heard): ProjectChange {
    const first = heard.events[0];
    const name =
      first === undefined ? 'evidence.recorded' : `happening.${first.type.toLowerCase().replaceAll('_', '-')}`;
    const details = { events: heard.events.map((event) => event.type), kinds: heard.evidence.map((one) => one.kind) };
    const reason = first !== undefined && 'reason' in first ? first.reason : null;
    return {
      name,
      actor: { person: systemActor, role: systemActor, tokenId: null },
      events: heard.events,
      reason,
      requestId: null,
      details:
        first?.type === 'GUARDRAIL_BREACHED'
          ? { ...details, guardrail: first.guardrail, measured: first.measured, bound: first.bound }
          : details,
      gateRun: heard.gateRun,
      approval: null,
      evidence: heard.evidence,
      edit: this.trained(project, heard.evidence),
    };
  }

  /** A training run that succeeded gives the candidate arm the artefact that it serves. */
  private trained(project: Project, evidence: readonly Evidence[]): ProjectChange['edit'] {
    const run = evidence.find(
      (one) => one.kind === 'training.run' && one.source === 'measured' && one.outcome === 'pass',
    );
    const artefactId = run?.value.artefactId;
    return typeof artefactId === 'string' && artefactId !== project.candidateArtefactId
      ? { candidateArtefactId: artefactId }
      : {};
  }

  /** A message is heard once, although it may be delivered again after a crash. */
  private once(job: Job): (project: Project) => IdempotencyRecord {
    return (project) => ({
      scope: 'happening',
      key: job.id,
      requestDigest: job.id,
      status: 200,
      body: '{}',
      createdAt: project.updatedAt,
      expiresAt: project.updatedAt + keptForMs,
    });
  }
}
