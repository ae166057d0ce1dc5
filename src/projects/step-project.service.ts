// The one recipe by which a project changes: step purely, record purely, save in one guarded transaction.
// Commands come with the version they looked at; happenings retry until they are heard or are out of place.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Policy } from '../kernel/policy.js';
import { isRefusal, type Refusal, refusal } from '../kernel/refusal.js';
import { stageOf, stagePathOf } from '../lifecycle/reading.js';
import { type Stepped, step } from '../lifecycle/step.js';
import { Policies } from '../platform/config/policies.js';
import { Log } from '../platform/telemetry/log.client.js';
import { Metrics } from '../platform/telemetry/metrics.client.js';
import type { GateRun } from './gate-run.js';
import { judgingPolicy } from './judging-policy.js';
import type { Project } from './project.js';
import {
  type CommitResult,
  type IdempotencyRecord,
  type ProjectCommit,
  ProjectRecords,
  ProjectStore,
} from './project-store.js';
import { type ProjectChange, recordStep } from './record-step.js';

export interface StepOrder {
  readonly project: Project;
  readonly change: ProjectChange;
  readonly remember: ((project: Project, run: GateRun | null) => IdempotencyRecord) | null;
}

export interface SavedStep {
  readonly commit: ProjectCommit;
  readonly result: CommitResult;
}

@Injectable()
export class StepProject {
  constructor(
    private readonly store: ProjectStore,
    private readonly records: ProjectRecords,
    private readonly policies: Policies,
    @Inject(Clock) private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  /** Refuses when the machine does not take the events; otherwise says whether the commit was saved. */
  async apply(order: StepOrder): Promise<SavedStep | Refusal> {
    const { project, change } = order;
    const now = Math.max(this.clock.now(), ...change.events.map((event) => event.at));
    const outcome = step({ snapshot: project.snapshot, events: change.events, now });
    if (isRefusal(outcome)) {
      return outcome;
    }
    const commit = recordStep(
      { ...order, outcome, now, currentRun: await this.currentRun(project, change, outcome) },
      this.policyOf(project),
    );
    const result = await this.store.commit(commit);
    if (result === 'saved') {
      this.tell(commit, outcome);
    }
    return { commit, result };
  }

  /** The policy that judges the project: its own once frozen, the one it names before. */
  policyOf(project: Project): Policy | null {
    return judgingPolicy(project, this.policies);
  }

  /** The refusal for a commit that lost a race. */
  stale(currentVersion: number): Refusal {
    return refusal('stale-version', `The project is at version ${currentVersion} now. Read it and decide again.`, {
      currentVersion,
    });
  }

  private async currentRun(project: Project, change: ProjectChange, outcome: Stepped): Promise<GateRun | null> {
    const id = outcome.snapshot.context.gateRunId;
    if (change.gateRun !== null || id === null) {
      return change.gateRun;
    }
    return this.records.gateRun(project.id, id);
  }

  private tell(commit: ProjectCommit, outcome: Stepped): void {
    const stage = (path: string) => path.split('.')[0] ?? path;
    if (outcome.from !== outcome.to) {
      this.metrics.transitions.inc({ from: stage(outcome.from), to: stage(outcome.to) });
    }
    if (commit.gateRun !== null) {
      this.metrics.gateRuns.inc({ gate: commit.gateRun.gate, outcome: commit.gateRun.outcome });
    }
    const { project, entry } = commit;
    this.log.info(
      {
        projectId: project.id,
        version: project.version,
        event: entry.event.name,
        person: entry.event.actor.person,
        from: outcome.from,
        to: stagePathOf(project.snapshot),
        stage: stageOf(project.snapshot),
        requestId: entry.event.requestId,
      },
      'project stepped',
    );
  }
}
