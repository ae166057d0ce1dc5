// Segments as writers of rows see them: which one takes new rows, and which ones have changed.
import type { Within } from '../../platform/database/database.sql.js';
import type { ReadinessTables } from '../readiness-tables.js';

/** A segment that holds this much takes no more. */
export const segmentRowsMax = 10_000;
export const segmentBytesMax = 8 * 1024 * 1024;

const prefix = 'sgm_';
const digits = 8;

export interface AddedRows {
  readonly projectId: string;
  readonly segmentId: string;
  readonly rows: number;
  readonly bytes: number;
}

/** The segment that new rows go to; one is opened where there is none. Two writers may get the same one. */
export async function openSegment(within: Within, projectId: string, at: number): Promise<string> {
  const newest = await within
    .of<ReadinessTables>()
    .selectFrom('readiness_segments')
    .select(['id', 'closed'])
    .where('project_id', '=', projectId)
    .where('id', '>=', prefix)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest?.closed === 0) {
    return newest.id;
  }
  const number = newest === undefined ? 1 : Number(newest.id.slice(prefix.length)) + 1;
  const id = `${prefix}${String(number).padStart(digits, '0')}`;
  await within
    .of<ReadinessTables>()
    .insertInto('readiness_segments')
    .values({
      project_id: projectId,
      id,
      row_count: 0,
      byte_count: 0,
      revision: 0,
      closed: 0,
      created_at: at,
      ...unmeasured,
    })
    .onConflict((conflict) => conflict.columns(['project_id', 'id']).doNothing())
    .execute();
  return id;
}

const unmeasured = {
  measured_revision: null,
  digest: null,
  engine: null,
  states: null,
  facts: null,
  measured_at: null,
};

/** Call after the rows are written: writers then wait for each other in one order. Closes the segment when it is full. */
export async function countIntoSegment(
  within: Within,
  { projectId, segmentId, rows, bytes }: AddedRows,
): Promise<void> {
  const tables = within.of<ReadinessTables>();
  await tables
    .updateTable('readiness_segments')
    .set((of) => ({
      row_count: of('row_count', '+', rows),
      byte_count: of('byte_count', '+', bytes),
      revision: of('revision', '+', 1),
    }))
    .where('project_id', '=', projectId)
    .where('id', '=', segmentId)
    .execute();
  await tables
    .updateTable('readiness_segments')
    .set({ closed: 1 })
    .where('project_id', '=', projectId)
    .where('id', '=', segmentId)
    .where((where) => where.or([where('row_count', '>=', segmentRowsMax), where('byte_count', '>=', segmentBytesMax)]))
    .execute();
}

/** Marks segments whose rows changed otherwise, in the order of their ids. */
export async function touchSegments(within: Within, projectId: string, segmentIds: Iterable<string>): Promise<void> {
  for (const id of [...new Set(segmentIds)].sort()) {
    await within
      .of<ReadinessTables>()
      .updateTable('readiness_segments')
      .set((of) => ({ revision: of('revision', '+', 1) }))
      .where('project_id', '=', projectId)
      .where('id', '=', id)
      .execute();
  }
}
