// What the catalogue says now, of all rows that came with the program or were let in. Of two rows about one fact the one
// that was observed later holds; of the same time, the one that was let in last.
import { type CatalogRow, listedField, type Offer, offerKey } from './catalog-row.js';

export interface PresentOffer {
  readonly offer: Offer;
  /** By field; a fact that was taken back has a row whose value is null. */
  readonly facts: ReadonlyMap<string, CatalogRow>;
}

export type PresentCatalog = ReadonlyMap<string, PresentOffer>;

/** @param rows shipped ones first, then those let in, in the order of that */
export function presentCatalog(rows: Iterable<CatalogRow>): PresentCatalog {
  const offers = new Map<string, { offer: Offer; facts: Map<string, CatalogRow> }>();
  for (const row of rows) {
    const key = offerKey(row);
    const { host, region, model } = row;
    const known = offers.get(key) ?? { offer: { host, region, model }, facts: new Map<string, CatalogRow>() };
    const held = known.facts.get(row.field);
    if (held === undefined || row.observedAt >= held.observedAt) {
      known.facts.set(row.field, row);
    }
    offers.set(key, known);
  }
  return offers;
}

/** Null: not known, or taken back. An offer that is there is listed until a source that listed it no longer does. */
export function heldValue(offer: PresentOffer | undefined, field: string): string | null {
  const row = offer?.facts.get(field);
  return row === undefined ? (field === listedField && offer !== undefined ? 'yes' : null) : row.value;
}
