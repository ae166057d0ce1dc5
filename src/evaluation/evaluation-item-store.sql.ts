import { Injectable } from '@nestjs/common';
import { type Selectable, sql } from 'kysely';
import { Database } from '../platform/database/database.sql.js';
import type { EvaluationItem } from './evaluation-record.js';
import { EvaluationItemStore, type EvaluationProgress, type ItemsPage, type ItemsQuery } from './evaluation-store.js';
import type { EvaluationTables } from './evaluation-tables.js';

type Row = Selectable<EvaluationTables['evaluation_items']>;

const rowsPerInsertMax = 500;

/** Place in the list: disagreements, then problems, then the rest. */
const rank = sql<number>`case
  when incumbent_correct is not null and candidate_correct is not null and incumbent_correct <> candidate_correct then 0
  when problem is not null then 1
  else 2 end`;

function bit(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

function itemOf(row: Row): EvaluationItem {
  return {
    rowKey: row.row_key,
    expected: row.expected,
    incumbentAnswer: row.incumbent_answer,
    candidateAnswer: row.candidate_answer,
    incumbentCorrect: row.incumbent_correct === null ? null : row.incumbent_correct === 1,
    candidateCorrect: row.candidate_correct === null ? null : row.candidate_correct === 1,
    problem: row.problem,
  };
}

@Injectable()
export class SqlEvaluationItemStore extends EvaluationItemStore {
  constructor(private readonly database: Database) {
    super();
  }

  async add(id: string, items: readonly EvaluationItem[], { share, etaSeconds }: EvaluationProgress): Promise<boolean> {
    return this.database.transaction(async (within) => {
      const tables = within.of<EvaluationTables>();
      for (let start = 0; start < items.length; start += rowsPerInsertMax) {
        const rows = items.slice(start, start + rowsPerInsertMax).map((item) => ({
          evaluation_id: id,
          row_key: item.rowKey,
          expected: item.expected,
          incumbent_answer: item.incumbentAnswer,
          candidate_answer: item.candidateAnswer,
          incumbent_correct: bit(item.incumbentCorrect),
          candidate_correct: bit(item.candidateCorrect),
          problem: item.problem,
        }));
        await tables
          .insertInto('evaluation_items')
          .values(rows)
          .onConflict((conflict) => conflict.columns(['evaluation_id', 'row_key']).doNothing())
          .execute();
      }
      const changed = await tables
        .updateTable('evaluations')
        .set({ progress_share: share, eta_seconds: etaSeconds })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .returning('id')
        .executeTakeFirst();
      return changed !== undefined;
    });
  }

  async all(evaluationId: string): Promise<readonly EvaluationItem[]> {
    return (await this.items(evaluationId).execute()).map(itemOf);
  }

  async page({ evaluationId, after, limit }: ItemsQuery): Promise<ItemsPage> {
    const [afterRank, ...afterKey] = (after ?? '').split(':');
    let query = this.items(evaluationId).select(rank.as('rank'));
    if (after !== null) {
      const place = Number(afterRank);
      const key = afterKey.join(':');
      query = query.where(sql<boolean>`(${rank} > ${place} or (${rank} = ${place} and row_key > ${key}))`);
    }
    const rows = await query
      .orderBy(rank)
      .orderBy('row_key')
      .limit(limit + 1)
      .execute();
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const next = last === undefined ? null : `${last.rank}:${last.row_key}`;
    return { items: rows.slice(0, limit).map(itemOf), next };
  }

  private items(evaluationId: string) {
    return this.database
      .of<EvaluationTables>()
      .selectFrom('evaluation_items')
      .selectAll()
      .where('evaluation_id', '=', evaluationId);
  }
}
