import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { Artefact } from '../runs/training-run.js';
import type { ArtefactDocument, TrainingTables } from '../runs/training-tables.js';
import { ArtefactStore } from './artefact-store.js';

@Injectable()
export class SqlArtefactStore extends ArtefactStore {
  constructor(private readonly database: Database) {
    super();
  }

  async find(artefactId: string): Promise<Artefact | null> {
    const row = await this.artefacts()
      .select(['id', 'project_id', 'digest', 'size_bytes', 'document', 'created_at'])
      .where('id', '=', artefactId)
      .executeTakeFirst();
    if (row === undefined) {
      return null;
    }
    const { runId, recipe } = JSON.parse(row.document) as ArtefactDocument;
    const { id, digest } = row;
    return {
      id,
      projectId: row.project_id,
      runId,
      recipe,
      digest,
      sizeBytes: row.size_bytes,
      createdAt: row.created_at,
    };
  }

  async content(artefactId: string): Promise<Buffer | null> {
    const row = await this.artefacts().select('content').where('id', '=', artefactId).executeTakeFirst();
    // The embedded engine gives plain bytes, PostgreSQL a buffer.
    return row === undefined ? null : Buffer.from(row.content);
  }

  private artefacts() {
    return this.database.of<TrainingTables>().selectFrom('artefacts');
  }
}
