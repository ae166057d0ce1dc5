// Measures how tightly a project is tied, whenever something happened that bears on it.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { stageOf } from '../../lifecycle/reading.js';
import { LockInService } from '../../lock-in/lock-in.service.js';
import { measureLockInTopic } from '../../lock-in/measure/ask-measurement.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { CandidateLicences } from '../evidence/candidate-licences.service.js';
import { ProjectStore } from '../project-store.js';
import { KeepStanding } from '../standing/keep-standing.service.js';
import { licenceFacts } from './lock-in-evidence.js';
import { LockInSourcesOfProject } from './lock-in-sources.service.js';

@Injectable()
export class MeasureLockIn implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly projects: ProjectStore,
    private readonly sources: LockInSourcesOfProject,
    private readonly licences: CandidateLicences,
    private readonly lockIn: LockInService,
    private readonly standing: KeepStanding,
  ) {}

  onModuleInit(): void {
    this.runner.handle(measureLockInTopic, (job) => this.measure(job.projectId));
  }

  /** A project that was given up is left alone; one that was retained or has left its vendor goes on being measured. */
  async measure(projectId: string): Promise<void> {
    const project = await this.projects.find(projectId);
    if (project !== null && stageOf(project.snapshot) !== 'aborted') {
      const licence = stageOf(project.snapshot) === 'assessing' ? null : licenceFacts(await this.licences.of(project));
      const handed = { ...(await this.sources.of(project)), licence };
      const { document } = await this.lockIn.measure(projectId, handed);
      await this.standing.keepMeasured(project, document);
    }
  }
}
