import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { ReadinessTables, SegmentTable } from '../readiness-tables.js';
import { type MeasuredBlobs, type MeasuredSegment, type Segment, SegmentStore } from './segment-store.js';

type SegmentRow = Omit<SegmentTable, 'states' | 'facts'>;

const listed = [
  'project_id',
  'id',
  'row_count',
  'byte_count',
  'revision',
  'measured_revision',
  'digest',
  'engine',
  'closed',
  'created_at',
  'measured_at',
] as const;

function fromRow(row: SegmentRow): Segment {
  const { measured_revision: revision, engine, digest, measured_at: at } = row;
  const isMeasured = revision !== null && engine !== null && digest !== null && at !== null;
  return {
    id: row.id,
    rows: Number(row.row_count),
    bytes: Number(row.byte_count),
    revision: Number(row.revision),
    closed: row.closed === 1,
    measured: isMeasured ? { revision: Number(revision), engine, digest, at: Number(at) } : null,
  };
}

@Injectable()
export class SqlSegmentStore extends SegmentStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async list(projectId: string): Promise<readonly Segment[]> {
    const rows = await this.tables
      .selectFrom('readiness_segments')
      .select([...listed])
      .where('project_id', '=', projectId)
      .orderBy('id')
      .execute();
    return rows.map(fromRow);
  }

  async blobs(projectId: string, segmentId: string): Promise<MeasuredBlobs | null> {
    const row = await this.tables
      .selectFrom('readiness_segments')
      .select(['states', 'facts'])
      .where('project_id', '=', projectId)
      .where('id', '=', segmentId)
      .executeTakeFirst();
    const { states = null, facts = null } = row ?? {};
    return states === null || facts === null ? null : { states, facts };
  }

  async saveMeasured({ projectId, segmentId, ...measured }: MeasuredSegment): Promise<void> {
    await this.tables
      .updateTable('readiness_segments')
      .set({
        measured_revision: measured.revision,
        engine: measured.engine,
        digest: measured.digest,
        states: measured.states,
        facts: measured.facts,
        measured_at: measured.at,
      })
      .where('project_id', '=', projectId)
      .where('id', '=', segmentId)
      .execute();
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}
