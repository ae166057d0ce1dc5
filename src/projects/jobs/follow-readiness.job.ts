// Readiness follows the traffic of projects that still collect: whoever polls sees the rows grow without asking for a
// report. Nothing is frozen by it and no gate hears of it.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isTerminal, type StageName, stageOf } from '../../lifecycle/reading.js';
import { Configuration } from '../../platform/config/configuration.dto.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { ReadinessService } from '../../readiness/readiness.service.js';
import { ProjectStore } from '../project-store.js';
import { StepProject } from '../step-project.service.js';
import { DataQuestions } from './data-questions.service.js';
import { UnfollowedTraffic } from './unfollowed-traffic.js';

/** Each is measured whole: the others have their turn in the next round. */
const followedMax = 3;
const lookedAtMax = 100;
const collectingStages: readonly StageName[] = ['assessing', 'deciding', 'collecting'];

@Injectable()
export class FollowReadiness implements OnModuleInit {
  /** When each project that waits was tried last: one that cannot be followed does not keep the others waiting. */
  private tried = new Map<string, number>();

  constructor(
    private readonly runner: JobRunner,
    private readonly projects: ProjectStore,
    private readonly steps: StepProject,
    private readonly readiness: ReadinessService,
    private readonly questions: DataQuestions,
    private readonly log: Log,
    @Inject(UnfollowedTraffic) private readonly traffic: UnfollowedTraffic,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Configuration) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.runner.every('follow-readiness', this.intervalMs, () => this.round());
  }

  async round(): Promise<void> {
    const toldBefore = this.clock.now() - this.intervalMs;
    const waiting = await this.traffic.projects({ stages: collectingStages, toldBefore, limit: lookedAtMax });
    const triedAt = (id: string) => this.tried.get(id) ?? 0;
    this.tried = new Map(waiting.filter((id) => this.tried.has(id)).map((id) => [id, triedAt(id)]));
    for (const id of [...waiting].sort((one, other) => triedAt(one) - triedAt(other)).slice(0, followedMax)) {
      this.tried.set(id, this.clock.now());
      await this.follow(id);
    }
  }

  private get intervalMs(): number {
    return this.configuration.readiness.followIntervalSeconds * 1000;
  }

  private async follow(projectId: string): Promise<void> {
    try {
      const project = await this.projects.find(projectId);
      const policy = project === null ? null : this.steps.policyOf(project);
      if (project === null || policy === null || !isCollecting(project.snapshot)) {
        return;
      }
      // Nobody waits for it, so no student is trained: what one measured last is told.
      await this.readiness.follow({ ...(await this.questions.of(project, policy)), learner: null });
    } catch (error) {
      this.log.warn({ projectId, err: error }, 'readiness could not follow the traffic; the next round tries again');
    }
  }
}

function isCollecting(snapshot: Parameters<typeof stageOf>[0]): boolean {
  return !isTerminal(snapshot) && collectingStages.includes(stageOf(snapshot));
}
