// Hears that a project has left the stage whose evaluation is still running.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from '../platform/jobs/job-runner.service.js';
import { EvaluationService } from './evaluation.service.js';

@Injectable()
export class CancelEvaluationJob implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly evaluations: EvaluationService,
  ) {}

  onModuleInit(): void {
    this.runner.handle('evaluation.cancel', async ({ projectId, payload }) => {
      // `at` is when it was decided: an evaluation that was asked for after that is not meant.
      await this.evaluations.cancel(projectId, Number(payload.at));
    });
  }
}
