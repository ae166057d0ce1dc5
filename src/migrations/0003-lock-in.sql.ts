// Lock-in: what was seen of traffic day by day, facts that are only ever added, the score of each day, what people brought
// (invoices, drills, documents), and the one row that a poll reads.
import { type Kysely, type Migration, sql } from 'kysely';

const trafficTables = [
  `create table lock_in_traffic (
    project_id text not null, day text not null, document text not null, updated_at bigint not null,
    primary key (project_id, day))`,
  `create table lock_in_cursors (
    project_id text primary key, revision bigint not null, newest_id text not null, newest_at bigint not null,
    document text not null)`,
  `create table lock_in_seen (
    project_id text not null, exchange_id text not null, primary key (project_id, exchange_id))`,
];

const scoreTables = [
  `create table lock_in_facts (
    id text primary key, project_id text not null, indicator_id text not null, observed_at bigint not null,
    recorded_at bigint not null, document text not null)`,
  'create index lock_in_facts_by_indicator on lock_in_facts (project_id, indicator_id, observed_at, recorded_at, id)',
  `create table lock_in_profiles (digest text primary key, document text not null)`,
  `create table lock_in_days (
    project_id text not null, day text not null, at bigint not null, score double precision not null,
    low double precision not null, high double precision not null, confidence double precision not null,
    document text not null, primary key (project_id, day))`,
  `create table lock_in_status (
    project_id text primary key, measured_at bigint not null, score double precision not null,
    low double precision not null, high double precision not null, confidence double precision not null,
    band text, days_to_shutdown double precision, is_forced integer not null, document text not null)`,
];

const broughtTables = [
  `create table lock_in_invoices (
    id text primary key, project_id text not null, from_at bigint not null, until_at bigint not null,
    document text not null, created_by text not null, created_at bigint not null)`,
  'create index lock_in_invoices_by_period on lock_in_invoices (project_id, until_at)',
  `create table lock_in_drills (
    id text primary key, project_id text not null, at bigint not null, source text not null, document text not null)`,
  'create unique index lock_in_drills_by_source on lock_in_drills (project_id, source)',
  `create table lock_in_documents (
    project_id text not null, kind text not null, id text not null, document text not null,
    updated_by text not null, updated_at bigint not null, primary key (project_id, kind, id))`,
  'create index lock_in_documents_by_kind on lock_in_documents (kind, updated_at)',
  `create table lock_in_acknowledgements (
    project_id text not null, alert_key text not null, acknowledged_by text not null, reason text not null,
    at bigint not null, until bigint not null, primary key (project_id, alert_key))`,
];

/** Revisions of what the register says: only ever added. */
export const registerTables: readonly string[] = [
  `create table lock_in_register (
    project_id text not null, id text not null, version bigint not null, kind text not null, document text not null,
    recorded_by text not null, recorded_at bigint not null, primary key (project_id, id, version))`,
];

export const lockInTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const text of [...trafficTables, ...scoreTables, ...broughtTables, ...registerTables]) {
      await sql.raw(text).execute(db);
    }
  },
};
