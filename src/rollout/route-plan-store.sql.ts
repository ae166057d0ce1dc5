// Plans in the table `route_plans`, served from memory. A commit in this process is seen at once; on PostgreSQL, where
// other processes write too, the changed ones are fetched four times a second.
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Database, type Within } from '../platform/database/database.sql.js';
import { Log } from '../platform/telemetry/log.client.js';
import { PlanCache } from './plan-cache.js';
import type { RoutePlan } from './route-plan.js';
import { RoutePlanStore } from './route-plan-store.js';
import type { RoutePlanTables } from './route-plan-tables.js';

const refreshEveryMs = 250;
/** How far back each refresh looks: covers clocks that differ and transactions that commit late. */
const overlapMs = 60_000;
/** Every so many refreshes all revisions are compared, whatever the clocks say. */
const refreshesPerComparison = 40;
const projectsPerQueryMax = 500;

/** Who holds plans of which store in this process: a commit reaches the caches of its own store and of no other. */
const cachesOfDatabase = new WeakMap<Database, Set<PlanCache>>();

function cachesOf(database: Database): Set<PlanCache> {
  const caches = cachesOfDatabase.get(database) ?? new Set<PlanCache>();
  cachesOfDatabase.set(database, caches);
  return caches;
}

/**
 * Saves the plan with the step that made it. An older revision never overwrites a newer one. Once the commit is durable
 * this process routes by it; a rolled-back transaction changes nothing.
 */
export async function writeRoutePlan(within: Within, plan: RoutePlan): Promise<void> {
  const row = {
    revision: plan.revision,
    attempt: plan.attempt,
    mode: plan.mode,
    weight_percent: plan.weightPercent,
    document: JSON.stringify(plan),
    step_entered_at: plan.stepEnteredAt,
    updated_at: plan.updatedAt,
  };
  await within
    .of<RoutePlanTables>()
    .insertInto('route_plans')
    .values({ project_id: plan.projectId, ...row })
    .onConflict((conflict) =>
      conflict.column('project_id').doUpdateSet(row).where('route_plans.revision', '<', plan.revision),
    )
    .execute();
  within.afterCommit(() => {
    for (const cache of cachesOf(within.database)) {
      cache.offer(plan);
    }
  });
}

function planOf(row: { readonly document: string }): RoutePlan {
  return JSON.parse(row.document) as RoutePlan;
}

@Injectable()
export class SqlRoutePlanStore extends RoutePlanStore implements OnModuleInit, OnApplicationShutdown {
  private readonly cache = new PlanCache();
  private timer: NodeJS.Timeout | null = null;
  private newestSeenMs = 0;
  private refreshes = 0;
  private refreshing: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {
    super();
    cachesOf(database).add(this.cache);
  }

  onModuleInit(): void {
    if (this.database.engine === 'postgres') {
      this.timer = setInterval(() => void this.refreshQuietly(), refreshEveryMs).unref();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
    await this.refreshing;
    cachesOf(this.database).delete(this.cache);
  }

  async find(projectId: string): Promise<RoutePlan | null> {
    return this.cache.get(projectId) ?? this.read(projectId);
  }

  async exposed(): Promise<RoutePlan[]> {
    const rows = await this.plans().select('document').where('mode', '<>', 'incumbent').execute();
    return rows.map((row) => this.cache.offer(planOf(row))).filter((plan) => plan.mode !== 'incumbent');
  }

  onChange(listener: (plan: RoutePlan) => void): () => void {
    return this.cache.onChange(listener);
  }

  /** Fetches what other processes have written. Throws when the store does not answer. */
  async refresh(): Promise<void> {
    this.refreshes += 1;
    const since = this.newestSeenMs - overlapMs;
    const rows = await this.plans().select(['document', 'updated_at']).where('updated_at', '>=', since).execute();
    for (const row of rows) {
      this.newestSeenMs = Math.max(this.newestSeenMs, row.updated_at);
      this.cache.offer(planOf(row));
    }
    if (this.refreshes % refreshesPerComparison === 0) {
      await this.compareRevisions();
    }
  }

  private async compareRevisions(): Promise<void> {
    const held = this.cache.revisions();
    const rows = await this.plans().select(['project_id', 'revision']).execute();
    const behind = rows.filter((row) => row.revision > (held.get(row.project_id) ?? Number.POSITIVE_INFINITY));
    for (let start = 0; start < behind.length; start += projectsPerQueryMax) {
      const ids = behind.slice(start, start + projectsPerQueryMax).map((row) => row.project_id);
      const newer = await this.plans().select('document').where('project_id', 'in', ids).execute();
      for (const row of newer) {
        this.cache.offer(planOf(row));
      }
    }
  }

  /** One refresh at a time: a slow store must not collect a queue of them. */
  private async refreshQuietly(): Promise<void> {
    if (this.refreshing !== null) {
      return;
    }
    this.refreshing = this.refresh().catch((error: unknown) => {
      this.log.warn({ err: error }, 'route plans could not be refreshed; the last known ones hold');
    });
    await this.refreshing;
    this.refreshing = null;
  }

  private async read(projectId: string): Promise<RoutePlan | null> {
    const row = await this.plans().select('document').where('project_id', '=', projectId).executeTakeFirst();
    return row === undefined ? null : this.cache.offer(planOf(row));
  }

  private plans() {
    return this.database.of<RoutePlanTables>().selectFrom('route_plans');
  }
}
