import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { DocumentTable, LockInTables } from '../lock-in-tables.js';
import { type AcrossProjects, DocumentStore, type KeptDocument } from './document-store.js';

@Injectable()
export class SqlDocumentStore extends DocumentStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async put({ projectId, kind, id, value, updatedBy, updatedAt }: KeptDocument): Promise<void> {
    const values = { document: JSON.stringify(value), updated_by: updatedBy, updated_at: updatedAt };
    await this.tables
      .insertInto('lock_in_documents')
      .values({ project_id: projectId, kind, id, ...values })
      .onConflict((conflict) => conflict.columns(['project_id', 'kind', 'id']).doUpdateSet(values))
      .execute();
  }

  async find(projectId: string, kind: string, id: string): Promise<KeptDocument | null> {
    const row = await this.of(projectId, kind).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toDocument(row);
  }

  async list(projectId: string, kind: string): Promise<readonly KeptDocument[]> {
    return (await this.of(projectId, kind).orderBy('id').execute()).map(toDocument);
  }

  async ofKind(kind: string, limit: number): Promise<readonly KeptDocument[]> {
    const rows = await this.tables
      .selectFrom('lock_in_documents')
      .selectAll()
      .where('kind', '=', kind)
      .orderBy('updated_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toDocument);
  }

  async across({ kind, id, projects, afterProjectId, limit }: AcrossProjects): Promise<readonly KeptDocument[]> {
    if (projects.length === 0) {
      return [];
    }
    let query = this.tables.selectFrom('lock_in_documents').selectAll().where('kind', '=', kind).where('id', '=', id);
    if (projects !== 'all') {
      query = query.where('project_id', 'in', [...projects]);
    }
    if (afterProjectId !== null) {
      query = query.where('project_id', '>', afterProjectId);
    }
    return (await query.orderBy('project_id').limit(limit).execute()).map(toDocument);
  }

  async remove(projectId: string, kind: string, id: string): Promise<boolean> {
    const removed = await this.tables
      .deleteFrom('lock_in_documents')
      .where('project_id', '=', projectId)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .executeTakeFirst();
    return Number(removed.numDeletedRows) > 0;
  }

  private of(projectId: string, kind: string) {
    return this.tables
      .selectFrom('lock_in_documents')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('kind', '=', kind);
  }

  private get tables() {
    return this.database.of<LockInTables>();
  }
}

function toDocument(row: DocumentTable): KeptDocument {
  return {
    projectId: row.project_id,
    kind: row.kind,
    id: row.id,
    value: JSON.parse(row.document) as unknown,
    updatedBy: row.updated_by,
    updatedAt: Number(row.updated_at),
  };
}
