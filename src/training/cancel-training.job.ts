// Hears that a project has left the stage whose training is still running.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from '../platform/jobs/job-runner.service.js';
import { TrainingService } from './training.service.js';

@Injectable()
export class CancelTrainingJob implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly training: TrainingService,
  ) {}

  onModuleInit(): void {
    this.runner.handle('training.cancel', async ({ projectId, payload }) => {
      // `at` is when it was decided: a run that was asked for after that is not meant.
      await this.training.cancel(projectId, Number(payload.at));
    });
  }
}
