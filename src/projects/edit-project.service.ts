// Edits of the brief: only what is not frozen yet, only on the version that was looked at.
import { Injectable } from '@nestjs/common';
import type { Principal } from '../kernel/principal.js';
import { isRefusal, type Refusal, refusal } from '../kernel/refusal.js';
import { isTerminal, stageOf } from '../lifecycle/reading.js';
import { Policies } from '../platform/config/policies.js';
import { frozenFields, type Project, type ProjectBrief } from './project.js';
import { ProjectStore } from './project-store.js';
import { KeepStanding } from './standing/keep-standing.service.js';
import { StepProject } from './step-project.service.js';

export interface EditRequest {
  readonly projectId: string;
  readonly changes: Partial<ProjectBrief>;
  readonly expectedVersion: number | null;
  readonly principal: Principal;
  readonly requestId: string;
}

@Injectable()
export class EditProject {
  constructor(
    private readonly store: ProjectStore,
    private readonly steps: StepProject,
    private readonly policies: Policies,
    private readonly standing: KeepStanding,
  ) {}

  async run(request: EditRequest): Promise<Project | Refusal> {
    const project = await this.store.find(request.projectId);
    if (project === null) {
      return refusal('not-found', 'There is no such project.');
    }
    const no = this.objection(project, request);
    if (no !== null) {
      return no;
    }
    const brief = { ...project.brief, ...request.changes };
    const { person, role, tokenId } = request.principal;
    const saved = await this.steps.apply({
      project,
      remember: null,
      change: {
        name: 'project.edited',
        actor: { person, role, tokenId },
        events: [],
        reason: null,
        requestId: request.requestId,
        details: { before: this.picked(project.brief, request.changes), after: request.changes },
        gateRun: null,
        approval: null,
        evidence: [],
        edit: { brief },
      },
    });
    if (isRefusal(saved)) {
      return saved;
    }
    const current = saved.result === 'saved' ? null : await this.store.find(project.id);
    if (saved.result !== 'saved') {
      return this.steps.stale(current?.version ?? project.version);
    }
    const edited = saved.commit.project;
    const isMoved = request.changes.incumbent !== undefined;
    return isMoved ? { ...edited, standing: await this.standing.keepForced(edited.id) } : edited;
  }

  private objection(project: Project, request: EditRequest): Refusal | null {
    if (request.expectedVersion === null) {
      return refusal(
        'precondition-required',
        `Send If-Match: "v${project.version}" if that is the version you looked at.`,
      );
    }
    if (request.expectedVersion !== project.version) {
      return this.steps.stale(project.version);
    }
    if (isTerminal(project.snapshot)) {
      return refusal('conflict', 'The project has ended; it is not edited any more.');
    }
    const frozen = frozenFields(project).filter((field) => request.changes[field] !== undefined);
    if (frozen.length > 0) {
      const fields = frozen.map((field) => ({ pointer: `/${field}`, reason: 'is frozen in this stage' }));
      return refusal('conflict', `In ${stageOf(project.snapshot)} these are frozen: ${frozen.join(', ')}.`, { fields });
    }
    const { policyName } = request.changes;
    return policyName !== undefined && this.policies.named(policyName) === undefined
      ? refusal('bad-request', `There is no policy ${policyName}.`, {
          fields: [{ pointer: '/policy', reason: 'is unknown' }],
        })
      : null;
  }

  private picked(brief: ProjectBrief, changes: Partial<ProjectBrief>): Partial<ProjectBrief> {
    return Object.fromEntries(Object.keys(changes).map((key) => [key, brief[key as keyof ProjectBrief]]));
  }
}
