import { Inject, Injectable } from '@nestjs/common';
import { Database, type Within } from '../../platform/database/database.sql.js';
import type { ImportTable, ReadinessTables } from '../readiness-tables.js';
import { insertExamples } from '../rows/example-values.sql.js';
import type { FaultCode, ImportFault } from './import-fault.js';
import type { ImportRecord } from './import-record.js';
import {
  type FaultPageQuery,
  type ImportBatch,
  type ImportPageQuery,
  ImportStore,
  type InterruptedQuestion,
} from './import-store.js';

/** Six values each, and SQLite binds at most 32,766. */
const faultsPerStatement = 1_000;

type Tally = Pick<ImportRecord, 'rejectedByCode' | 'trimmed'>;

/** Another room's table: only whether the project is there. */
interface ProjectsTable {
  projects: { id: string };
}

function toRow(record: ImportRecord, at: number): ImportTable {
  const { rejectedByCode, trimmed } = record;
  return {
    id: record.id,
    project_id: record.projectId,
    file_name: record.fileName,
    format: record.format,
    split: record.split,
    state: record.state,
    total: record.total,
    accepted: record.accepted,
    rejected: record.rejected,
    duplicates: record.duplicates,
    bytes: record.bytes,
    sha256: record.sha256,
    problem: record.problem,
    tally: JSON.stringify({ rejectedByCode, trimmed } satisfies Tally),
    created_by: record.createdBy,
    created_at: record.createdAt,
    touched_at: at,
    finished_at: record.finishedAt,
  };
}

export function importFromRow(row: ImportTable): ImportRecord {
  return {
    id: row.id,
    projectId: row.project_id,
    fileName: row.file_name,
    format: row.format as ImportRecord['format'],
    split: row.split as ImportRecord['split'],
    state: row.state as ImportRecord['state'],
    total: row.total,
    accepted: row.accepted,
    rejected: row.rejected,
    duplicates: row.duplicates,
    bytes: row.bytes,
    sha256: row.sha256,
    problem: row.problem,
    ...(JSON.parse(row.tally) as Tally),
    createdBy: row.created_by,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}

@Injectable()
export class SqlImportStore extends ImportStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async knowsProject(projectId: string): Promise<boolean> {
    const projects = this.database.of<ProjectsTable>();
    const row = await projects.selectFrom('projects').select('id').where('id', '=', projectId).executeTakeFirst();
    return row !== undefined;
  }

  async put(record: ImportRecord, at: number): Promise<void> {
    await this.database.transaction((within) => write(within, record, at));
  }

  async take({ record, examples, faults, at }: ImportBatch): Promise<ImportRecord> {
    return this.database.transaction(async (within) => {
      const isNew = await insertExamples(within, { projectId: record.projectId, examples, at });
      const known = examples.length - isNew;
      const counted = {
        ...record,
        accepted: record.accepted - known,
        duplicates: record.duplicates + known,
      };
      await insertFaults(within, record.id, faults);
      await write(within, counted, at);
      return counted;
    });
  }

  async find(projectId: string, id: string): Promise<ImportRecord | null> {
    const row = await this.tables
      .selectFrom('imports')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : importFromRow(row);
  }

  async list({ projectId, after, limit }: ImportPageQuery): Promise<readonly ImportRecord[]> {
    let query = this.tables.selectFrom('imports').selectAll().where('project_id', '=', projectId);
    if (after !== null) {
      query = query.where('id', '<', after);
    }
    return (await query.orderBy('id', 'desc').limit(limit).execute()).map(importFromRow);
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

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}

async function write(within: Within, record: ImportRecord, at: number): Promise<void> {
  const row = toRow(record, at);
  const { id: _id, project_id: _project, created_at: _at, created_by: _by, ...changing } = row;
  await within
    .of<ReadinessTables>()
    .insertInto('imports')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute();
}

/** Two faults of the same field of a row tell no more than the first. */
async function insertFaults(within: Within, importId: string, faults: readonly ImportFault[]): Promise<void> {
  const values = faults.map(({ line, byteOffset, field, code, reason }) => ({
    import_id: importId,
    line,
    byte_offset: byteOffset,
    field,
    code,
    reason,
  }));
  for (let from = 0; from < values.length; from += faultsPerStatement) {
    await within
      .of<ReadinessTables>()
      .insertInto('import_faults')
      .values(values.slice(from, from + faultsPerStatement))
      .onConflict((conflict) => conflict.columns(['import_id', 'line', 'field']).doNothing())
      .execute();
  }
}
