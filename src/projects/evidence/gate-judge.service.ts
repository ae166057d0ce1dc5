// Judges the gate that a project stands before: gathers the ruling evidence, measures freshly what changes by the
// minute (traffic, the way back), and hands it all to the pure judgement.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { digestOf } from '../../kernel/digest.js';
import { type Evidence, type EvidenceDraft, type EvidenceKind, rulingEvidence } from '../../kernel/evidence.js';
import { IdSource } from '../../kernel/ids.js';
import type { Policy } from '../../kernel/policy.js';
import { systemActor } from '../../kernel/principal.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { gateNamed } from '../../lifecycle/all-gates.js';
import type { Facts } from '../../lifecycle/facts.js';
import { judgeGate } from '../../lifecycle/judge-gate.js';
import type { GateEvent } from '../../lifecycle/lifecycle-event.js';
import { currentGate, pausedMsOf, trafficOf } from '../../lifecycle/reading.js';
import type { StoredSnapshot } from '../../lifecycle/snapshot.js';
import { LockInReading } from '../../lock-in/lock-in-reading.service.js';
import { RolloutService } from '../../rollout/rollout.service.js';
import type { GateRun } from '../gate-run.js';
import type { Project } from '../project.js';
import { ProjectRecords } from '../project-store.js';
import { BriefReadings } from './brief-readings.service.js';

export interface GateQuestion {
  readonly project: Project;
  /** As it stands when the gate is judged; differs from the project's own while a happening is being heard. */
  readonly snapshot: StoredSnapshot;
  readonly policy: Policy;
  readonly requestedBy: string;
  /** Evidence that is being recorded with this very step. */
  readonly arriving: readonly Evidence[];
}

export interface GateAnswer {
  readonly run: GateRun;
  readonly event: GateEvent;
  /** Evidence that was measured for this judgement and is to be kept with it. */
  readonly measured: readonly Evidence[];
}

const hourMs = 3_600_000;
const eventOf = { fail: 'GATE_FAIL', inconclusive: 'GATE_INCONCLUSIVE', error: 'GATE_ERROR' } as const;

@Injectable()
export class GateJudge {
  constructor(
    private readonly records: ProjectRecords,
    private readonly rollout: RolloutService,
    private readonly lockIn: LockInReading,
    private readonly brief: BriefReadings,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  /** Evidence out of a draft, for this project. */
  keepable(projectId: string, draft: EvidenceDraft, recordedBy: string): Evidence {
    return { ...draft, id: this.ids.next('evd'), projectId, digest: digestOf(draft), recordedBy };
  }

  /** The kinds of evidence that the project's current gate reads; none where it stands before no gate. */
  kindsRead(snapshot: StoredSnapshot): readonly EvidenceKind[] {
    const name = currentGate(snapshot);
    return name === null ? [] : [...new Set(gateNamed(name).criteria.flatMap((one) => one.reads))];
  }

  /** Null where the project stands before no gate. */
  async judge(question: GateQuestion): Promise<GateAnswer | null> {
    const name = currentGate(question.snapshot);
    if (name === null) {
      return null;
    }
    const measured = await this.measure(question);
    const facts = await this.facts(question, measured);
    const judgement = judgeGate({ gate: gateNamed(name), facts });
    const run: GateRun = {
      ...judgement,
      id: this.ids.next('run'),
      projectId: question.project.id,
      gate: name,
      attempt: facts.attempt,
      requestedBy: question.requestedBy,
      approvalsRequired: question.policy.approvals.requiredPerGate[name],
      evaluatedAt: facts.now,
      expiresAt: facts.now + question.policy.gateRunExpiresAfterHours * hourMs,
    };
    return { run, measured, event: this.eventFor(run) };
  }

  private eventFor(run: GateRun): GateEvent {
    const base = { gateRunId: run.id, evidenceDigest: run.evidenceDigest, at: run.evaluatedAt };
    return run.outcome === 'pass'
      ? { type: 'GATE_PASS', approvalsRequired: run.approvalsRequired, ...base }
      : { type: eventOf[run.outcome], ...base };
  }

  private async measure({ project, snapshot, policy }: GateQuestion): Promise<Evidence[]> {
    const kinds = this.kindsRead(snapshot);
    const drafts: Promise<EvidenceDraft | Refusal>[] = [];
    if (kinds.includes('shadow.agreement')) {
      drafts.push(this.rollout.shadowReading(project.id, policy.shadow));
    }
    if (kinds.includes('guardrail.window')) {
      drafts.push(this.rollout.guardrailReading(project.id));
    }
    if (kinds.includes('fallback.check')) {
      drafts.push(this.rollout.fallbackReading(project.id));
    }
    if (kinds.includes('lockin.score')) {
      drafts.push(this.lockIn.reading(project.id));
    }
    // What cannot be read at all leaves no evidence, and a criterion without evidence is inconclusive.
    const read = (await Promise.all(drafts)).filter((draft): draft is EvidenceDraft => !isRefusal(draft));
    const ofBrief = await this.brief.of(project, kinds);
    return [...ofBrief, ...read].map((draft) => this.keepable(project.id, draft, systemActor));
  }

  private async facts(question: GateQuestion, measured: readonly Evidence[]): Promise<Facts> {
    const { project, snapshot, policy, arriving } = question;
    const kinds = this.kindsRead(snapshot);
    // What was measured just now rules over anything that is on record.
    const unmeasured = kinds.filter((kind) => !measured.some((one) => one.kind === kind));
    const kept = unmeasured.length === 0 ? [] : await this.records.rulingEvidence(project.id, unmeasured);
    const all = [...kept, ...arriving, ...measured];
    const ruling = kinds.map((kind) => [kind, rulingEvidence(all.filter((one) => one.kind === kind))] as const);
    const now = Math.max(this.clock.now(), ...all.map((one) => one.measuredAt));
    return {
      now,
      policy,
      evidence: Object.fromEntries(ruling.filter(([, one]) => one !== undefined)),
      attempt: snapshot.context.attempt,
      stepEnteredAt: snapshot.context.stepEnteredAt,
      pausedMs: pausedMsOf(snapshot, now),
      weightPercent: trafficOf(snapshot).weightPercent,
      project: {
        incumbentModel: project.brief.incumbent.model,
        candidateModel: project.brief.candidate.model,
        task: project.brief.task.description,
      },
    };
  }
}
