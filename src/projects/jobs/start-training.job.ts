// The machine asked for a candidate. What is trained here is trained on the frozen data set that the gate was approved
// on; a candidate that somebody serves elsewhere is asked one question, to see that it is there.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '../../kernel/principal.js';
import { stageOf } from '../../lifecycle/reading.js';
import type { Job } from '../../platform/jobs/job.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { TrainingService } from '../../training/training.service.js';
import { ownVendorName } from '../../vendors/vendor.js';
import { ProjectStore } from '../project-store.js';
import { BroughtCandidate } from './brought-candidate.service.js';
import { FrozenDataReader } from './frozen-data.service.js';
import { JobFailure } from './job-failure.service.js';

@Injectable()
export class StartTraining implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly projects: ProjectStore,
    private readonly data: FrozenDataReader,
    private readonly training: TrainingService,
    private readonly brought: BroughtCandidate,
    private readonly failure: JobFailure,
  ) {}

  onModuleInit(): void {
    this.runner.handle('training.start', (job) => this.start(job));
  }

  async start(job: Job): Promise<void> {
    const project = await this.projects.find(job.projectId);
    if (project === null || stageOf(project.snapshot) !== 'tuning') {
      return;
    }
    if (project.brief.candidate.vendor !== ownVendorName) {
      return this.brought.check(project);
    }
    const data = await this.data.newest(project.id);
    if (data === null) {
      return this.failure.tell(project.id, 'No data set has been frozen; measure the readiness first.');
    }
    await this.training.run({
      runId: `trn_${job.id.slice('job_'.length)}`,
      projectId: project.id,
      ...data,
      recipe: project.brief.candidate.model,
      rows: await this.data.labelledRows(data.datasetId, 'train'),
      by: typeof job.payload.requestedBy === 'string' ? job.payload.requestedBy : systemActor,
    });
  }
}
