// Where sources differ about a model that the catalogue knows: what it holds, and what every source that says otherwise says.
import { listedField, type Offer, offerKey } from './catalog-row.js';
import { heldValue, type PresentCatalog } from './present-catalog.js';
import type { Reading } from './reading.js';

export interface SourceConflict {
  readonly offer: Offer;
  readonly field: string;
  readonly held: string;
  readonly heldSource: string;
  readonly told: readonly { readonly source: string; readonly value: string; readonly observedAt: number }[];
}

/** @param name only models of this name, in any case; null for all */
export function listConflicts(
  present: PresentCatalog,
  readings: readonly Reading[],
  name: string | null,
): readonly SourceConflict[] {
  const conflicts = new Map<string, SourceConflict>();
  const wanted = name?.toLowerCase() ?? null;
  for (const { source, observedAt, offers } of readings) {
    for (const told of offers.filter((one) => wanted === null || one.model.toLowerCase() === wanted)) {
      const held = present.get(offerKey(told));
      for (const [field, value] of Object.entries(held === undefined ? {} : told.values)) {
        const row = held?.facts.get(field);
        const present = heldValue(held, field);
        if (row === undefined || present === null || present === value || field === listedField) {
          continue;
        }
        const key = `${offerKey(told)} ${field}`;
        const known = conflicts.get(key)?.told ?? [];
        const { host, region, model } = row;
        conflicts.set(key, {
          offer: { host, region, model },
          field,
          held: present,
          heldSource: row.source,
          told: [...known, { source, value, observedAt }],
        });
      }
    }
  }
  return [...conflicts.values()];
}
