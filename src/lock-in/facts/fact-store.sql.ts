import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import { Statement } from '../../platform/database/statement.sql.js';
import type { LockInTables } from '../lock-in-tables.js';
import type { Fact } from '../score/fact.js';
import { type FactQuery, FactStore } from './fact-store.js';

const newestOfEach = new Statement<{ document: string }>(`
  select fact.document from lock_in_facts fact join (
    select indicator_id, max(observed_at) as observed_at from lock_in_facts
    where project_id = ? and observed_at <= ? and recorded_at <= ? group by indicator_id
  ) newest on newest.indicator_id = fact.indicator_id and newest.observed_at = fact.observed_at
  where fact.project_id = ? and fact.recorded_at <= ?`);

@Injectable()
export class SqlFactStore extends FactStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async add(projectId: string, facts: readonly Fact[]): Promise<void> {
    if (facts.length === 0) {
      return;
    }
    await this.tables
      .insertInto('lock_in_facts')
      .values(
        facts.map((fact) => ({
          id: fact.id,
          project_id: projectId,
          indicator_id: fact.indicatorId,
          observed_at: fact.observedAt,
          recorded_at: fact.recordedAt,
          document: JSON.stringify(fact),
        })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  async newest(projectId: string, until: number): Promise<readonly Fact[]> {
    const rows = await newestOfEach.all(this.database, [projectId, until, until, projectId, until]);
    return rows.map((row) => JSON.parse(row.document) as Fact);
  }

  async list({ projectId, indicatorId, afterId, limit }: FactQuery): Promise<readonly Fact[]> {
    let facts = this.tables.selectFrom('lock_in_facts').select('document').where('project_id', '=', projectId);
    if (indicatorId !== null) {
      facts = facts.where('indicator_id', '=', indicatorId);
    }
    if (afterId !== null) {
      facts = facts.where('id', '<', afterId);
    }
    const rows = await facts.orderBy('id', 'desc').limit(limit).execute();
    return rows.map((row) => JSON.parse(row.document) as Fact);
  }

  private get tables() {
    return this.database.of<LockInTables>();
  }
}
