// The store's door: typed access to a room's tables, and transactions that several rooms' adapters may write in.
import { Kysely, sql, type Transaction } from 'kysely';
import type { DiskWatch } from './disk-watch.js';

export type Engine = 'sqlite' | 'postgres';

/** One running transaction. Work registered by `afterCommit` runs only when the commit has been made durable. */
export class Within {
  private readonly afterwards: (() => void)[] = [];

  constructor(
    /** The store that the transaction runs in. */
    readonly database: Database,
    private readonly transaction: Transaction<unknown>,
  ) {}

  get engine(): Engine {
    return this.database.engine;
  }

  of<Tables>(): Transaction<Tables> {
    return this.transaction as unknown as Transaction<Tables>;
  }

  afterCommit(work: () => void): void {
    this.afterwards.push(work);
  }

  /** Runs what was registered; called by `Database.transaction` alone. */
  settle(): void {
    for (const work of this.afterwards) {
      work();
    }
  }
}

export class Database {
  constructor(
    readonly engine: Engine,
    private readonly kysely: Kysely<unknown>,
    private readonly disk: DiskWatch,
  ) {}

  /** The tables of a room. Each room types only its own. */
  of<Tables>(): Kysely<Tables> {
    return this.kysely as unknown as Kysely<Tables>;
  }

  /** What to do when the disk has failed under a write of the embedded store. */
  whenDiskFails(handle: (error: Error) => void): void {
    this.disk.whenDiskFails(handle);
  }

  /** All or nothing. Throws what `work` throws, after rolling back. */
  async transaction<Result>(work: (within: Within) => Promise<Result>): Promise<Result> {
    let within: Within | undefined;
    const result = await this.kysely.transaction().execute(async (transaction) => {
      within = new Within(this, transaction);
      return work(within);
    });
    within?.settle();
    return result;
  }

  /** Throws when the store does not answer. */
  async ping(): Promise<void> {
    await sql`select 1`.execute(this.kysely);
  }

  async close(): Promise<void> {
    await this.kysely.destroy();
  }
}
