import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../platform/database/database.sql.js';
import type { ExchangeTables } from './exchange-tables.js';
import type { ShadowPair } from './shadow-pair.js';
import { ShadowPairStore, type ShadowTally } from './shadow-pair-store.js';

function flag(value: boolean): number {
  return value ? 1 : 0;
}

@Injectable()
export class SqlShadowPairStore extends ShadowPairStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async append(pair: ShadowPair): Promise<void> {
    await this.tables()
      .insertInto('shadow_pairs')
      .values({
        id: pair.id,
        project_id: pair.projectId,
        attempt: pair.attempt,
        at: pair.at,
        agree: pair.agree === null ? null : flag(pair.agree),
        candidate_failed: flag(pair.candidateFailed),
        incumbent_answer: pair.incumbentAnswer,
        candidate_answer: pair.candidateAnswer,
        candidate_latency_ms: pair.candidateLatencyMs,
        failure: pair.failure,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  async tally(query: { projectId: string; attempt: number; sinceMs: number }): Promise<ShadowTally> {
    const sumOf = (flagColumn: 'agree' | 'candidate_failed') =>
      sql<number>`cast(coalesce(sum(${sql.ref(flagColumn)}), 0) as bigint)`;
    const row = await this.tables()
      .selectFrom('shadow_pairs')
      .where('project_id', '=', query.projectId)
      .where('attempt', '=', query.attempt)
      .where('at', '>=', query.sinceMs)
      .select([
        sql<number>`count(agree)`.as('pairs'),
        sumOf('agree').as('agreeing'),
        sumOf('candidate_failed').as('failures'),
        sql<number>`cast(coalesce(sum(case when agree is not null or candidate_failed = 1 then 1 else 0 end), 0) as bigint)`.as(
          'calls',
        ),
      ])
      .executeTakeFirstOrThrow();
    const { pairs, agreeing, failures, calls } = row;
    return { pairs, agreeing, candidateFailures: failures, candidateCalls: calls };
  }

  private tables() {
    return this.database.of<ExchangeTables>();
  }
}
