import type { Vendor } from '../../src/vendors/vendor.js';
import { VendorStore } from '../../src/vendors/vendor-store.js';

/** Vendors in memory. Held to the same contract as the SQL store: src/vendors/vendor-store.sql.spec.ts. */
export class FakeVendorStore extends VendorStore {
  private readonly vendors = new Map<string, Vendor>();

  constructor(vendors: readonly Vendor[] = []) {
    super();
    for (const vendor of vendors) {
      this.vendors.set(vendor.name, vendor);
    }
  }

  find(name: string): Promise<Vendor | null> {
    return Promise.resolve(this.vendors.get(name) ?? null);
  }

  list(): Promise<readonly Vendor[]> {
    return Promise.resolve([...this.vendors.values()].sort((left, right) => (left.name < right.name ? -1 : 1)));
  }

  put(vendor: Vendor): Promise<void> {
    this.vendors.set(vendor.name, vendor);
    return Promise.resolve();
  }

  remove(name: string): Promise<boolean> {
    return Promise.resolve(this.vendors.delete(name));
  }
}
