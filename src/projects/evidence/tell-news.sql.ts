import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import { Outbox } from '../../platform/jobs/outbox.sql.js';
import type { HappeningPayload } from './happening.js';
import { TellNews } from './tell-news.js';

@Injectable()
export class OutboxNews extends TellNews {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  tell(projectId: string, news: HappeningPayload): Promise<void> {
    return this.ask(projectId, 'happening', { ...news });
  }

  async ask(projectId: string, topic: string, payload: Record<string, unknown>): Promise<void> {
    await this.database.transaction((within) => this.outbox.put(within, { topic, projectId, payload }));
  }
}
