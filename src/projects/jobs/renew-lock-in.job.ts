// Every day has a score, also one on which nothing happened: facts age, and dates come nearer.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { stageOf } from '../../lifecycle/reading.js';
import { LockInStatusStore } from '../../lock-in/days/status-row.js';
import { AskMeasurement } from '../../lock-in/measure/ask-measurement.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { ProjectStore } from '../project-store.js';

const lookEveryMs = 60_000;
const projectsPerPage = 200;
const dayMs = 86_400_000;

@Injectable()
export class RenewLockIn implements OnModuleInit {
  /** The UTC day for which every project was asked: looking again is of no use before the next. */
  private askedOn = -1;

  constructor(
    private readonly runner: JobRunner,
    private readonly projects: ProjectStore,
    @Inject(LockInStatusStore) private readonly status: LockInStatusStore,
    @Inject(AskMeasurement) private readonly measurements: AskMeasurement,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.every('lock-in', lookEveryMs, () => this.renew());
  }

  async renew(): Promise<void> {
    const today = Math.floor(this.clock.now() / dayMs);
    if (this.askedOn === today) {
      return;
    }
    for (let after: string | null | undefined = null; after !== undefined; ) {
      const query = {
        ids: 'all',
        stage: null,
        owner: null,
        text: null,
        afterId: after,
        limit: projectsPerPage,
      } as const;
      const page = await this.projects.list(query);
      const living = page.filter((one) => stageOf(one.snapshot) !== 'aborted').map((one) => one.id);
      const measured = await this.status.measuredSince(living, today * dayMs);
      for (const id of living.filter((one) => !measured.has(one))) {
        await this.measurements.ask(id);
      }
      after = page.length < projectsPerPage ? undefined : page.at(-1)?.id;
    }
    this.askedOn = today;
  }
}
