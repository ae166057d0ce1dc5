// Answers are kept for repeats as long as is promised, and not for ever.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { ProjectStore } from '../project-store.js';

const intervalMs = 600_000;

@Injectable()
export class ForgetExpired implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly store: ProjectStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.every('forget-expired', intervalMs, () => this.store.forgetExpired(this.clock.now()));
  }
}
