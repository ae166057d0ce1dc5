// The catalogue as it stands, made once for each time that something was let in.
import { Inject, Injectable } from '@nestjs/common';
import type { CatalogRow } from './catalog-row.js';
import { CatalogRows, ShippedRows } from './catalog-rows.js';
import { type PresentCatalog, presentCatalog } from './present-catalog.js';

@Injectable()
export class PresentFacts {
  private made: { readonly of: readonly CatalogRow[]; readonly present: PresentCatalog } | null = null;

  constructor(
    @Inject(ShippedRows) private readonly shipped: ShippedRows,
    @Inject(CatalogRows) private readonly rows: CatalogRows,
  ) {}

  /** What came with the program and what was let in; looks for what others have let in first. */
  async latest(): Promise<PresentCatalog> {
    await this.rows.refresh();
    const of = this.rows.current();
    if (this.made?.of !== of) {
      this.made = { of, present: presentCatalog([...this.shipped.all(), ...of]) };
    }
    return this.made.present;
  }
}
