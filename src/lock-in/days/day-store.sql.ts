import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { LockInTables } from '../lock-in-tables.js';
import type { Profile } from '../score/profile.js';
import { type DayScore, DayStore } from './day-store.js';
import type { ScoredDay } from './scored-day.js';

@Injectable()
export class SqlDayStore extends DayStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async put(day: ScoredDay): Promise<void> {
    const { score, low, high, confidence } = day.assessment;
    const change_parts = day.change === null ? null : JSON.stringify(day.change);
    const values = { at: day.at, score, low, high, confidence, document: JSON.stringify(day), change_parts };
    await this.tables
      .insertInto('lock_in_days')
      .values({ project_id: day.projectId, day: day.day, ...values })
      .onConflict((conflict) =>
        conflict
          .columns(['project_id', 'day'])
          .doUpdateSet(values)
          // A measurement that was overtaken does not turn the clock back.
          .where('lock_in_days.at', '<=', day.at),
      )
      .execute();
  }

  async find(projectId: string, day: string): Promise<ScoredDay | null> {
    const row = await this.documents(projectId).where('day', '=', day).executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.document) as ScoredDay);
  }

  async lastBefore(projectId: string, day: string): Promise<ScoredDay | null> {
    const row = await this.documents(projectId)
      .where('day', '<', day)
      .orderBy('day', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.document) as ScoredDay);
  }

  async scores(projectId: string, fromDay: string): Promise<readonly DayScore[]> {
    const rows = await this.tables
      .selectFrom('lock_in_days')
      .select(['day', 'at', 'score', 'low', 'high', 'confidence', 'change_parts'])
      .where('project_id', '=', projectId)
      .where('day', '>=', fromDay)
      .orderBy('day')
      .execute();
    return rows.map(({ change_parts, ...row }) => ({
      ...row,
      at: Number(row.at),
      change: change_parts === null ? null : (JSON.parse(change_parts) as ScoredDay['change']),
    }));
  }

  async keepProfile(digest: string, profile: Profile): Promise<void> {
    await this.tables
      .insertInto('lock_in_profiles')
      .values({ digest, document: JSON.stringify(profile) })
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .execute();
  }

  async profile(digest: string): Promise<Profile | null> {
    const row = await this.tables
      .selectFrom('lock_in_profiles')
      .select('document')
      .where('digest', '=', digest)
      .executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.document) as Profile);
  }

  private documents(projectId: string) {
    return this.tables.selectFrom('lock_in_days').select('document').where('project_id', '=', projectId);
  }

  private get tables() {
    return this.database.of<LockInTables>();
  }
}
