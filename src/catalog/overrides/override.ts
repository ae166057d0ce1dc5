// What the operator knows better than any list: the price of the own contract, a private model, a curve that was measured
// here, a date that was agreed. It rules over everything that shipped or was refreshed, for as long as it says; it has to
// say why, and until when. What has run out rules no more and is reported until somebody takes it away.
import type { LoadCurve } from '../compute/load-curve.js';
import type { ToldEnd } from '../lifecycle/told-end.js';
import type { ModelIdentity } from '../models/model-identity.js';
import type { PriceRow } from '../prices/price-row.js';
import { startOfUtcDay } from '../utc-day.js';

export type OverrideChange =
  | { readonly kind: 'price'; readonly rows: readonly PriceRow[] }
  | { readonly kind: 'model'; readonly model: ModelIdentity }
  | { readonly kind: 'end'; readonly model: string; readonly end: ToldEnd }
  | { readonly kind: 'curve'; readonly curve: LoadCurve };

export interface Override {
  /** File and place in it. */
  readonly place: string;
  readonly because: string;
  /** ISO day; exclusive. */
  readonly until: string;
  readonly change: OverrideChange;
}

/** Of which model it speaks. */
export function overriddenModel({ change }: Override): string {
  switch (change.kind) {
    case 'price':
      return change.rows[0]?.model ?? '';
    case 'model':
      return change.model.id;
    case 'end':
      return change.model;
    case 'curve':
      return change.curve.model;
  }
}

export function isExpired({ until }: Override, now: number): boolean {
  return now >= startOfUtcDay(until);
}

/** Overrides of models that neither shipped nor are added by an override: a sentence for each. */
export function unknownModels(shipped: { readonly models: readonly ModelIdentity[] }, overrides: readonly Override[]) {
  const added = overrides.flatMap(({ change }) => (change.kind === 'model' ? [change.model.id] : []));
  const known = new Set([...shipped.models.map(({ id }) => id), ...added]);
  return overrides
    .filter((one) => overriddenModel(one) !== '' && !known.has(overriddenModel(one)))
    .map((one) => `${one.place}: names ${overriddenModel(one)}, which is no id of a model`);
}
