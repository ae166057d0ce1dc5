// The machine asked for a proof: both models answer the held-out split of the very data set that the candidate was
// trained on, row by row, and the pairs are compared.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { EvaluationService } from '../../evaluation/evaluation.service.js';
import { Clock } from '../../kernel/clock.js';
import type { Evidence } from '../../kernel/evidence.js';
import { stageOf } from '../../lifecycle/reading.js';
import type { Job } from '../../platform/jobs/job.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { DatasetReader } from '../../readiness/dataset-reader.js';
import { TellNews } from '../evidence/tell-news.js';
import { ProjectRecords, ProjectStore } from '../project-store.js';
import { candidateTarget } from '../record-step.js';
import { AskModel } from './ask-model.service.js';

/** Polite towards a vendor's rate limit, and enough to hide its latency. */
const rowsAtOnce = 8;

interface Proof {
  readonly datasetId: string;
  readonly datasetDigest: string;
  readonly artefactDigest: string;
}

function proofOf(evidence: readonly Evidence[]): Proof | null {
  const frozen = evidence.find((one) => one.kind === 'dataset.frozen')?.value as Partial<Proof> | undefined;
  const run = evidence.find((one) => one.kind === 'training.run')?.value as Partial<Proof> | undefined;
  const datasetId = run?.datasetId ?? frozen?.datasetId;
  const datasetDigest = run?.datasetDigest ?? frozen?.datasetDigest;
  const artefactDigest = run?.artefactDigest;
  return datasetId && datasetDigest && artefactDigest ? { datasetId, datasetDigest, artefactDigest } : null;
}

@Injectable()
export class RunEvaluation implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly projects: ProjectStore,
    private readonly records: ProjectRecords,
    private readonly datasets: DatasetReader,
    private readonly evaluations: EvaluationService,
    private readonly models: AskModel,
    private readonly news: TellNews,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.handle('evaluation.start', (job) => this.start(job));
  }

  async start(job: Job): Promise<void> {
    const project = await this.projects.find(job.projectId);
    if (project === null || stageOf(project.snapshot) !== 'evaluating') {
      return;
    }
    const measured = await this.records.rulingEvidence(project.id, ['dataset.frozen', 'training.run']);
    const proof = proofOf(measured.filter((one) => one.source === 'measured'));
    const candidate = candidateTarget(project);
    if (proof === null || candidate === null || project.policy === null) {
      const reason = 'There is no frozen data set or no candidate to compare on it.';
      const at = this.clock.now();
      const events = [
        { type: 'JOB_STARTED' as const, at },
        { type: 'JOB_FAILED' as const, reason, at },
      ];
      return this.news.tell(project.id, { events, evidence: [] });
    }
    const rows = await this.datasets.rowsOf(proof.datasetId, 'holdout');
    await this.evaluations.run({
      evaluationId: `evl_${job.id.slice('job_'.length)}`,
      projectId: project.id,
      ...proof,
      rows: rows.flatMap(({ rowKey, text, label }) => (label === null ? [] : [{ rowKey, text, label }])),
      incumbent: this.models.asker(project, project.brief.incumbent),
      candidate: this.models.asker(project, candidate),
      thresholds: project.policy.evaluation,
      concurrency: rowsAtOnce,
    });
  }
}
