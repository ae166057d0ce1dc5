// What is known of a project beside its version, in the row that a poll reads; and one counter of all such changes, so that
// whoever polls all projects learns of them from one row.
import { type Kysely, type Migration, sql } from 'kysely';

export const standingColumns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const text of [
      'alter table projects add column standing text',
      'alter table projects add column standing_revision bigint not null default 0',
      'create table standing_changes (id integer primary key, changes bigint not null)',
      'insert into standing_changes (id, changes) values (1, 0)',
    ]) {
      await sql.raw(text).execute(db);
    }
  },
};
