// A breach without a way back, a tripped guardrail: somebody must look now. An error in the log is what alarms hang on,
// and the counter is what they are drawn from.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { Metrics } from '../../platform/telemetry/metrics.client.js';

@Injectable()
export class CallPeople implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.runner.handle('people.call', (job) => {
      const cause = typeof job.payload.trigger === 'string' ? job.payload.trigger : 'unknown';
      this.metrics.peopleCalled.inc({ cause });
      this.log.error(
        { projectId: job.projectId, cause, reason: job.payload.reason ?? null },
        'a person is needed for this project',
      );
      return Promise.resolve();
    });
  }
}
