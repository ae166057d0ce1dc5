import { Inject, Injectable } from '@nestjs/common';
import { Database, type Within } from '../../platform/database/database.sql.js';
import type { ReadinessTables } from '../readiness-tables.js';
import { touchSegments } from '../segments/touch-segments.sql.js';
import type { FaultCode, ImportFault } from './import-fault.js';
import type { ImportRecord, Withdrawal } from './import-record.js';
import { importFromRow, writeImport } from './import-rows.sql.js';
import { type FaultPageQuery, ImportUpkeep, type InterruptedQuestion } from './import-store.js';

@Injectable()
export class SqlImportUpkeep extends ImportUpkeep {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async faults({ importId, after, limit }: FaultPageQuery): Promise<readonly ImportFault[]> {
    let query = this.tables.selectFrom('import_faults').selectAll().where('import_id', '=', importId);
    if (after !== null) {
      query = query.where((where) =>
        where.or([
          where('line', '>', after.line),
          where.and([where('line', '=', after.line), where('field', '>', after.field)]),
        ]),
      );
    }
    const rows = await query.orderBy('line').orderBy('field').limit(limit).execute();
    return rows.map(({ line, byte_offset, field, code, reason }) => ({
      line,
      byteOffset: byte_offset,
      field,
      code: code as FaultCode,
      reason,
    }));
  }

  async failInterrupted({ at, untouchedSinceMs, atStart, problem }: InterruptedQuestion): Promise<number> {
    const isSoleOwner = this.database.engine === 'sqlite';
    let update = this.tables
      .updateTable('imports')
      .set({ state: 'failed', problem, finished_at: at })
      .where('state', '=', 'running');
    if (!(atStart && isSoleOwner)) {
      update = update.where('touched_at', '<', untouchedSinceMs);
    }
    return Number((await update.executeTakeFirst()).numUpdatedRows);
  }

  async withdraw(record: ImportRecord, withdrawal: Withdrawal): Promise<ImportRecord> {
    const { projectId } = record;
    const chain = await this.chainOf(record);
    const ids = chain.map((one) => one.id);
    const segments = await this.tables
      .selectFrom('readiness_segments')
      .select('id')
      .where('project_id', '=', projectId)
      .orderBy('id')
      .execute();
    for (const { id } of segments) {
      // One transaction for each: others write in between.
      await this.database.transaction((within) =>
        takeOut(within, { projectId, segmentId: id, importIds: ids, at: withdrawal.at }),
      );
    }
    const withdrawn = chain.map((one) => ({ ...one, withdrawn: withdrawal, touchedAt: withdrawal.at }));
    await this.database.transaction(async (within) => {
      for (const one of withdrawn) {
        await writeImport(within, one, withdrawal.at);
      }
    });
    return withdrawn[0] ?? record;
  }

  /** The upload and those that it went on with, itself first. */
  private async chainOf(record: ImportRecord): Promise<ImportRecord[]> {
    const chain = [record];
    for (let earlier = record.resumedFrom; earlier !== null; ) {
      const row = await this.tables
        .selectFrom('imports')
        .selectAll()
        .where('project_id', '=', record.projectId)
        .where('id', '=', earlier)
        .executeTakeFirst();
      const found = row === undefined ? null : importFromRow(row);
      if (found !== null) {
        chain.push(found);
      }
      earlier = found?.resumedFrom ?? null;
    }
    return chain;
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}

interface Outgoing {
  readonly projectId: string;
  readonly segmentId: string;
  readonly importIds: readonly string[];
  readonly at: number;
}

interface Heir {
  readonly declaredSplit: string;
  readonly rowKey: string;
  readonly origin: string;
  readonly originId: string;
  readonly line: number | null;
}

async function takeOut(within: Within, outgoing: Outgoing): Promise<void> {
  const { projectId, segmentId, importIds, at } = outgoing;
  const heirs = await heirsOf(within, outgoing);
  for (const heir of heirs) {
    await inherit(within, projectId, heir);
  }
  await countInherited(within, heirs);
  const gone = await within
    .of<ReadinessTables>()
    .updateTable('examples')
    .set({ withdrawn_at: at })
    .where('project_id', '=', projectId)
    .where('segment_id', '=', segmentId)
    .where('origin', '=', 'import')
    .where('origin_id', 'in', [...importIds])
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (heirs.length > 0 || gone.numUpdatedRows > 0n) {
    await touchSegments(within, projectId, [segmentId]);
  }
}

/** For each row that others delivered too: the first of them that stands. */
async function heirsOf(within: Within, { projectId, segmentId, importIds }: Outgoing): Promise<Heir[]> {
  const rows = await within
    .of<ReadinessTables>()
    .selectFrom('examples')
    .innerJoin('row_deliveries', (join) =>
      join
        .onRef('row_deliveries.project_id', '=', 'examples.project_id')
        .onRef('row_deliveries.declared_split', '=', 'examples.declared_split')
        .onRef('row_deliveries.row_key', '=', 'examples.row_key'),
    )
    .leftJoin('imports', 'imports.id', 'row_deliveries.origin_id')
    .select([
      'examples.declared_split as declaredSplit',
      'examples.row_key as rowKey',
      'row_deliveries.origin as origin',
      'row_deliveries.origin_id as originId',
      'row_deliveries.line as line',
    ])
    .where('examples.project_id', '=', projectId)
    .where('examples.segment_id', '=', segmentId)
    .where('examples.origin', '=', 'import')
    .where('examples.origin_id', 'in', [...importIds])
    .where('examples.withdrawn_at', 'is', null)
    .where('row_deliveries.origin_id', 'not in', [...importIds])
    .where('imports.withdrawn_at', 'is', null)
    .orderBy('row_deliveries.origin_id', 'desc')
    .execute();
  return [...new Map(rows.map((row) => [`${row.declaredSplit} ${row.rowKey}`, row])).values()];
}

async function inherit(within: Within, projectId: string, heir: Heir): Promise<void> {
  const { declaredSplit, rowKey, origin, originId, line } = heir;
  const tables = within.of<ReadinessTables>();
  await tables
    .updateTable('examples')
    .set({ origin, origin_id: originId, line, byte_offset: null })
    .where('project_id', '=', projectId)
    .where('declared_split', '=', declaredSplit)
    .where('row_key', '=', rowKey)
    .execute();
  if (origin === 'exchange') {
    await tables
      .updateTable('capture_intake')
      .set({ result: 'taken' })
      .where('project_id', '=', projectId)
      .where('exchange_id', '=', originId)
      .execute();
  }
}

/** A row is new for its heir, who had counted it as a duplicate. */
async function countInherited(within: Within, heirs: readonly Heir[]): Promise<void> {
  const counts = new Map<string, number>();
  for (const { origin, originId } of heirs) {
    if (origin === 'import') {
      counts.set(originId, (counts.get(originId) ?? 0) + 1);
    }
  }
  for (const [id, rows] of counts) {
    await within
      .of<ReadinessTables>()
      .updateTable('imports')
      .set((of) => ({ accepted: of('accepted', '+', rows), duplicates: of('duplicates', '-', rows) }))
      .where('id', '=', id)
      .execute();
  }
}
