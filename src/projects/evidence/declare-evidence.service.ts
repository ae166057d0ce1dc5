// Evidence that somebody brings from outside. It is kept as declared, never outranks a measurement, and is heard by the
// project as any other news: where it bears on an open gate, the gate is judged again and pending approvals are void.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type Evidence, type EvidenceDraft } from '../../kernel/evidence.js';
import type { Principal } from '../../kernel/principal.js';
import { isRefusal, type Refusal, refusal } from '../../kernel/refusal.js';
import { isTerminal } from '../../lifecycle/reading.js';
import { ProjectStore } from '../project-store.js';
import { StepProject } from '../step-project.service.js';
import { GateJudge } from './gate-judge.service.js';
import { HearEvidence } from './hear-evidence.service.js';

export interface DeclareRequest {
  readonly projectId: string;
  readonly draft: EvidenceDraft;
  readonly principal: Principal;
  readonly requestId: string;
}

const triesMax = 20;

@Injectable()
export class DeclareEvidence {
  constructor(
    private readonly store: ProjectStore,
    private readonly judge: GateJudge,
    private readonly hearing: HearEvidence,
    private readonly steps: StepProject,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(request: DeclareRequest): Promise<{ evidence: Evidence; version: number } | Refusal> {
    if (request.draft.measuredAt > this.clock.now()) {
      const fields = [{ pointer: '/measuredAtMs', reason: 'lies in the future' }];
      return refusal('bad-request', 'Evidence is about what was measured, not about what will be.', { fields });
    }
    for (let tries = 1; tries <= triesMax; tries += 1) {
      const result = await this.once(request);
      if (result !== 'stale') {
        return result;
      }
    }
    return refusal('conflict', 'The project keeps changing; repeat the request.');
  }

  private async once({ projectId, draft, principal, requestId }: DeclareRequest) {
    const project = await this.store.find(projectId);
    if (project === null) {
      return refusal('not-found', 'There is no such project.');
    }
    if (isTerminal(project.snapshot)) {
      return refusal('conflict', 'The project has ended; nothing is judged any more.');
    }
    const evidence = this.judge.keepable(project.id, draft, principal.person);
    const heard = await this.hearing.rejudged(project, [], [evidence]);
    const { person, role, tokenId } = principal;
    const saved = await this.steps.apply({
      project,
      remember: null,
      change: {
        name: 'evidence.declared',
        actor: { person, role, tokenId },
        events: heard.events,
        reason: null,
        requestId,
        details: { kind: evidence.kind, digest: evidence.digest },
        gateRun: heard.gateRun,
        approval: null,
        evidence: heard.evidence,
        edit: {},
      },
    });
    if (isRefusal(saved)) {
      return saved;
    }
    return saved.result === 'saved' ? { evidence, version: saved.commit.project.version } : ('stale' as const);
  }
}
