// The port through which the catalogue learns which rows have been let in. Reading it is a look at memory, since prices are
// asked for on the path of every call; what another process has let in is seen within a few seconds.
import type { CatalogRow } from './catalog-row.js';

export abstract class CatalogRows {
  /** All rows that were ever let in, in the order of that. The same array until something is added. */
  abstract current(): readonly CatalogRow[];
  /** Hears of rows that were added after the call, by this process or another. */
  abstract onChange(hear: () => void): void;
  /** Looks for what others have added, now. */
  abstract refresh(): Promise<void>;
}

/** What came with the program, as rows; overlays of the user are not part of it: a list price is compared with list prices. */
export abstract class ShippedRows {
  abstract all(): readonly CatalogRow[];
}
