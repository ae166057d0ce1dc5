import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.sql.js';
import type { RegisterDocument } from './register-document.js';
import { RegisterStore } from './register-store.js';

interface RegisterTable {
  project_id: string;
  /** `entity`, or the id of an arrangement. */
  id: string;
  version: number;
  kind: string;
  document: string;
  recorded_by: string;
  recorded_at: number;
}

interface RegisterTables {
  lock_in_register: RegisterTable;
  projects: { id: string };
}

@Injectable()
export class SqlRegisterStore extends RegisterStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async knowsProject(projectId: string): Promise<boolean> {
    const row = await this.tables.selectFrom('projects').select('id').where('id', '=', projectId).executeTakeFirst();
    return row !== undefined;
  }

  async latest(projectId: string): Promise<readonly RegisterDocument[]> {
    const { rows } = await sql<Pick<RegisterTable, 'document'>>`
      select register.document from lock_in_register register
      where register.project_id = ${projectId} and register.version = (
        select max(newer.version) from lock_in_register newer
        where newer.project_id = register.project_id and newer.id = register.id)
      order by register.id`.execute(this.tables);
    return rows.map(read);
  }

  async revisions(projectId: string, id: string): Promise<readonly RegisterDocument[]> {
    const rows = await this.tables
      .selectFrom('lock_in_register')
      .select('document')
      .where('project_id', '=', projectId)
      .where('id', '=', id)
      .orderBy('version')
      .execute();
    return rows.map(read);
  }

  async append(projectId: string, document: RegisterDocument): Promise<boolean> {
    const { id, kind, version, by, at } = document;
    const written = await this.tables
      .insertInto('lock_in_register')
      .values({
        project_id: projectId,
        id,
        version,
        kind,
        document: JSON.stringify(document),
        recorded_by: by,
        recorded_at: at,
      })
      .onConflict((conflict) => conflict.columns(['project_id', 'id', 'version']).doNothing())
      .executeTakeFirst();
    return Number(written.numInsertedOrUpdatedRows ?? 0) === 1;
  }

  private get tables() {
    return this.database.of<RegisterTables>();
  }
}

function read({ document }: Pick<RegisterTable, 'document'>): RegisterDocument {
  return JSON.parse(document) as RegisterDocument;
}
