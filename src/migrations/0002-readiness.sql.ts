// Readiness grows: rows that are more than chats, uploads with rights and facts, segments with their measured states,
// edits that lie on top of the rows, waivers, acknowledgements, pictures, and the one row that a poll reads.
import { type Kysely, type Migration, SqliteAdapter, sql } from 'kysely';

const newColumns: readonly (readonly [string, readonly string[]])[] = [
  [
    'examples',
    [
      "kind text not null default 'chat'",
      'extras text',
      'byte_offset bigint',
      'segment_id text',
      'withdrawn_at bigint',
    ],
  ],
  ['dataset_rows', ["kind text not null default 'chat'", 'extras text']],
  [
    'imports',
    [
      'bytes_total bigint',
      'rights text',
      'file_facts text',
      'resumed_from text',
      'withdrawn_at bigint',
      'withdrawn_by text',
      'withdrawn_reason text',
    ],
  ],
];

/** Rows of before get sixteen segments for each project, by the first digit of their key. */
const segmentsOfBefore = [
  "update examples set segment_id = 'old_' || substr(row_key, 1, 1)",
  `insert into readiness_segments (project_id, id, row_count, byte_count, revision, closed, created_at)
   select project_id, segment_id, count(*), sum(length(messages)), 1, 1, min(created_at)
   from examples group by project_id, segment_id`,
  'create index examples_by_segment on examples (project_id, segment_id, declared_split, row_key)',
];

const rowTables = (blob: string) => [
  `create table readiness_segments (
    project_id text not null, id text not null, row_count bigint not null, byte_count bigint not null,
    revision bigint not null, measured_revision bigint, digest text, engine text, states ${blob}, facts ${blob},
    closed integer not null, created_at bigint not null, measured_at bigint, primary key (project_id, id))`,
  ...segmentsOfBefore,
  `create table row_deliveries (
    project_id text not null, declared_split text not null, row_key text not null, origin text not null,
    origin_id text not null, line bigint, primary key (project_id, declared_split, row_key, origin_id))`,
  `create table row_images (
    project_id text not null, sha256 text not null, media_type text not null, bytes ${blob} not null,
    facts text not null, created_at bigint not null, primary key (project_id, sha256))`,
  `create table row_image_deliveries (
    project_id text not null, import_id text not null, sha256 text not null,
    primary key (project_id, import_id, sha256))`,
];

const curationTables = [
  `create table curation_steps (
    id text primary key, project_id text not null, sequence bigint not null, action text not null,
    parameters text not null, effect text not null, reason text not null, digest_before text, created_by text not null,
    created_at bigint not null, applied_at bigint, edits bigint not null, undone_by text, undone_at bigint)`,
  'create unique index curation_steps_by_sequence on curation_steps (project_id, sequence)',
  `create table row_edits (
    step_id text not null, project_id text not null, declared_split text not null, row_key text not null,
    change text not null, replacement text, new_row_key text, move_to text, segments text not null,
    primary key (step_id, declared_split, row_key))`,
  'create index row_edits_by_row on row_edits (project_id, row_key)',
  'create index row_edits_by_result on row_edits (project_id, new_row_key)',
];

const judgementTables = [
  `create table readiness_waivers (
    id text primary key, project_id text not null, check_id text not null, granted_by text not null,
    reason text not null, until bigint not null, created_at bigint not null, withdrawn_by text, withdrawn_at bigint)`,
  'create index readiness_waivers_by_project on readiness_waivers (project_id, check_id)',
  `create table rights_acknowledgements (
    id text primary key, project_id text not null, source text not null, target_digest text not null,
    acknowledged_by text not null, reason text not null, at bigint not null, withdrawn_by text, withdrawn_at bigint)`,
  'create index rights_acknowledgements_by_project on rights_acknowledgements (project_id, source)',
  `create table readiness_learning (
    project_id text primary key, row_count bigint not null, digest text not null, document text not null,
    measured_at bigint not null)`,
  `create table readiness_plans (
    project_id text primary key, document text not null, declared_by text not null, declared_at bigint not null)`,
  'create table readiness_status (project_id text primary key, document text not null, updated_at bigint not null)',
];

export const readinessTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const blob = db.getExecutor().adapter instanceof SqliteAdapter ? 'blob' : 'bytea';
    for (const [table, columns] of newColumns) {
      for (const column of columns) {
        await sql.raw(`alter table ${table} add column ${column}`).execute(db);
      }
    }
    for (const text of [...rowTables(blob), ...curationTables, ...judgementTables]) {
      await sql.raw(text).execute(db);
    }
  },
};
