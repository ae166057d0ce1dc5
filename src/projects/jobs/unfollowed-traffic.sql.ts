import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.sql.js';
import { type UnfollowedQuery, UnfollowedTraffic } from './unfollowed-traffic.js';

/** Calls that can never be rows (failed ones, ones without bodies) may be many. */
const lookedAtMax = 500;

interface Tables {
  readonly projects: { readonly id: string; readonly stage: string };
}

@Injectable()
export class SqlUnfollowedTraffic extends UnfollowedTraffic {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  /** Ids sort by time, so that only calls behind the newest that was seen are looked at, and of those the newest few. */
  async projects({ stages, toldBefore, limit }: UnfollowedQuery): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`
      select projects.id as id
      from projects left join readiness_status on readiness_status.project_id = projects.id
      where projects.stage in (${sql.join([...stages])})
        and (readiness_status.updated_at is null or readiness_status.updated_at <= ${toldBefore})
        and exists (
          select 1 from (
            select route, outcome, path, truncated, request, response from exchanges
            where exchanges.project_id = projects.id and exchanges.id > coalesce(
              (select max(exchange_id) from capture_intake where capture_intake.project_id = projects.id), '')
            order by exchanges.id desc limit ${lookedAtMax}) as recent
          where recent.route = 'incumbent' and recent.outcome = 'ok' and recent.path = '/chat/completions'
            and recent.truncated = 0 and recent.request is not null and recent.response is not null)
      order by coalesce(readiness_status.updated_at, 0), projects.id
      limit ${limit}`.execute(this.database.of<Tables>());
    return rows.map(({ id }) => id);
  }
}
