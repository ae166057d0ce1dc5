import { Inject, Injectable } from '@nestjs/common';
import { type ExpressionBuilder, type Insertable, type Selectable, sql } from 'kysely';
import { Database } from '../platform/database/database.sql.js';
import { type Arm, arms, type Exchange, type ExchangeOutcome, type ExchangeSummary, type Route } from './exchange.js';
import {
  type ArmTally,
  type ExchangePage,
  type ExchangeQuery,
  ExchangeStore,
  type ExchangeTotals,
  type TallyQuery,
} from './exchange-store.js';
import type { ExchangeRow, ExchangeTables } from './exchange-tables.js';

/** A few fixed sizes, so that a batch of any length is written by statements that the engine has compiled before. */
const rowsPerInsert = [256, 64, 16, 4, 1] as const;
const chatPath = '/chat/completions';
const percentile = 0.95;
const failed: readonly ExchangeOutcome[] = ['incomplete', 'upstream-error', 'unreachable', 'timeout'];
/** Nothing was answered, so nothing is owed. */
const unbilled: readonly ExchangeOutcome[] = ['upstream-error', 'unreachable'];

const summaryColumns = [
  'id',
  'project_id',
  'at',
  'attempt',
  'arm',
  'route',
  'vendor',
  'model_asked',
  'model_served',
  'status',
  'outcome',
  'streamed',
  'unit_hash',
  'prompt_tokens',
  'cached_tokens',
  'completion_tokens',
  'usage_source',
  'cost_nano_usd',
  'latency_ms',
  'first_byte_ms',
  'path',
  'truncated',
  'error',
  'tags',
  'terms_version',
] as const;

type SummaryRow = Pick<Selectable<ExchangeRow>, (typeof summaryColumns)[number]>;
type Expressions = ExpressionBuilder<ExchangeTables, 'exchanges'>;

function toSummary(row: SummaryRow): ExchangeSummary {
  return {
    id: row.id,
    projectId: row.project_id,
    at: row.at,
    attempt: row.attempt,
    arm: row.arm as Arm,
    route: row.route as Route,
    vendor: row.vendor,
    modelAsked: row.model_asked,
    modelServed: row.model_served,
    status: row.status,
    outcome: row.outcome as ExchangeOutcome,
    streamed: row.streamed === 1,
    unitHash: row.unit_hash,
    promptTokens: row.prompt_tokens,
    cachedTokens: row.cached_tokens,
    completionTokens: row.completion_tokens,
    usageSource: row.usage_source as Exchange['usageSource'],
    costNanoUsd: row.cost_nano_usd,
    latencyMs: row.latency_ms,
    firstByteMs: row.first_byte_ms,
    path: row.path,
    truncated: row.truncated === 1,
    error: row.error,
    tags: JSON.parse(row.tags) as Record<string, string>,
    termsVersion: row.terms_version,
  };
}

function bufferOf(bytes: Uint8Array | null): Buffer | null {
  return bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** An exchange as it was given, both bodies included. */
export function toExchange(row: Selectable<ExchangeRow>): Exchange {
  return { ...toSummary(row), request: bufferOf(row.request), response: bufferOf(row.response) };
}

function toRow(exchange: Exchange): Insertable<ExchangeRow> {
  return {
    id: exchange.id,
    project_id: exchange.projectId,
    at: exchange.at,
    attempt: exchange.attempt,
    arm: exchange.arm,
    route: exchange.route,
    vendor: exchange.vendor,
    model_asked: exchange.modelAsked,
    model_served: exchange.modelServed,
    status: exchange.status,
    outcome: exchange.outcome,
    streamed: exchange.streamed ? 1 : 0,
    unit_hash: exchange.unitHash,
    prompt_tokens: exchange.promptTokens,
    cached_tokens: exchange.cachedTokens,
    completion_tokens: exchange.completionTokens,
    usage_source: exchange.usageSource,
    cost_nano_usd: exchange.costNanoUsd,
    latency_ms: exchange.latencyMs,
    first_byte_ms: exchange.firstByteMs,
    path: exchange.path,
    request: exchange.request,
    response: exchange.response,
    truncated: exchange.truncated ? 1 : 0,
    error: exchange.error,
    tags: JSON.stringify(exchange.tags),
    terms_version: exchange.termsVersion,
  };
}

/** Rows for which the condition holds, as a number: a bigint sum would come back as text from one of the engines. */
function countWhere(is: ReturnType<Expressions>) {
  return sql<number>`cast(coalesce(sum(case when ${is} then 1 else 0 end), 0) as bigint)`;
}

@Injectable()
export class SqlExchangeStore extends ExchangeStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async append(batch: readonly Exchange[]): Promise<void> {
    await this.database.transaction(async (within) => {
      let start = 0;
      while (start < batch.length) {
        const size = rowsPerInsert.find((rows) => rows <= batch.length - start) ?? 1;
        await within
          .of<ExchangeTables>()
          .insertInto('exchanges')
          .values(batch.slice(start, start + size).map(toRow))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
        start += size;
      }
    });
  }

  async list({ projectId, after, limit, arm }: ExchangeQuery): Promise<ExchangePage> {
    const rows = await this.tables()
      .selectFrom('exchanges')
      .select(summaryColumns)
      .where('project_id', '=', projectId)
      .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
      .$if(arm !== undefined, (query) => query.where('arm', '=', arm ?? ''))
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const exchanges = rows.slice(0, limit).map(toSummary);
    return { exchanges, next: rows.length > limit ? (exchanges.at(-1)?.id ?? null) : null };
  }

  async find(projectId: string, id: string): Promise<Exchange | null> {
    const row = await this.tables()
      .selectFrom('exchanges')
      .selectAll()
      .where('id', '=', id)
      .where('project_id', '=', projectId)
      .executeTakeFirst();
    return row === undefined ? null : toExchange(row);
  }

  async tally(query: TallyQuery): Promise<Readonly<Record<Arm, ArmTally>>> {
    const [incumbent, candidate] = await Promise.all(arms.map((arm) => this.tallyOf(arm, query)));
    if (incumbent === undefined || candidate === undefined) {
      throw new Error('a tally has two arms');
    }
    return { incumbent, candidate };
  }

  async totals(projectId: string): Promise<ExchangeTotals> {
    const { min, max, sum } = this.tables().fn;
    const row = await this.tables()
      .selectFrom('exchanges')
      .where('project_id', '=', projectId)
      .select((is) => [
        countWhere(is('route', '!=', 'shadow')).as('exchanges'),
        countWhere(is.and([is('route', '!=', 'shadow'), is('outcome', '=', 'ok')])).as('ok'),
        countWhere(is.and([is('route', '!=', 'shadow'), is('outcome', 'in', failed)])).as('failures'),
        countWhere(is.and([is('cost_nano_usd', 'is', null), is('outcome', 'not in', unbilled)])).as('unpriced'),
        sql<number>`cast(coalesce(${sum('cost_nano_usd')}, 0) as bigint)`.as('cost'),
        min('at').as('first'),
        max('at').as('last'),
      ])
      .executeTakeFirstOrThrow();
    return {
      exchanges: row.exchanges,
      okExchanges: row.ok,
      failures: row.failures,
      costNanoUsd: row.unpriced > 0 ? null : row.cost,
      pricedCostNanoUsd: row.cost,
      unpricedExchanges: row.unpriced,
      firstAt: row.first,
      lastAt: row.last,
    };
  }

  async trainable(query: { projectId: string; afterId: string | null; limit: number }): Promise<readonly Exchange[]> {
    const rows = await this.tables()
      .selectFrom('exchanges')
      .selectAll()
      .where('project_id', '=', query.projectId)
      .where('id', '>', query.afterId ?? '')
      .where('route', '=', 'incumbent')
      .where('outcome', '=', 'ok')
      .where('path', '=', chatPath)
      .where('truncated', '=', 0)
      .where('request', 'is not', null)
      .where('response', 'is not', null)
      .orderBy('id')
      .limit(query.limit)
      .execute();
    return rows.map(toExchange);
  }

  private async tallyOf(arm: Arm, query: TallyQuery): Promise<ArmTally> {
    const counts = await this.window(arm, query)
      .select((is) => [
        countWhere(is('outcome', '=', 'ok')).as('ok'),
        countWhere(is('outcome', 'in', failed)).as('failures'),
        countWhere(is('outcome', '=', 'client-closed')).as('clientClosed'),
      ])
      .executeTakeFirstOrThrow();
    const { ok, failures, clientClosed } = counts;
    const latencyMsP95 = await this.latencyAtRank(arm, query, ok);
    return { exchanges: ok + failures, failures, clientClosed, latencyMsP95 };
  }

  /** Nearest rank, counted from the slow end, so that the engine has to keep only the slowest twentieth in order. */
  private async latencyAtRank(arm: Arm, query: TallyQuery, ok: number): Promise<number | null> {
    if (ok === 0) {
      return null;
    }
    const row = await this.window(arm, query)
      .select('latency_ms')
      .where('outcome', '=', 'ok')
      .orderBy('latency_ms', 'desc')
      .offset(ok - Math.ceil(percentile * ok))
      .limit(1)
      .executeTakeFirst();
    return row?.latency_ms ?? null;
  }

  private window(arm: Arm, { projectId, attempt, sinceMs, untilMs }: TallyQuery) {
    return (
      this.tables()
        .selectFrom('exchanges')
        .where('project_id', '=', projectId)
        .where('attempt', '=', attempt)
        .where('arm', '=', arm)
        .where('at', '>=', sinceMs)
        .where('at', '<', untilMs)
        .where('route', '!=', 'shadow')
        // Lists of models and other calls that only pass through say nothing of how an arm answers.
        .where('path', '=', chatPath)
    );
  }

  private tables() {
    return this.database.of<ExchangeTables>();
  }
}
