// The machine asked for a candidate. What is trained here is trained on the frozen data set that the gate was approved
// on; a candidate that somebody serves elsewhere is asked one question, to see that it is there.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '../../kernel/principal.js';
import { stageOf } from '../../lifecycle/reading.js';
import type { Job } from '../../platform/jobs/job.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { DatasetReader } from '../../readiness/dataset-reader.js';
import { TrainingService } from '../../training/training.service.js';
import { ownVendorName } from '../../vendors/vendor.js';
import { ProjectRecords, ProjectStore } from '../project-store.js';
import { BroughtCandidate } from './brought-candidate.service.js';

@Injectable()
export class StartTraining implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly projects: ProjectStore,
    private readonly records: ProjectRecords,
    private readonly datasets: DatasetReader,
    private readonly training: TrainingService,
    private readonly candidate: BroughtCandidate,
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
      return this.candidate.check(project);
    }
    const [frozen] = (await this.records.rulingEvidence(project.id, ['dataset.frozen'])).filter(
      (one) => one.source === 'measured',
    );
    const { datasetId, datasetDigest } = (frozen?.value ?? {}) as { datasetId?: string; datasetDigest?: string };
    if (datasetId === undefined || datasetDigest === undefined) {
      return this.candidate.fail(project, 'No data set has been frozen; measure the readiness first.');
    }
    const rows = await this.datasets.rowsOf(datasetId, 'train');
    await this.training.run({
      runId: `trn_${job.id.slice('job_'.length)}`,
      projectId: project.id,
      datasetId,
      datasetDigest,
      recipe: project.brief.candidate.model,
      rows: rows.flatMap(({ text, label }) => (label === null ? [] : [{ text, label }])),
      by: typeof job.payload.requestedBy === 'string' ? job.payload.requestedBy : systemActor,
    });
  }
}
