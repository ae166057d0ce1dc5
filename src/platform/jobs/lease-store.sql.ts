import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.sql.js';
import { LeaseStore } from './lease-store.js';

@Injectable()
export class SqlLeaseStore extends LeaseStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  async take(name: string, holder: string, forMs: number): Promise<boolean> {
    const now = this.clock.now();
    const result = await sql<{
      holder: string;
    }>`insert into leases (name, holder, until) values (${name}, ${holder}, ${now + forMs})
      on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where leases.until <= ${now} or leases.holder = ${holder} returning holder`.execute(this.database.of<unknown>());
    return result.rows.length === 1;
  }
}
