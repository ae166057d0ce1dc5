import type { Database } from '../../src/platform/database/database.sql.js';

export interface PutMessage {
  readonly topic: string;
  readonly projectId: string;
  readonly payload: Record<string, unknown>;
}

/** What stands in the outbox, in the order in which it was put. */
export async function outboxMessages(database: Database): Promise<PutMessage[]> {
  const rows = await database
    .of<{ outbox: { id: string; topic: string; project_id: string; payload: string } }>()
    .selectFrom('outbox')
    .select(['topic', 'project_id', 'payload'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    topic: row.topic,
    projectId: row.project_id,
    payload: JSON.parse(row.payload) as Record<string, unknown>,
  }));
}

/** Types of the events that were put as happenings, in order. */
export async function happeningTypes(database: Database): Promise<string[]> {
  const messages = await outboxMessages(database);
  return messages.flatMap(({ payload }) => (payload.events as { type: string }[]).map((event) => event.type));
}
