import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { AcknowledgementTable, ReadinessTables } from '../readiness-tables.js';
import { AcknowledgementStore, type RightsAcknowledgement } from './acknowledgement-store.js';

@Injectable()
export class SqlAcknowledgementStore extends AcknowledgementStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async add(acknowledgement: RightsAcknowledgement): Promise<void> {
    await this.tables.insertInto('rights_acknowledgements').values(toRow(acknowledgement)).execute();
  }

  async list(projectId: string): Promise<readonly RightsAcknowledgement[]> {
    const rows = await this.acknowledgements
      .where('project_id', '=', projectId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map(fromRow);
  }

  async holding(projectId: string, targetDigest: string): Promise<readonly RightsAcknowledgement[]> {
    const rows = await this.acknowledgements
      .where('project_id', '=', projectId)
      .where('target_digest', '=', targetDigest)
      .where('withdrawn_at', 'is', null)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return [...new Map(rows.map((row) => [row.source, fromRow(row)])).values()];
  }

  async withdraw(question: {
    projectId: string;
    id: string;
    by: string;
    at: number;
  }): Promise<RightsAcknowledgement | null> {
    const { projectId, id, by, at } = question;
    await this.tables
      .updateTable('rights_acknowledgements')
      .set({ withdrawn_by: by, withdrawn_at: at })
      .where('project_id', '=', projectId)
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .execute();
    const row = await this.acknowledgements.where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : fromRow(row);
  }

  private get acknowledgements() {
    return this.tables.selectFrom('rights_acknowledgements').selectAll();
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}

function toRow(one: RightsAcknowledgement): AcknowledgementTable {
  return {
    id: one.id,
    project_id: one.projectId,
    source: one.source,
    target_digest: one.targetDigest,
    acknowledged_by: one.by,
    reason: one.reason,
    at: one.at,
    withdrawn_by: one.withdrawn?.by ?? null,
    withdrawn_at: one.withdrawn?.at ?? null,
  };
}

function fromRow(row: AcknowledgementTable): RightsAcknowledgement {
  const { withdrawn_by: by, withdrawn_at: at } = row;
  return {
    id: row.id,
    projectId: row.project_id,
    source: row.source,
    targetDigest: row.target_digest,
    by: row.acknowledged_by,
    reason: row.reason,
    at: Number(row.at),
    withdrawn: by === null || at === null ? null : { by, at: Number(at) },
  };
}
