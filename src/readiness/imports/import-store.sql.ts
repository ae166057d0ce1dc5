import { Inject, Injectable } from '@nestjs/common';
import { Database, type Within } from '../../platform/database/database.sql.js';
import { insertImages } from '../images/image-store.sql.js';
import type { ReadinessTables } from '../readiness-tables.js';
import { insertExamples } from '../rows/example-values.sql.js';
import type { ImportFault } from './import-fault.js';
import type { ImportRecord } from './import-record.js';
import { importFromRow, writeImport } from './import-rows.sql.js';
import { type EarlierQuestion, type ImportBatch, type ImportPageQuery, ImportStore } from './import-store.js';

/** Six values each, and SQLite binds at most 32,766. */
const faultsPerStatement = 1_000;

/** Another room's table: only whether the project is there. */
interface ProjectsTable {
  projects: { id: string };
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
    await this.database.transaction((within) => writeImport(within, record, at));
  }

  async take({ record, examples, faults, images = [], at }: ImportBatch): Promise<ImportRecord> {
    return this.database.transaction(async (within) => {
      const { projectId } = record;
      await insertImages(within, { projectId, importId: record.id, images, at });
      const fresh = await insertExamples(within, { projectId, examples, at });
      const known = examples.length - fresh.size;
      const counted = {
        ...record,
        accepted: record.accepted - known,
        duplicates: record.duplicates + known,
        touchedAt: at,
      };
      await insertFaults(within, record.id, faults);
      await writeImport(within, counted, at);
      return counted;
    });
  }

  async find(projectId: string, id: string): Promise<ImportRecord | null> {
    const row = await this.imports.where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : importFromRow(row);
  }

  async list({ projectId, after, limit }: ImportPageQuery): Promise<readonly ImportRecord[]> {
    let query = this.imports.where('project_id', '=', projectId);
    if (after !== null) {
      query = query.where('id', '<', after);
    }
    return (await query.orderBy('id', 'desc').limit(limit).execute()).map(importFromRow);
  }

  async newestOf({ projectId, fileName, split }: EarlierQuestion): Promise<ImportRecord | null> {
    const row = await this.imports
      .where('project_id', '=', projectId)
      .where('file_name', '=', fileName)
      .where('split', '=', split)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined || row.withdrawn_at !== null ? null : importFromRow(row);
  }

  private get imports() {
    return this.database.of<ReadinessTables>().selectFrom('imports').selectAll();
  }
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
