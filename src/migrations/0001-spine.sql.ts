// The first schema: one text that both engines run. Identifiers are text made by the application, times are
// milliseconds, documents are JSON in text; whatever is searched for is a column of its own.
import { type Kysely, type Migration, SqliteAdapter, sql } from 'kysely';

const projectTables = [
  `create table projects (
    id text primary key, name text not null, owner text not null, stage text not null,
    document text not null, snapshot text not null, machine_id text not null, machine_version integer not null,
    policy text, policy_digest text, version bigint not null, head_hash text not null, status_body text not null,
    created_at bigint not null, updated_at bigint not null, stage_entered_at bigint not null)`,
  'create index projects_by_stage on projects (stage, id)',
  'create index projects_by_owner on projects (owner, id)',
  `create table project_history (
    project_id text not null, version bigint not null, feed_epoch bigint not null, at bigint not null,
    actor text not null, name text not null, event text not null, previous_hash text not null, hash text not null,
    primary key (project_id, version))`,
  'create index project_history_by_feed on project_history (feed_epoch, project_id, version)',
  `create table idempotency_keys (
    scope text not null, key text not null, request_digest text not null, status integer not null,
    body text not null, created_at bigint not null, expires_at bigint not null, primary key (scope, key))`,
  'create index idempotency_keys_by_expiry on idempotency_keys (expires_at)',
  `create table refused_commands (
    id text primary key, project_id text not null, at bigint not null, actor text not null, command text not null,
    code text not null, detail text not null)`,
  'create index refused_commands_by_project on refused_commands (project_id, at)',
  `create table gate_runs (
    id text primary key, project_id text not null, gate text not null, outcome text not null,
    evidence_digest text not null, evaluated_at bigint not null, document text not null)`,
  'create index gate_runs_by_project on gate_runs (project_id, evaluated_at)',
  `create table approvals (
    id text primary key, project_id text not null, gate_run_id text not null, person text not null,
    decision text not null, comment text not null, evidence_digest text not null, at bigint not null,
    expires_at bigint not null)`,
  'create index approvals_by_run on approvals (gate_run_id)',
  'create index approvals_by_project on approvals (project_id, at)',
  `create table evidence (
    id text primary key, project_id text not null, kind text not null, source text not null,
    measured_at bigint not null, digest text not null, document text not null)`,
  'create index evidence_by_kind on evidence (project_id, kind, source, measured_at)',
  `create table deadlines (
    project_id text not null, name text not null, due_at bigint not null, event text not null,
    primary key (project_id, name))`,
  'create index deadlines_by_due on deadlines (due_at)',
];

const platformTables = (blob: string) => [
  `create table outbox (
    id text primary key, topic text not null, project_id text not null, payload text not null,
    available_at bigint not null, leased_until bigint not null, lease text not null, attempts integer not null,
    last_error text, created_at bigint not null)`,
  'create index outbox_by_time on outbox (available_at)',
  `create table leases (name text primary key, holder text not null, until bigint not null)`,
  `create table tokens (
    id text primary key, name text not null, person text not null, role text not null, projects text not null,
    secret_hash text not null, last_six text not null, created_at bigint not null, created_by text not null,
    expires_at bigint, revoked_at bigint, last_used_at bigint)`,
  `create table vendors (
    name text primary key, base_url text not null, dialect text not null, api_key_ref text, models text not null,
    updated_at bigint not null, updated_by text not null)`,
  `create table artefacts (
    id text primary key, project_id text not null, digest text not null, size_bytes bigint not null,
    document text not null, content ${blob} not null, created_at bigint not null)`,
];

const trafficTables = (blob: string) => [
  `create table exchanges (
    id text primary key, project_id text not null, at bigint not null, attempt integer not null, arm text not null,
    route text not null, vendor text not null, model_asked text, model_served text, status integer,
    outcome text not null, streamed integer not null, unit_hash text, prompt_tokens bigint, cached_tokens bigint,
    completion_tokens bigint, usage_source text not null, cost_nano_usd bigint, latency_ms double precision not null,
    first_byte_ms double precision, path text not null, request ${blob}, response ${blob}, truncated integer not null,
    error text, tags text not null, terms_version text)`,
  'create index exchanges_by_project on exchanges (project_id, id)',
  // These two hold every column that a tally or a total reads: counting never touches the rows, which carry bodies.
  `create index exchanges_by_arm on exchanges (project_id, attempt, arm, at, path, route, outcome, latency_ms)`,
  `create index exchanges_by_cost on exchanges (project_id, route, outcome, cost_nano_usd, at)`,
  `create table shadow_pairs (
    id text primary key, project_id text not null, attempt integer not null, at bigint not null, agree integer,
    candidate_failed integer not null, incumbent_answer text, candidate_answer text,
    candidate_latency_ms double precision, failure text)`,
  'create index shadow_pairs_by_attempt on shadow_pairs (project_id, attempt, at)',
  `create table route_plans (
    project_id text primary key, revision bigint not null, attempt integer not null, mode text not null,
    weight_percent double precision not null, document text not null, step_entered_at bigint not null,
    updated_at bigint not null)`,
  'create index route_plans_by_update on route_plans (updated_at)',
  `create table guardrail_breaches (
    project_id text not null, attempt integer not null, step_entered_at bigint not null, guardrail text not null,
    at bigint not null, primary key (project_id, attempt, step_entered_at))`,
  `create table rollout_watches (
    project_id text not null, subject text not null, attempt integer not null, step_entered_at bigint not null,
    failures integer not null, is_down integer not null, primary key (project_id, subject))`,
];

const dataTables = [
  `create table imports (
    id text primary key, project_id text not null, file_name text not null, format text not null, split text,
    state text not null, total bigint not null, accepted bigint not null, rejected bigint not null,
    duplicates bigint not null, bytes bigint not null, sha256 text, problem text, tally text not null,
    created_by text not null, created_at bigint not null, touched_at bigint not null, finished_at bigint)`,
  'create index imports_by_project on imports (project_id, created_at)',
  `create table import_faults (
    import_id text not null, line bigint not null, byte_offset bigint not null, field text not null,
    code text not null, reason text not null, primary key (import_id, line, field))`,
  `create table examples (
    project_id text not null, row_key text not null, prompt_key text not null, origin text not null,
    origin_id text not null, line bigint, declared_split text not null, input text not null, label text,
    messages text not null, created_at bigint not null, primary key (project_id, declared_split, row_key))`,
  'create index examples_by_prompt on examples (project_id, prompt_key)',
  `create table capture_intake (
    project_id text not null, exchange_id text not null, at bigint not null, result text not null,
    primary key (project_id, exchange_id))`,
  'create index capture_intake_by_time on capture_intake (project_id, at)',
  `create table readiness_reports (
    id text primary key, project_id text not null, dataset_digest text not null, verdict text not null,
    document text not null, created_at bigint not null)`,
  'create index readiness_reports_by_project on readiness_reports (project_id, created_at)',
  `create table datasets (
    id text primary key, project_id text not null, digest text not null, train_rows bigint not null,
    holdout_rows bigint not null, manifest text not null, frozen_at bigint not null, frozen_by text not null)`,
  'create index datasets_by_project on datasets (project_id, frozen_at)',
  'create unique index datasets_by_digest on datasets (project_id, digest)',
  `create table dataset_rows (
    dataset_id text not null, row_key text not null, split text not null, input text not null, label text,
    messages text not null, primary key (dataset_id, split, row_key))`,
  `create table training_runs (
    id text primary key, project_id text not null, dataset_id text not null, recipe text not null,
    state text not null, progress_share double precision, eta_seconds double precision, artefact_id text,
    document text not null, created_by text not null, created_at bigint not null, started_at bigint,
    finished_at bigint)`,
  'create index training_runs_by_project on training_runs (project_id, created_at)',
  `create table evaluations (
    id text primary key, project_id text not null, dataset_id text not null, artefact_id text, state text not null,
    progress_share double precision, eta_seconds double precision, document text not null, created_at bigint not null,
    started_at bigint, finished_at bigint)`,
  'create index evaluations_by_project on evaluations (project_id, created_at)',
  `create table evaluation_items (
    evaluation_id text not null, row_key text not null, expected text not null, incumbent_answer text,
    candidate_answer text, incumbent_correct integer, candidate_correct integer, problem text,
    primary key (evaluation_id, row_key))`,
];

export const spine: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const blob = db.getExecutor().adapter instanceof SqliteAdapter ? 'blob' : 'bytea';
    for (const text of [...projectTables, ...platformTables(blob), ...trafficTables(blob), ...dataTables]) {
      await sql.raw(text).execute(db);
    }
  },
};
