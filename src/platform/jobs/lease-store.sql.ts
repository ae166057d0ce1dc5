// One holder at a time for recurring work, whichever process it is in.
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.sql.js';

@Injectable()
export class LeaseStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** True when `holder` now holds the lease for `forMs`: it was free, expired, or its own. */
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
