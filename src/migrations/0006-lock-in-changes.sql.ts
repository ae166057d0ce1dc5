// What each day's score changed by, and from what, beside its numbers: a trend is split by cause without reading the days'
// documents. Null on days that were scored before, and on the first one of a project.
import { type Kysely, type Migration, sql } from 'kysely';

export const lockInChanges: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('alter table lock_in_days add column change_parts text').execute(db);
  },
};
