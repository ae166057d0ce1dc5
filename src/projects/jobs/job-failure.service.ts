import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { TellNews } from '../evidence/tell-news.js';

/** Tells a project that the job which its stage waits for cannot be done, and why. */
@Injectable()
export class JobFailure {
  constructor(
    private readonly news: TellNews,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async tell(projectId: string, reason: string): Promise<void> {
    const at = this.clock.now();
    const events = [
      { type: 'JOB_STARTED' as const, at },
      { type: 'JOB_FAILED' as const, reason, at },
    ];
    await this.news.tell(projectId, { events, evidence: [] });
  }
}
