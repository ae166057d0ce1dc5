import { Inject, Injectable } from '@nestjs/common';
import { Database, type Within } from '../../platform/database/database.sql.js';
import type { IntakeTally } from '../intake/intake-tally.js';
import { readIntakeTally } from '../intake/intake-tally.sql.js';
import type { ExampleTable, ReadinessTables } from '../readiness-tables.js';
import { effectiveRows } from './effective-rows.sql.js';
import type { KeyedExample } from './example.js';
import { type CapturedResult, type ExamplePage, type ExamplePageQuery, ExampleStore } from './example-store.js';
import { insertExamples } from './example-values.sql.js';

const hourMs = 3_600_000;
const segmentPageRows = 1_000;

@Injectable()
export class SqlExampleStore extends ExampleStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async page({ projectId, after, limit }: ExamplePageQuery): Promise<ExamplePage> {
    let query = this.stored(projectId);
    const place = after === null ? null : placeOf(after);
    if (place !== null) {
      query = query.where((where) =>
        where.or([
          where('declared_split', '>', place.declaredSplit),
          where.and([where('declared_split', '=', place.declaredSplit), where('row_key', '>', place.rowKey)]),
        ]),
      );
    }
    const stored = await query.orderBy('declared_split').orderBy('row_key').limit(limit).execute();
    const last = stored.length === limit ? stored.at(-1) : undefined;
    return {
      rows: await effectiveRows(this.database, projectId, stored),
      next: last === undefined ? null : `${last.declared_split} ${last.row_key}`,
    };
  }

  async *rowsOfSegment(projectId: string, segmentId: string): AsyncGenerator<readonly KeyedExample[]> {
    for (let after: { split: string; key: string } | null = { split: '', key: '' }; after !== null; ) {
      const { split, key }: { split: string; key: string } = after;
      const stored: ExampleTable[] = await this.stored(projectId)
        .where('segment_id', '=', segmentId)
        .where((where) =>
          where.or([
            where('declared_split', '>', split),
            where.and([where('declared_split', '=', split), where('row_key', '>', key)]),
          ]),
        )
        .orderBy('declared_split')
        .orderBy('row_key')
        .limit(segmentPageRows)
        .execute();
      const rows = await effectiveRows(this.database, projectId, stored);
      if (rows.length > 0) {
        yield rows;
      }
      const last = stored.length === segmentPageRows ? stored.at(-1) : undefined;
      after = last === undefined ? null : { split: last.declared_split, key: last.row_key };
    }
  }

  async takeCaptured(batch: { projectId: string; results: readonly CapturedResult[]; at: number }): Promise<void> {
    if (batch.results.length === 0) {
      return;
    }
    await this.database.transaction(async (within) => {
      const fresh = await unseen(within, batch.projectId, batch.results);
      const examples = fresh.flatMap(({ result }) => ('excluded' in result ? [] : [result]));
      const known = await knownKeys(within, batch.projectId, examples);
      await insertExamples(within, { projectId: batch.projectId, examples, at: batch.at });
      await noteResults(
        within,
        batch.projectId,
        fresh.map((one) => ({ ...one, result: resultName(one, known) })),
      );
    });
  }

  async resumeAfter(projectId: string): Promise<string | null> {
    const intake = this.tables.selectFrom('capture_intake').where('project_id', '=', projectId);
    const newest = await intake.select((of) => of.fn.max('at').as('at')).executeTakeFirst();
    if (newest === undefined || newest.at === null) {
      return null;
    }
    const row = await intake
      .select((of) => of.fn.max('exchange_id').as('id'))
      .where('at', '<', newest.at - hourMs)
      .executeTakeFirst();
    return row?.id ?? null;
  }

  tally(projectId: string): Promise<IntakeTally> {
    return readIntakeTally(this.database, projectId);
  }

  /** Rows of withdrawn uploads are out. */
  private stored(projectId: string) {
    return this.tables
      .selectFrom('examples')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('withdrawn_at', 'is', null);
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}

function placeOf(after: string): { declaredSplit: string; rowKey: string } {
  const [declaredSplit = '', rowKey = ''] = after.split(' ');
  return { declaredSplit, rowKey };
}

async function unseen(
  within: Within,
  projectId: string,
  results: readonly CapturedResult[],
): Promise<CapturedResult[]> {
  const seen = await within
    .of<ReadinessTables>()
    .selectFrom('capture_intake')
    .select('exchange_id')
    .where('project_id', '=', projectId)
    .where(
      'exchange_id',
      'in',
      results.map((one) => one.exchangeId),
    )
    .execute();
  const ids = new Set(seen.map((row) => row.exchange_id));
  return results.filter((one) => !ids.has(one.exchangeId));
}

async function knownKeys(within: Within, projectId: string, examples: readonly KeyedExample[]): Promise<Set<string>> {
  if (examples.length === 0) {
    return new Set();
  }
  const rows = await within
    .of<ReadinessTables>()
    .selectFrom('examples')
    .select('row_key')
    .where('project_id', '=', projectId)
    .where('declared_split', '=', 'auto')
    .where('withdrawn_at', 'is', null)
    .where(
      'row_key',
      'in',
      examples.map((one) => one.rowKey),
    )
    .execute();
  return new Set(rows.map((row) => row.row_key));
}

/** Grows the known keys, so that the second of two equal rows of one batch is a duplicate. */
function resultName({ result }: CapturedResult, known: Set<string>): string {
  if ('excluded' in result) {
    return result.excluded;
  }
  const isKnown = known.has(result.rowKey);
  known.add(result.rowKey);
  return isKnown ? 'duplicate' : 'taken';
}

interface NamedResult {
  readonly exchangeId: string;
  readonly at: number;
  readonly result: string;
}

async function noteResults(within: Within, projectId: string, results: readonly NamedResult[]): Promise<void> {
  if (results.length === 0) {
    return;
  }
  await within
    .of<ReadinessTables>()
    .insertInto('capture_intake')
    .values(
      results.map(({ exchangeId, at, result }) => ({ project_id: projectId, exchange_id: exchangeId, at, result })),
    )
    .onConflict((conflict) => conflict.columns(['project_id', 'exchange_id']).doNothing())
    .execute();
}
