import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import { Outbox } from '../../platform/jobs/outbox.sql.js';
import { AskMeasurement, measureLockInTopic } from './ask-measurement.js';

@Injectable()
export class OutboxMeasurement extends AskMeasurement {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async ask(projectId: string): Promise<void> {
    const message = { topic: measureLockInTopic, projectId, payload: {} };
    await this.database.transaction((within) => this.outbox.put(within, message));
  }
}
