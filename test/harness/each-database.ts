// Runs the same contract on both engines: what holds for the embedded file must hold for PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allMigrations } from '../../src/migrations/all-migrations.sql.js';
import type { Database } from '../../src/platform/database/database.sql.js';
import { type DatabaseLocation, migrate, openDatabase } from '../../src/platform/database/open-database.sql.js';
import { createTestDatabase } from './postgres.js';

interface Place {
  readonly location: DatabaseLocation;
  readonly remove: () => Promise<void> | void;
}

export interface Stores {
  /** A new, empty, migrated store. It is closed and removed after the last test of the contract. */
  open(): Promise<Database>;
  /** Closes the store and opens the same data again, as a restart does. */
  reopen(database: Database): Promise<Database>;
}

function makeFile(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'openward-test-sqlite-'));
  return {
    location: { url: null, file: join(folder, 'openward.sqlite'), connectionsMax: 1 },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function makePostgres(): Promise<Place> {
  const made = await createTestDatabase();
  return { location: { url: made.url, file: '', connectionsMax: 4 }, remove: () => made.drop() };
}

class OpenedStores implements Stores {
  private readonly places = new Map<Database, Place>();

  constructor(private readonly makePlace: () => Place | Promise<Place>) {}

  async open(): Promise<Database> {
    return this.openAt(await this.makePlace());
  }

  async reopen(database: Database): Promise<Database> {
    const place = this.places.get(database);
    if (place === undefined) {
      throw new Error('this store was not opened here, or it was reopened already');
    }
    await database.close();
    this.places.delete(database);
    return this.openAt(place);
  }

  async removeAll(): Promise<void> {
    for (const [database, place] of this.places) {
      await database.close();
      await place.remove();
    }
    this.places.clear();
  }

  private async openAt(place: Place): Promise<Database> {
    const database = openDatabase(place.location);
    this.places.set(database, place);
    await migrate(database, allMigrations);
    return database;
  }
}

const engines: Readonly<Record<string, () => Place | Promise<Place>>> = {
  'the embedded file': makeFile,
  PostgreSQL: makePostgres,
};

/** Describes the contract once for each engine. `stores.open()` gives each test, or each file, a store of its own. */
export function describeOnEachDatabase(name: string, contract: (stores: Stores) => void): void {
  for (const [engine, makePlace] of Object.entries(engines)) {
    describe(`${name}, on ${engine}`, () => {
      const stores = new OpenedStores(makePlace);
      afterAll(() => stores.removeAll());
      contract(stores);
    });
  }
}
