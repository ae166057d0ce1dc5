import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import { Log } from '../../platform/telemetry/log.client.js';
import type { CatalogRow } from './catalog-row.js';
import { CatalogRows } from './catalog-rows.js';
import { catalogRowOf, type RefreshTables } from './refresh-tables.js';

/** How long other processes may not know of a row. The embedded store has one process, which tells itself. */
const lookEveryMs = 5000;
/** Clocks of processes differ, and a transaction may be written later than its time. */
const overlapMs = 60_000;

type StoredRow = RefreshTables['catalog_rows'];

@Injectable()
export class SqlCatalogRows extends CatalogRows implements OnModuleInit, OnApplicationShutdown {
  private readonly known = new Map<string, StoredRow>();
  private readonly hearers: (() => void)[] = [];
  private rows: readonly CatalogRow[] = [];
  private newestAt = 0;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly log: Log,
  ) {
    super();
  }

  async onModuleInit(): Promise<void> {
    await this.refresh();
    if (this.database.engine === 'postgres') {
      const failed = (error: unknown) => this.log.warn({ err: error }, 'rows of the catalogue could not be read');
      this.timer = setInterval(() => void this.refresh().catch(failed), lookEveryMs).unref();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
    await this.looking.catch(() => undefined);
  }

  current(): readonly CatalogRow[] {
    return this.rows;
  }

  onChange(hear: () => void): void {
    this.hearers.push(hear);
  }

  refresh(): Promise<void> {
    this.looking = this.looking.catch(() => undefined).then(() => this.look());
    return this.looking;
  }

  private async look(): Promise<void> {
    const found = await this.database
      .of<RefreshTables>()
      .selectFrom('catalog_rows')
      .selectAll()
      .where('applied_at', '>=', this.newestAt - overlapMs)
      .execute();
    const before = this.known.size;
    for (const row of found) {
      this.known.set(`${row.refresh_id} ${row.number} ${row.field}`, row);
      this.newestAt = Math.max(this.newestAt, row.applied_at);
    }
    if (this.known.size > before) {
      const inOrder = [...this.known.values()].sort(
        (left, right) =>
          left.applied_at - right.applied_at ||
          left.observed_at - right.observed_at ||
          Number(left.number) - Number(right.number),
      );
      this.rows = inOrder.map(catalogRowOf);
      for (const hear of this.hearers) {
        hear();
      }
    }
  }
}
