// A project begins as version 1, with the first entry of its history.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { IdSource } from '../kernel/ids.js';
import type { Principal } from '../kernel/principal.js';
import { isRefusal, type Refusal, refusal } from '../kernel/refusal.js';
import { initialSnapshot } from '../lifecycle/snapshot.js';
import { Configuration } from '../platform/config/configuration.dto.js';
import { Policies } from '../platform/config/policies.js';
import { genesisHash } from './history-entry.js';
import { keptAnswer } from './kept-answer.js';
import type { Project, ProjectBrief } from './project.js';
import { ProjectStore } from './project-store.js';
import { IncumbentLives } from './standing/incumbent-life.service.js';
import type { ProjectStanding } from './standing/project-standing.js';
import { StepProject } from './step-project.service.js';

export interface CreateRequest {
  readonly brief: ProjectBrief;
  readonly principal: Principal;
  readonly requestId: string;
  /** Null when the caller sent none: then a repeat makes a second project. */
  readonly idempotencyKey: string | null;
  readonly requestDigest: string;
  /** How the new project is shown; kept for repeats. */
  readonly answer: (project: Project) => string;
}

export interface Created {
  readonly body: string;
  readonly version: number;
  readonly projectId: string;
  readonly replayed: boolean;
}

@Injectable()
export class CreateProject {
  constructor(
    private readonly store: ProjectStore,
    private readonly steps: StepProject,
    private readonly policies: Policies,
    private readonly configuration: Configuration,
    private readonly lives: IncumbentLives,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  async run(request: CreateRequest): Promise<Created | Refusal> {
    const { brief, principal } = request;
    if (principal.projects !== 'all') {
      return refusal('forbidden', 'Your token is limited to certain projects; a new one would be out of its sight.');
    }
    if (this.policies.named(brief.policyName) === undefined) {
      const known = this.policies.names().join(', ');
      const fields = [{ pointer: '/policy', reason: `must be one of ${known}` }];
      return refusal('bad-request', `There is no policy ${brief.policyName}.`, { fields });
    }
    const replay = await this.replay(request);
    if (replay !== null) {
      return replay;
    }
    const forced = await this.lives.forcedModeOf(brief);
    const saved = await this.steps.apply({
      project: this.unborn(request, { forced, lockIn: null }),
      change: this.change(request),
      remember: this.remember(request),
    });
    if (isRefusal(saved)) {
      return saved;
    }
    if (saved.result !== 'saved') {
      return (
        (await this.replay(request)) ?? refusal('conflict', 'The project could not be created; repeat the request.')
      );
    }
    const { project } = saved.commit;
    return { body: request.answer(project), version: project.version, projectId: project.id, replayed: false };
  }

  private unborn({ brief, principal }: CreateRequest, standing: ProjectStanding): Project {
    const now = this.clock.now();
    return {
      id: this.ids.next('prj'),
      version: 0,
      brief,
      snapshot: initialSnapshot(now),
      policy: null,
      policyDigest: null,
      candidateArtefactId: null,
      createdAt: now,
      createdBy: principal.person,
      updatedAt: now,
      headHash: genesisHash,
      standing,
      standingRevision: 0,
    };
  }

  private change({ principal, requestId, brief }: CreateRequest) {
    const { person, role, tokenId } = principal;
    return {
      name: 'project.created',
      actor: { person, role, tokenId },
      events: [],
      reason: null,
      requestId,
      details: { brief },
      gateRun: null,
      approval: null,
      evidence: [],
      edit: {},
    };
  }

  private remember(request: CreateRequest) {
    const { idempotencyKey } = request;
    if (idempotencyKey === null) {
      return null;
    }
    const { requestDigest } = request;
    const { retentionHours } = this.configuration.idempotency;
    return (project: Project) =>
      keptAnswer(
        { scope: this.scope(request), key: idempotencyKey, requestDigest, status: 201, body: request.answer(project) },
        { now: this.clock.now(), retentionHours },
      );
  }

  private async replay(request: CreateRequest): Promise<Created | Refusal | null> {
    if (request.idempotencyKey === null) {
      return null;
    }
    const kept = await this.store.idempotency(this.scope(request), request.idempotencyKey, this.clock.now());
    if (kept === null) {
      return null;
    }
    if (kept.requestDigest !== request.requestDigest) {
      return refusal('idempotency-key-reused', 'This Idempotency-Key was sent before with another body.');
    }
    const { id, version } = JSON.parse(kept.body) as { id: string; version: number };
    return { body: kept.body, version, projectId: id, replayed: true };
  }

  private scope(request: CreateRequest): string {
    return `${request.principal.person}/projects`;
  }
}
