// The catalogue as it stands at one moment: what shipped, over it what refreshes brought, over both what the operator says.
import type { AppliedRows } from './applied-rows.js';
import type { CatalogDocuments } from './catalog-documents.js';
import { type Lifecycle, lifecycleFrom } from './lifecycle/lifecycle.js';
import type { LifecycleRecord, ToldEnd } from './lifecycle/told-end.js';
import type { CatalogModel, LongPromptPrices } from './model-catalog.js';
import type { ModelIdentity } from './models/model-identity.js';
import { isExpired, type Override } from './overrides/override.js';
import { promptStepsAt, tokenPricesAt } from './prices/price-book.js';
import type { PriceRow, PriceTier } from './prices/price-row.js';

export interface CatalogLayers {
  readonly documents: CatalogDocuments;
  readonly applied: AppliedRows;
  readonly overrides: readonly Override[];
}

export interface PresentCatalog {
  readonly models: readonly CatalogModel[];
  /** By id: the same models where the vendor tuned them. */
  readonly tuned: ReadonlyMap<string, CatalogModel>;
  readonly rows: ReadonlyMap<string, readonly PriceRow[]>;
  readonly lifecycles: ReadonlyMap<string, Lifecycle>;
}

const usualTimeZone = 'UTC';

function identitiesOf({ documents, applied }: CatalogLayers, overrides: readonly Override[]): readonly ModelIdentity[] {
  const own = overrides.flatMap(({ change }) => (change.kind === 'model' ? [change.model] : []));
  const ownIds = new Set(own.map(({ id }) => id));
  const limited = documents.models
    .filter(({ id }) => !ownIds.has(id))
    .map((model) => {
      const limits = applied.limits.filter((one) => one.model === model.id);
      const oldestFirst = limits.sort((one, other) => one.observedAt - other.observedAt);
      return { ...model, ...Object.fromEntries(oldestFirst.map(({ limit, tokens }) => [limit, tokens])) };
    });
  return [...limited, ...own];
}

function rowsByModel({ documents, applied }: CatalogLayers, overrides: readonly Override[]) {
  const own = overrides.flatMap(({ change }) => (change.kind === 'price' ? change.rows : []));
  const rows = new Map<string, PriceRow[]>();
  for (const row of [...documents.prices, ...applied.prices, ...own]) {
    const known = rows.get(row.model);
    if (known === undefined) {
      rows.set(row.model, [row]);
    } else {
      known.push(row);
    }
  }
  return rows;
}

const nothingTold = (model: string): LifecycleRecord => ({
  model,
  announcedOn: null,
  deprecatedOn: null,
  behaviour: null,
  replacements: [],
  told: [],
});

function lifecyclesOf(layers: CatalogLayers, overrides: readonly Override[], models: readonly ModelIdentity[]) {
  const records = new Map(layers.documents.lifecycle.records.map((record) => [record.model, record]));
  const own = overrides.flatMap(({ change }) => (change.kind === 'end' ? [change] : []));
  const later = new Map<string, ToldEnd[]>();
  for (const { model, end } of [...layers.applied.ends, ...own]) {
    later.set(model, [...(later.get(model) ?? []), end]);
  }
  const zones = new Map(layers.documents.developers.map(({ name, timeZone }) => [name, timeZone]));
  const lifecycles = new Map<string, Lifecycle>();
  for (const { id, developer } of models) {
    const more = later.get(id) ?? [];
    const record = records.get(id) ?? (more.length > 0 ? nothingTold(id) : null);
    if (record !== null) {
      const whole = { ...record, told: [...record.told, ...more] };
      lifecycles.set(id, lifecycleFrom(whole, zones.get(developer) ?? usualTimeZone));
    }
  }
  return lifecycles;
}

function priced(model: ModelIdentity, rows: readonly PriceRow[], { tier, now }: { tier: PriceTier; now: number }) {
  if (model.host === null) {
    return { prices: null, longPromptPrices: null };
  }
  // What is known is all that is in memory.
  const asked = { model: model.id, host: model.host, tier, at: now, knownAt: Number.POSITIVE_INFINITY };
  const above = promptStepsAt(rows, asked)[0] ?? null;
  const long = above === null ? null : tokenPricesAt(rows, { ...asked, promptTokens: above + 1 });
  const longPromptPrices: LongPromptPrices | null =
    above === null || long === null ? null : { ...long, abovePromptTokens: above };
  return { prices: tokenPricesAt(rows, { ...asked, promptTokens: 0 }), longPromptPrices };
}

/** Pure; overrides that have run out are left out. */
export function presentCatalog(layers: CatalogLayers, now: number): PresentCatalog {
  const overrides = layers.overrides.filter((one) => !isExpired(one, now));
  const identities = identitiesOf(layers, overrides);
  const rows = rowsByModel(layers, overrides);
  const lifecycles = lifecyclesOf(layers, overrides, identities);
  const inTier = (model: ModelIdentity, tier: PriceTier): CatalogModel => ({
    ...model,
    ...priced(model, rows.get(model.id) ?? [], { tier, now }),
    shutdownOn: lifecycles.get(model.id)?.shutdownOn ?? null,
  });
  return {
    models: identities.map((model) => inTier(model, 'standard')),
    tuned: new Map(identities.map((model) => [model.id, inTier(model, 'tuned')])),
    rows,
    lifecycles,
  };
}
