import { Inject, Injectable } from '@nestjs/common';
import { type Kysely, sql } from 'kysely';
import { Database, type Within } from '../platform/database/database.sql.js';
import { standingFromRow } from '../projects/project-rows.js';
import { withStanding } from '../projects/standing/project-standing.js';
import { type BoardQuery, type BoardScope, type BoardSnapshot, BoardStore } from './board-store.js';
import { endEpoch } from './feed-store.sql.js';

interface Tables {
  projects: {
    id: string;
    version: number;
    stage: string;
    owner: string;
    status_body: string;
    standing: string | null;
    standing_revision: number;
  };
  standing_changes: { id: number; changes: number };
  project_history: { feed_epoch: number };
}

function tablesOf(where: Database | Within): Kysely<Tables> {
  return where.of<Tables>() as Kysely<Tables>;
}

@Injectable()
export class SqlBoardStore extends BoardStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  revision(scope: BoardScope): Promise<string> {
    return this.revisionIn(this.database, scope);
  }

  snapshot(query: BoardQuery): Promise<BoardSnapshot> {
    return this.database.transaction(async (within) => {
      if (within.engine === 'postgres') {
        await sql`set transaction isolation level repeatable read read only`.execute(within.of<Tables>());
      }
      const end = await endEpoch(within);
      const revision = await this.revisionIn(within, query);
      return { revision, endEpoch: end, rows: await this.rows(within, query) };
    });
  }

  /** Every change raises the version of one project by one, so the sum of versions counts the changes of a few. */
  private async revisionIn(where: Database | Within, { projects }: BoardScope): Promise<string> {
    if (projects === 'all') {
      return this.revisionOfAll(where);
    }
    const row = await tablesOf(where)
      .selectFrom('projects')
      .select((select) => select.fn.sum<number>('version').as('sum'))
      .select((select) => select.fn.sum<number>('standing_revision').as('standing'))
      .where('id', 'in', projects.length === 0 ? [''] : [...projects])
      .executeTakeFirst();
    return `${row?.sum ?? 0}-${row?.standing ?? 0}`;
  }

  /**
   * Of all projects, by the feed's index alone. The embedded store numbers its commits. On PostgreSQL it is the newest
   * settled number and the count of what is visible beyond it: while the first stays, the second only grows.
   */
  private async revisionOfAll(where: Database | Within): Promise<string> {
    const steps = await this.stepsOfAll(where);
    const row = await tablesOf(where).selectFrom('standing_changes').select('changes').executeTakeFirst();
    return `${steps}-${row?.changes ?? 0}`;
  }

  private async stepsOfAll(where: Database | Within): Promise<string> {
    const end = await endEpoch(where);
    if (where.engine === 'sqlite') {
      return String(end);
    }
    const beyond = await tablesOf(where)
      .selectFrom('project_history')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('feed_epoch', '>=', end)
      .executeTakeFirst();
    return `${end}.${beyond?.count ?? 0}`;
  }

  private async rows(within: Within, { projects, stage, owner, afterId, limit }: BoardQuery) {
    let select = tablesOf(within).selectFrom('projects').select(['id', 'status_body', 'standing']);
    if (projects !== 'all') {
      select = select.where('id', 'in', projects.length === 0 ? [''] : [...projects]);
    }
    if (stage !== null) {
      select = select.where('stage', '=', stage);
    }
    if (owner !== null) {
      select = select.where('owner', '=', owner);
    }
    if (afterId !== null) {
      select = select.where('id', '>', afterId);
    }
    const rows = await select.orderBy('id').limit(limit).execute();
    return rows.map((row) => ({ id: row.id, body: withStanding(row.status_body, standingFromRow(row)) }));
  }
}
