import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { ReadinessTables, WaiverTable } from '../readiness-tables.js';
import { type Waiver, WaiverStore } from './waiver-store.js';

@Injectable()
export class SqlWaiverStore extends WaiverStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async add(waiver: Waiver): Promise<void> {
    await this.tables.insertInto('readiness_waivers').values(toRow(waiver)).execute();
  }

  async list(projectId: string): Promise<readonly Waiver[]> {
    const rows = await this.waivers
      .where('project_id', '=', projectId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map(fromRow);
  }

  async holding(projectId: string, at: number): Promise<readonly Waiver[]> {
    const rows = await this.waivers
      .where('project_id', '=', projectId)
      .where('withdrawn_at', 'is', null)
      .where('until', '>', at)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return [...new Map(rows.map((row) => [row.check_id, fromRow(row)])).values()];
  }

  async withdraw(question: { projectId: string; id: string; by: string; at: number }): Promise<Waiver | null> {
    const { projectId, id, by, at } = question;
    await this.tables
      .updateTable('readiness_waivers')
      .set({ withdrawn_by: by, withdrawn_at: at })
      .where('project_id', '=', projectId)
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .execute();
    const row = await this.waivers.where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : fromRow(row);
  }

  private get waivers() {
    return this.tables.selectFrom('readiness_waivers').selectAll();
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}

function toRow(waiver: Waiver): WaiverTable {
  return {
    id: waiver.id,
    project_id: waiver.projectId,
    check_id: waiver.checkId,
    granted_by: waiver.by,
    reason: waiver.reason,
    until: waiver.until,
    created_at: waiver.at,
    withdrawn_by: waiver.withdrawn?.by ?? null,
    withdrawn_at: waiver.withdrawn?.at ?? null,
  };
}

function fromRow(row: WaiverTable): Waiver {
  const { withdrawn_by: by, withdrawn_at: at } = row;
  return {
    id: row.id,
    projectId: row.project_id,
    checkId: row.check_id,
    by: row.granted_by,
    reason: row.reason,
    until: Number(row.until),
    at: Number(row.created_at),
    withdrawn: by === null || at === null ? null : { by, at: Number(at) },
  };
}
