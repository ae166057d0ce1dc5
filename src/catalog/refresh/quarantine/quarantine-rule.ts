// What a rule of the quarantine is: one question about a change, asked before it may count. A finding holds the change until
// somebody who did not bring it lets it in with a reason.
import { type PriceComponent, type PriceTier, priceNameOf } from '../catalog-row.js';
import type { Change, ChangedField } from '../diff-catalog.js';
import type { Reading } from '../reading.js';

/** What a change is judged in the light of. */
export interface QuarantineScene {
  readonly reading: Reading;
  /** The offer as it would stand afterwards, by field; null: not known. */
  readonly after: ReadonlyMap<string, string | null>;
  /** Calls named this model within the last 30 days. */
  readonly isInUse: boolean;
  /** What the last readings of other sources say of the field. */
  toldElsewhere(field: string): readonly string[];
}

export interface QuarantineRule {
  readonly name: string;
  readonly question: string;
  readonly why: string;
  readonly source: string;
  /** Whole sentences with the numbers; empty: nothing found. */
  find(change: Change, scene: QuarantineScene): readonly string[];
}

/** Prices that change, with their names. */
export function changedPrices({ fields }: Change) {
  return fields.flatMap((one) => {
    const name = priceNameOf(one.field);
    return name === null ? [] : [{ ...one, name }];
  });
}

/** Runs `judge` on each price that moves between two known values. */
export function movedPrices(change: Change): readonly (ChangedField & { before: string; after: string })[] {
  return changedPrices(change).filter(
    (one): one is typeof one & { before: string; after: string } => one.before !== null && one.after !== null,
  );
}

/** The two prices side by side wherever the change touches one of them and both are known afterwards. */
export function touchedPairs(
  { change, scene }: { change: Change; scene: QuarantineScene },
  { left, right }: Record<'left' | 'right', { component?: PriceComponent; tier?: PriceTier }>,
): readonly { readonly field: string; readonly left: string; readonly right: string }[] {
  const changed = new Set(change.fields.map(({ field }) => field));
  return [...scene.after].flatMap(([field, value]) => {
    const name = priceNameOf(field);
    const isLeft =
      name !== null && (left.component ?? name.component) === name.component && (left.tier ?? name.tier) === name.tier;
    if (!isLeft || value === null) {
      return [];
    }
    const component = right.component ?? name.component;
    const tier = right.tier ?? name.tier;
    const partner = field.replace(`price/${name.tier}/${name.component}`, `price/${tier}/${component}`);
    const other = scene.after.get(partner) ?? null;
    return other === null || !(changed.has(field) || changed.has(partner))
      ? []
      : [{ field, left: value, right: other }];
  });
}
