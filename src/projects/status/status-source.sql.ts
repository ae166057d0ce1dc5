import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import { ProjectStore, type StoredStatus } from '../project-store.js';
import type { SqlProjectStore } from '../project-store.sql.js';
import { StatusSource } from './status-source.js';

interface Tables {
  projects: { id: string; version: number; status_body: string };
}

@Injectable()
export class SqlStatusSource extends StatusSource {
  readonly isAlone: boolean;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProjectStore) private readonly store: Pick<SqlProjectStore, 'onCommit' | 'versions'>,
  ) {
    super();
    this.isAlone = database.engine === 'sqlite';
  }

  versions(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.store.versions(ids);
  }

  async statuses(ids: readonly string[]): Promise<ReadonlyMap<string, StoredStatus>> {
    const rows = await this.database
      .of<Tables>()
      .selectFrom('projects')
      .select(['id', 'version', 'status_body'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, { version: Number(row.version), body: row.status_body }]));
  }

  onCommit(listener: (projectId: string, status: StoredStatus) => void): void {
    this.store.onCommit(listener);
  }
}
