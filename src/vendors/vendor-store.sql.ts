import { Inject, Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import { Clock } from '../kernel/clock.js';
import { Database } from '../platform/database/database.sql.js';
import type { Vendor, VendorModel } from './vendor.js';
import { VendorStore } from './vendor-store.js';
import type { VendorTables } from './vendor-tables.js';

/** How old a cached vendor may be: what another process has changed is seen after this long. */
const freshMs = 1000;
const cachedMax = 1000;

function toVendor(row: Selectable<VendorTables['vendors']>): Vendor {
  return {
    name: row.name,
    baseUrl: row.base_url,
    dialect: 'openai',
    apiKeyRef: row.api_key_ref,
    models: JSON.parse(row.models) as VendorModel[],
  };
}

@Injectable()
export class SqlVendorStore extends VendorStore {
  private readonly cached = new Map<string, { vendor: Vendor | null; freshUntil: number }>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  async find(name: string): Promise<Vendor | null> {
    const now = this.clock.now();
    const known = this.cached.get(name);
    if (known !== undefined && known.freshUntil > now) {
      return known.vendor;
    }
    const row = await this.tables().selectFrom('vendors').selectAll().where('name', '=', name).executeTakeFirst();
    const vendor = row === undefined ? null : toVendor(row);
    if (this.cached.size >= cachedMax) {
      this.cached.clear();
    }
    this.cached.set(name, { vendor, freshUntil: now + freshMs });
    return vendor;
  }

  async list(): Promise<readonly Vendor[]> {
    const rows = await this.tables().selectFrom('vendors').selectAll().execute();
    // Sorted here: the engines order text by different rules.
    return rows.map(toVendor).sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  async put(vendor: Vendor, by: string): Promise<void> {
    const values = {
      base_url: vendor.baseUrl,
      dialect: vendor.dialect,
      api_key_ref: vendor.apiKeyRef,
      models: JSON.stringify(vendor.models),
      updated_at: this.clock.now(),
      updated_by: by,
    };
    await this.tables()
      .insertInto('vendors')
      .values({ name: vendor.name, ...values })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
      .execute();
    this.cached.delete(vendor.name);
  }

  async remove(name: string): Promise<boolean> {
    const removed = await this.tables().deleteFrom('vendors').where('name', '=', name).executeTakeFirst();
    this.cached.delete(name);
    return removed.numDeletedRows > 0n;
  }

  private tables() {
    return this.database.of<VendorTables>();
  }
}
