// The machine asked for a proof: both models answer the held-out split of the very data set that the candidate was
// trained on, row by row, and the pairs are compared.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EvaluationService } from '../../evaluation/evaluation.service.js';
import { stageOf } from '../../lifecycle/reading.js';
import type { Job } from '../../platform/jobs/job.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { ProjectStore } from '../project-store.js';
import { candidateTarget } from '../record-step.js';
import { AskModel } from './ask-model.service.js';
import { FrozenDataReader } from './frozen-data.service.js';
import { JobFailure } from './job-failure.service.js';

/** Polite towards a vendor's rate limit, and enough to hide its latency. */
const rowsAtOnce = 8;

@Injectable()
export class RunEvaluation implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly projects: ProjectStore,
    private readonly data: FrozenDataReader,
    private readonly evaluations: EvaluationService,
    private readonly models: AskModel,
    private readonly failure: JobFailure,
  ) {}

  onModuleInit(): void {
    this.runner.handle('evaluation.start', (job) => this.start(job));
  }

  async start(job: Job): Promise<void> {
    const project = await this.projects.find(job.projectId);
    if (project === null || stageOf(project.snapshot) !== 'evaluating') {
      return;
    }
    const data = await this.data.of(project.id);
    const candidate = candidateTarget(project);
    if (data === null || data.artefactDigest === null || candidate === null || project.policy === null) {
      return this.failure.tell(project.id, 'There is no frozen data set or no candidate to compare on it.');
    }
    await this.evaluations.run({
      evaluationId: `evl_${job.id.slice('job_'.length)}`,
      projectId: project.id,
      datasetId: data.datasetId,
      datasetDigest: data.datasetDigest,
      artefactDigest: data.artefactDigest,
      rows: await this.data.labelledRows(data.datasetId, 'holdout'),
      incumbent: this.models.asker(project, project.brief.incumbent),
      candidate: this.models.asker(project, candidate),
      thresholds: project.policy.evaluation,
      concurrency: rowsAtOnce,
    });
  }
}
