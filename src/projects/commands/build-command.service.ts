// From what a person asks to the machine events that say it: one builder per command, in one table.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { type Policy, policyDigest } from '../../kernel/policy.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import { typeOfCommand } from '../../lifecycle/accepted-commands.js';
import type { LifecycleEvent } from '../../lifecycle/lifecycle-event.js';
import { overrideRefusal } from '../../lifecycle/refusals/override-refusal.js';
import { Policies } from '../../platform/config/policies.js';
import { GateJudge } from '../evidence/gate-judge.service.js';
import type { ApprovalRecord } from '../gate-run.js';
import { judgingPolicy } from '../judging-policy.js';
import type { Project } from '../project.js';
import { ProjectRecords } from '../project-store.js';
import type { ProjectChange } from '../record-step.js';
import { IncumbentLives } from '../standing/incumbent-life.service.js';
import type { CommandOrder } from './command-request.js';
import { mayApprove } from './may-approve.js';
import { retainRefusal } from './retain-refusal.js';

type Built = Pick<ProjectChange, 'events' | 'gateRun' | 'approval' | 'evidence' | 'edit'>;

const nothingElse = { gateRun: null, approval: null, evidence: [], edit: {} } as const;
const hourMs = 3_600_000;

@Injectable()
export class BuildCommand {
  constructor(
    private readonly judge: GateJudge,
    private readonly records: ProjectRecords,
    private readonly policies: Policies,
    private readonly lives: IncumbentLives,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  /** The change that the command asks for, or why it may not be asked. The machine still has its own say. */
  async change(project: Project, order: CommandOrder): Promise<ProjectChange | Refusal> {
    const built = await this.build(project, order);
    if ('refused' in built) {
      return built;
    }
    const { person, role, tokenId } = order.principal;
    return {
      ...built,
      name: `project.${order.name}`,
      actor: { person, role, tokenId },
      reason: order.reason,
      requestId: order.requestId,
      details: {
        ...(order.ticket !== null && { ticket: order.ticket }),
        ...(order.choice !== null && { choice: order.choice }),
      },
    };
  }

  private build(project: Project, order: CommandOrder): Promise<Built | Refusal> | Built | Refusal {
    switch (order.name) {
      case 'advance':
        return this.advance(project, order);
      case 'decide':
        return this.decide(project, order);
      case 'approve':
      case 'decline':
      case 'override':
        return this.answer(project, order);
      default: {
        // The other commands say nothing but who asked, when and why.
        const said = { person: order.principal.person, reason: order.reason ?? '', at: this.clock.now() };
        return { ...nothingElse, events: [{ type: typeOfCommand[order.name], ...said } as LifecycleEvent] };
      }
    }
  }

  private async advance(project: Project, order: CommandOrder): Promise<Built | Refusal> {
    const policy = judgingPolicy(project, this.policies);
    if (policy === null) {
      return this.unknownPolicy(project);
    }
    const { person } = order.principal;
    const question = { project, snapshot: project.snapshot, policy, requestedBy: person, arriving: [] };
    const answer = await this.judge.judge(question);
    const asked: LifecycleEvent = { type: 'ADVANCE', person, at: answer?.run.evaluatedAt ?? this.clock.now() };
    return answer === null
      ? { ...nothingElse, events: [asked] }
      : { ...nothingElse, events: [asked, answer.event], gateRun: answer.run, evidence: answer.measured };
  }

  private async decide(project: Project, order: CommandOrder): Promise<Built | Refusal> {
    const base = { type: 'DECIDE' as const, person: order.principal.person, at: this.clock.now() };
    if (order.choice === 'retain') {
      const no = retainRefusal(await this.lives.forcedModeOf(project.brief), order.reason);
      if (no !== null) {
        return no;
      }
      return { ...nothingElse, events: [{ ...base, choice: 'retain', policyDigest: null, weightsPercent: [] }] };
    }
    const shelved = this.policies.named(project.brief.policyName);
    if (shelved === undefined) {
      return this.unknownPolicy(project);
    }
    const { policy } = shelved;
    const digest = policyDigest(policy);
    const event = {
      ...base,
      choice: 'migrate' as const,
      policyDigest: digest,
      weightsPercent: policy.rollout.weightsPercent,
    };
    return { ...nothingElse, events: [event], edit: { policy, policyDigest: digest } };
  }

  /** Approve, decline and override answer for a gate run that a person has read. */
  private async answer(project: Project, order: CommandOrder): Promise<Built | Refusal> {
    const now = this.clock.now();
    const policy = judgingPolicy(project, this.policies);
    const { person } = order.principal;
    const currentId = project.snapshot.context.gateRunId;
    const run = currentId === null ? null : await this.records.gateRun(project.id, currentId);
    const barred = order.name === 'override' ? overrideRefusal(run?.criteria ?? []) : null;
    if (barred !== null) {
      return barred;
    }
    if (order.name !== 'approve') {
      const type = order.name === 'decline' ? ('DECLINE' as const) : ('OVERRIDE' as const);
      const event: LifecycleEvent = { type, person, reason: order.reason ?? '', at: now };
      const decision = order.name === 'decline' ? ('declined' as const) : ('overridden' as const);
      const approval =
        run === null
          ? null
          : this.approval({ project, person, decision, run, comment: order.reason ?? '', now, policy });
      return { ...nothingElse, events: [event], approval };
    }
    if (policy === null) {
      return this.unknownPolicy(project);
    }
    const event = {
      type: 'APPROVE' as const,
      person,
      gateRunId: order.gateRunId ?? '',
      evidenceDigest: order.evidenceDigest ?? '',
      at: now,
    };
    const evidence = await this.records.rulingEvidence(project.id, this.judge.kindsRead(project.snapshot));
    const no = mayApprove({ project, policy, approval: event, run, evidence });
    if (no !== null || run === null) {
      return no ?? refusal('evidence-changed', 'There is no gate run to approve.');
    }
    const approval = this.approval({
      project,
      person,
      decision: 'approved',
      run,
      comment: order.reason ?? '',
      now,
      policy,
    });
    return { ...nothingElse, events: [event], approval };
  }

  private approval(from: {
    project: Project;
    person: string;
    decision: ApprovalRecord['decision'];
    run: { id: string; evidenceDigest: string };
    comment: string;
    now: number;
    policy: Policy | null;
  }): ApprovalRecord {
    return {
      id: this.ids.next('apr'),
      projectId: from.project.id,
      gateRunId: from.run.id,
      person: from.person,
      decision: from.decision,
      comment: from.comment,
      evidenceDigest: from.run.evidenceDigest,
      at: from.now,
      expiresAt: from.now + (from.policy?.approvals.expireAfterHours ?? 0) * hourMs,
    };
  }

  private unknownPolicy(project: Project): Refusal {
    return refusal(
      'conflict',
      `There is no policy ${project.brief.policyName}; edit the project to name one of ${this.policies.names().join(', ')}.`,
    );
  }
}
