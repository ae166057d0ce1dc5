import { Inject, Injectable } from '@nestjs/common';
import { Database, type Within } from '../../platform/database/database.sql.js';
import { type FaultCode, faultCodes } from '../imports/import-fault.js';
import type { ImportRecord } from '../imports/import-record.js';
import { importFromRow } from '../imports/import-store.sql.js';
import {
  addImports,
  type CaptureTally,
  type ExclusionReason,
  exclusionReasons,
  type ImportTally,
  type IntakeTally,
  noImports,
  type ShownFault,
} from '../intake-tally.js';
import type { ExampleTable, ReadinessTables } from '../readiness-tables.js';
import type { DeclaredSplit, Example, Message } from './example.js';
import { type CapturedResult, type ExamplePageQuery, ExampleStore } from './example-store.js';
import { insertExamples } from './example-values.sql.js';

const hourMs = 3_600_000;
const faultsShownPerCode = 50;

@Injectable()
export class SqlExampleStore extends ExampleStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async page({ projectId, after, limit }: ExamplePageQuery): Promise<readonly Example[]> {
    let query = this.tables.selectFrom('examples').selectAll().where('project_id', '=', projectId);
    if (after !== null) {
      query = query.where((where) =>
        where.or([
          where('declared_split', '>', after.declaredSplit),
          where.and([where('declared_split', '=', after.declaredSplit), where('row_key', '>', after.rowKey)]),
        ]),
      );
    }
    const rows = await query.orderBy('declared_split').orderBy('row_key').limit(limit).execute();
    return rows.map(exampleFromRow);
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

  async tally(projectId: string): Promise<IntakeTally> {
    const rows = await this.tables.selectFrom('imports').selectAll().where('project_id', '=', projectId).execute();
    const imports = rows.map(importFromRow);
    const standing = standingOf(imports);
    return {
      allImports: summed(imports),
      standingImports: summed(standing),
      captured: await this.captureTally(projectId),
      faults: await this.faultsOf(standing.map((one) => one.id)),
    };
  }

  private async captureTally(projectId: string): Promise<CaptureTally> {
    const groups = await this.tables
      .selectFrom('capture_intake')
      .select((of) => [
        'result',
        of.fn.countAll<number>().as('exchanges'),
        of.fn.min('at').as('firstAt'),
        of.fn.max('at').as('lastAt'),
      ])
      .where('project_id', '=', projectId)
      .groupBy('result')
      .execute();
    const countOf = (result: string) => Number(groups.find((group) => group.result === result)?.exchanges ?? 0);
    const excluded: Partial<Record<ExclusionReason, number>> = {};
    for (const reason of exclusionReasons.filter((one) => countOf(one) > 0)) {
      excluded[reason] = countOf(reason);
    }
    return {
      seen: groups.reduce((sum, group) => sum + Number(group.exchanges), 0),
      taken: countOf('taken'),
      duplicates: countOf('duplicate'),
      excluded,
      firstAt: groups.length === 0 ? null : Math.min(...groups.map((group) => Number(group.firstAt))),
      lastAt: groups.length === 0 ? null : Math.max(...groups.map((group) => Number(group.lastAt))),
    };
  }

  private async faultsOf(importIds: readonly string[]): Promise<ShownFault[]> {
    const shown: ShownFault[] = [];
    for (const code of importIds.length === 0 ? [] : faultCodes) {
      const rows = await this.tables
        .selectFrom('import_faults')
        .selectAll()
        .where('import_id', 'in', [...importIds])
        .where('code', '=', code)
        .orderBy('import_id')
        .orderBy('line')
        .limit(faultsShownPerCode)
        .execute();
      shown.push(
        ...rows.map((row) => ({
          importId: row.import_id,
          line: row.line,
          byteOffset: row.byte_offset,
          field: row.field,
          code: row.code as FaultCode,
          reason: row.reason,
        })),
      );
    }
    return shown;
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}

/** The newest finished upload of each file name and split. */
function standingOf(imports: readonly ImportRecord[]): ImportRecord[] {
  const newest = new Map<string, ImportRecord>();
  for (const one of imports.filter(({ state }) => state === 'done')) {
    const key = `${one.split} ${one.fileName}`;
    const known = newest.get(key);
    if (known === undefined || known.id < one.id) {
      newest.set(key, one);
    }
  }
  return [...newest.values()];
}

function summed(imports: readonly ImportRecord[]): ImportTally {
  return imports.map((one) => ({ ...one, rows: one.total })).reduce<ImportTally>(addImports, noImports);
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

async function knownKeys(within: Within, projectId: string, examples: readonly Example[]): Promise<Set<string>> {
  if (examples.length === 0) {
    return new Set();
  }
  const rows = await within
    .of<ReadinessTables>()
    .selectFrom('examples')
    .select('row_key')
    .where('project_id', '=', projectId)
    .where('declared_split', '=', 'auto')
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

function exampleFromRow(row: ExampleTable): Example {
  return {
    rowKey: row.row_key,
    promptKey: row.prompt_key,
    origin: row.origin as Example['origin'],
    originId: row.origin_id,
    line: row.line,
    declaredSplit: row.declared_split as DeclaredSplit,
    input: row.input,
    label: row.label ?? '',
    messages: JSON.parse(row.messages) as Message[],
  };
}
