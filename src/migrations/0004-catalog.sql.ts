// The catalogue grows by proposals: what a source told last, what it would change, who let it in, and the rows that came of it,
// which are only ever added.
import { type Kysely, type Migration, sql } from 'kysely';

const tables = [
  `create table catalog_readings (
    source text primary key, kind text not null, observed_at bigint not null, document text not null)`,
  `create table catalog_refreshes (
    id text primary key, kind text not null, source text not null, state text not null, hold text,
    document text not null, created_by text not null, created_at bigint not null, settled_at bigint)`,
  `create table catalog_refresh_changes (
    refresh_id text not null, number bigint not null, verdict text not null, state text not null, host text not null,
    model text not null, document text not null, decided_by text, decided_at bigint, reason text,
    primary key (refresh_id, number))`,
  'create index catalog_changes_by_state on catalog_refresh_changes (refresh_id, state, verdict, number)',
  `create table catalog_rows (
    refresh_id text not null, number bigint not null, field text not null, host text not null, region text,
    model text not null, value text, valid_from bigint not null, observed_at bigint not null, source text not null,
    rank integer not null, applied_by text not null, applied_at bigint not null, reason text,
    primary key (refresh_id, number, field))`,
  'create index catalog_rows_by_time on catalog_rows (applied_at)',
];

export const catalogTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const text of tables) {
      await sql.raw(text).execute(db);
    }
  },
};
