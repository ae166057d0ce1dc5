// Walks over the whole history in one unmoving view of the store, so that it can run beside the service.
import { type Kysely, sql } from 'kysely';
import type { Database, Within } from '../platform/database/database.sql.js';
import { type HistoryRow, historyFromRow } from '../projects/project-rows.js';
import type { AuditRecord } from './audit-record.js';

interface Tables {
  projects: { id: string; version: number; head_hash: string; stage: string };
  project_history: HistoryRow;
}

const projectsPerQuery = 500;
const entriesPerQuery = 1000;

type Visit = (record: AuditRecord) => void | Promise<void>;

function tablesOf(within: Within): Kysely<Tables> {
  return within.of<Tables>() as Kysely<Tables>;
}

function recordOf(row: HistoryRow): AuditRecord {
  try {
    const columns = { actor: row.actor, name: row.name, epoch: Number(row.feed_epoch) };
    return { kind: 'entry', entry: historyFromRow(row), columns };
  } catch {
    return {
      kind: 'gap',
      projectId: row.project_id,
      version: Number(row.version),
      reason: 'its content cannot be read',
    };
  }
}

async function walkEntries(within: Within, projectId: string, visit: Visit): Promise<void> {
  let after = Number.NEGATIVE_INFINITY;
  for (;;) {
    let select = tablesOf(within).selectFrom('project_history').selectAll().where('project_id', '=', projectId);
    if (Number.isFinite(after)) {
      select = select.where('version', '>', after);
    }
    const rows = await select.orderBy('version').limit(entriesPerQuery).execute();
    for (const row of rows) {
      await visit(recordOf(row));
    }
    if (rows.length < entriesPerQuery) {
      return;
    }
    after = Number(rows[rows.length - 1]?.version);
  }
}

async function walkProjects(within: Within, visit: Visit): Promise<void> {
  let after = '';
  for (;;) {
    const heads = await tablesOf(within)
      .selectFrom('projects')
      .select(['id', 'version', 'head_hash', 'stage'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(projectsPerQuery)
      .execute();
    for (const { id, version, head_hash: headHash, stage } of heads) {
      await walkEntries(within, id, visit);
      await visit({ kind: 'head', projectId: id, version: Number(version), headHash, stage });
    }
    if (heads.length < projectsPerQuery) {
      return;
    }
    after = heads[heads.length - 1]?.id ?? '';
  }
}

/** Visits every entry, project by project, each followed by its head; then what belongs to no project. */
export function walkHistory(database: Database, visit: Visit): Promise<void> {
  return database.transaction(async (within) => {
    if (within.engine === 'postgres') {
      await sql`set transaction isolation level repeatable read read only`.execute(within.of<Tables>());
    }
    await walkProjects(within, visit);
    const lost = await tablesOf(within)
      .selectFrom('project_history')
      .select('project_id')
      .distinct()
      .where('project_id', 'not in', (all) => all.selectFrom('projects').select('id'))
      .execute();
    for (const { project_id: projectId } of lost) {
      await walkEntries(within, projectId, visit);
    }
  });
}
