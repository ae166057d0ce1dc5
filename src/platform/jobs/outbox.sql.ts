// Work that a transaction promises to the world: saved with it, carried out after it, by whichever process leases it.
// Messages of one project and topic are carried out in the order in which they were put.
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { Database, type Within } from '../database/database.sql.js';
import type { Job, OutboxMessage } from './job.js';
import { OutboxReader } from './outbox-reader.js';

interface Tables {
  outbox: {
    id: string;
    topic: string;
    project_id: string;
    payload: string;
    available_at: number;
    leased_until: number;
    lease: string;
    attempts: number;
    last_error: string | null;
    created_at: number;
  };
}

const lastErrorMax = 2000;

@Injectable()
export class Outbox extends OutboxReader {
  private wake: () => void = () => undefined;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {
    super();
  }

  onMessage(wake: () => void): void {
    this.wake = wake;
  }

  async put(within: Within, message: OutboxMessage): Promise<void> {
    await this.putAll(within, [message]);
  }

  async putAll(within: Within, messages: readonly OutboxMessage[]): Promise<void> {
    if (messages.length === 0) {
      return;
    }
    const now = this.clock.now();
    const rows = messages.map((message) => ({
      id: this.ids.next('job'),
      topic: message.topic,
      project_id: message.projectId,
      payload: JSON.stringify(message.payload),
      available_at: message.availableAt ?? now,
      leased_until: 0,
      lease: '',
      attempts: 0,
      last_error: null,
      created_at: now,
    }));
    await within.of<Tables>().insertInto('outbox').values(rows).execute();
    within.afterCommit(() => this.wake());
  }

  /** On PostgreSQL a row that another process is taking is passed over. */
  async lease(topics: readonly string[], limit: number, leaseMs: number): Promise<Job[]> {
    if (topics.length === 0 || limit <= 0) {
      return [];
    }
    const now = this.clock.now();
    const due = sql`select id from outbox as candidate
      where available_at <= ${now} and leased_until <= ${now} and topic in (${sql.join([...topics])})
      and not exists (select 1 from outbox as earlier where earlier.project_id = candidate.project_id
        and earlier.topic = candidate.topic and earlier.id < candidate.id)
      order by available_at, id limit ${limit}`;
    const locked = this.database.engine === 'postgres' ? sql`${due} for update skip locked` : due;
    const rows = await sql<Tables['outbox']>`update outbox set leased_until = ${now + leaseMs},
      lease = ${this.ids.next('job')}, attempts = attempts + 1
      where id in (${locked}) and leased_until <= ${now} returning *`.execute(this.database.of<Tables>());
    // What an update returns comes in no order.
    const inOrder = [...rows.rows].sort((left, right) => (left.id < right.id ? -1 : 1));
    return inOrder.map((row) => ({
      id: row.id,
      topic: row.topic,
      projectId: row.project_id,
      payload: JSON.parse(row.payload) as Record<string, unknown>,
      attempts: Number(row.attempts),
    }));
  }

  async renew(ids: readonly string[], leaseMs: number): Promise<void> {
    if (ids.length > 0) {
      await this.outbox
        .updateTable('outbox')
        .set({ leased_until: this.clock.now() + leaseMs })
        .where('id', 'in', [...ids])
        .execute();
    }
  }

  async done(id: string): Promise<void> {
    await this.outbox.deleteFrom('outbox').where('id', '=', id).execute();
  }

  async retryAt(id: string, availableAt: number, error: string | null): Promise<void> {
    await this.outbox
      .updateTable('outbox')
      .set({ available_at: availableAt, leased_until: 0, last_error: error?.slice(0, lastErrorMax) ?? null })
      .where('id', '=', id)
      .execute();
  }

  async waiting(): Promise<number> {
    const row = await this.outbox
      .selectFrom('outbox')
      .select((count) => count.fn.countAll<number>().as('n'))
      .executeTakeFirst();
    return Number(row?.n ?? 0);
  }

  private get outbox() {
    return this.database.of<Tables>();
  }
}
