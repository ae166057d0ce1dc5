// Where the vendors are kept. Reads are cheap enough for the path of every call; a change is seen within a second.
import type { Vendor } from './vendor.js';

export abstract class VendorStore {
  abstract find(name: string): Promise<Vendor | null>;
  /** In the order of their names. */
  abstract list(): Promise<readonly Vendor[]>;
  /** Writes or replaces. `by` is the person who did it. */
  abstract put(vendor: Vendor, by: string): Promise<void>;
  /** False when there was none of that name. */
  abstract remove(name: string): Promise<boolean>;
}
