// Measures a project's data under the thresholds that judge it, and tells the project what came of it. The captured
// calls are handed in from the incumbent's exchanges: what the closed model answered well is what can be learned from.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '../../kernel/principal.js';
import { isTerminal } from '../../lifecycle/reading.js';
import type { Job } from '../../platform/jobs/job.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { ReadinessService } from '../../readiness/readiness.service.js';
import { TellNews } from '../evidence/tell-news.js';
import { ProjectStore } from '../project-store.js';
import { StepProject } from '../step-project.service.js';
import { DataQuestions } from './data-questions.service.js';

export const measureReadinessTopic = 'readiness.measure';

@Injectable()
export class MeasureReadiness implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly projects: ProjectStore,
    private readonly steps: StepProject,
    private readonly readiness: ReadinessService,
    private readonly questions: DataQuestions,
    private readonly news: TellNews,
  ) {}

  onModuleInit(): void {
    this.runner.handle(measureReadinessTopic, (job) => this.measure(job));
  }

  async measure({ projectId, payload }: Job): Promise<void> {
    const project = await this.projects.find(projectId);
    const policy = project === null ? null : this.steps.policyOf(project);
    if (project === null || policy === null || isTerminal(project.snapshot)) {
      return;
    }
    const { evidence } = await this.readiness.measure({
      ...(await this.questions.of(project, policy)),
      reportId: String(payload.reportId),
      by: typeof payload.by === 'string' ? payload.by : systemActor,
    });
    await this.news.tell(projectId, { evidence });
  }
}
