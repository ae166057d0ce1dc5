import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import type { Watch, WatchSubject } from './watch.js';
import { type BreachNews, type ChangeNews, WatchStore } from './watch-store.js';
import type { WatchTables } from './watch-tables.js';

@Injectable()
export class SqlWatchStore extends WatchStore {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async find(projectId: string, subject: WatchSubject): Promise<Watch | null> {
    const row = await this.database
      .of<WatchTables>()
      .selectFrom('rollout_watches')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('subject', '=', subject)
      .executeTakeFirst();
    if (row === undefined) {
      return null;
    }
    const { attempt, failures } = row;
    return {
      projectId,
      subject,
      attempt,
      stepEnteredAt: row.step_entered_at,
      failures,
      isDown: row.is_down === 1,
    };
  }

  async save(watch: Watch, news: ChangeNews | null): Promise<void> {
    const state = {
      attempt: watch.attempt,
      step_entered_at: watch.stepEnteredAt,
      failures: watch.failures,
      is_down: watch.isDown ? 1 : 0,
    };
    await this.database.transaction(async (within) => {
      await within
        .of<WatchTables>()
        .insertInto('rollout_watches')
        .values({
          project_id: watch.projectId,
          subject: watch.subject,
          ...state,
        })
        .onConflict((conflict) => conflict.columns(['project_id', 'subject']).doUpdateSet(state))
        .execute();
      if (news !== null) {
        const { projectId, type, at, evidence } = news;
        const payload = { projectId, events: [{ type, at }], evidence };
        await this.outbox.put(within, { topic: 'happening', projectId, payload });
      }
    });
  }

  async down(subject: WatchSubject): Promise<readonly string[]> {
    const rows = await this.database
      .of<WatchTables>()
      .selectFrom('rollout_watches')
      .select('project_id')
      .where('subject', '=', subject)
      .where('is_down', '=', 1)
      .execute();
    return rows.map((row) => row.project_id);
  }

  async tellBreach(news: BreachNews): Promise<boolean> {
    const { guardrail, measured, bound, at, evidence, ...step } = news;
    return this.database.transaction(async (within) => {
      const told = await within
        .of<WatchTables>()
        .insertInto('guardrail_breaches')
        .values({
          project_id: news.projectId,
          attempt: news.attempt,
          step_entered_at: news.stepEnteredAt,
          guardrail,
          at,
        })
        .onConflict((conflict) => conflict.columns(['project_id', 'attempt', 'step_entered_at']).doNothing())
        .returning('project_id')
        .executeTakeFirst();
      if (told === undefined) {
        return false;
      }
      const payload = {
        ...step,
        events: [{ type: 'GUARDRAIL_BREACHED', guardrail, measured, bound, at }],
        evidence,
      };
      await this.outbox.put(within, {
        topic: 'happening',
        projectId: news.projectId,
        payload,
      });
      return true;
    });
  }
}
