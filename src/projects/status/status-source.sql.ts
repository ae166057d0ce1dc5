import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import { statusFromRow } from '../project-rows.js';
import { ProjectStore, type StoredStatus } from '../project-store.js';
import type { SqlProjectStore } from '../project-store.sql.js';
import { statusTag } from './status-cache.js';
import { StatusSource } from './status-source.js';

interface Tables {
  projects: {
    id: string;
    version: number;
    status_body: string;
    standing: string | null;
    standing_revision: number;
  };
}

@Injectable()
export class SqlStatusSource extends StatusSource {
  readonly isAlone: boolean;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProjectStore) private readonly store: Pick<SqlProjectStore, 'onCommit'>,
  ) {
    super();
    this.isAlone = database.engine === 'sqlite';
  }

  async tags(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database
      .of<Tables>()
      .selectFrom('projects')
      .select(['id', 'version', 'standing_revision'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, statusTag(Number(row.version), Number(row.standing_revision))]));
  }

  async statuses(ids: readonly string[]): Promise<ReadonlyMap<string, StoredStatus>> {
    const rows = await this.database
      .of<Tables>()
      .selectFrom('projects')
      .select(['id', 'version', 'status_body', 'standing', 'standing_revision'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, statusFromRow(row)]));
  }

  onCommit(listener: (projectId: string, status: StoredStatus) => void): void {
    this.store.onCommit(listener);
  }
}
