import { type CatalogRow, sourceRanks } from '../../src/catalog/refresh/catalog-row.js';
import type { Reading, ToldOffer } from '../../src/catalog/refresh/reading.js';

const at = Date.parse('2026-11-20T00:00:00Z');

export const inputPrice = 'price/standard/input';
export const outputPrice = 'price/standard/output';
export const cachedPrice = 'price/standard/cachedInput';

/** One model at one host, as a source tells it. */
export function aToldOffer(model: string, values: Readonly<Record<string, string>>, host = 'acme'): ToldOffer {
  return { host, region: null, model, values: { listed: 'yes', ...values } };
}

/** What LiteLLM's file says, unless told otherwise. */
export function aReading(offers: readonly ToldOffer[], more: Partial<Reading> = {}): Reading {
  const { collector: rank } = sourceRanks;
  return { kind: 'litellm', source: 'litellm', rank, observedAt: at, digest: 'sha256:0', offers, ...more };
}

/** A fact that is held since before the readings. */
export function aCatalogRow(more: Partial<CatalogRow> & Pick<CatalogRow, 'field' | 'value'>): CatalogRow {
  const time = at - 86_400_000;
  return {
    host: 'acme',
    region: null,
    model: 'one',
    validFrom: time,
    observedAt: time,
    source: 'litellm',
    rank: sourceRanks.collector,
    refreshId: null,
    appliedBy: null,
    reason: null,
    ...more,
  };
}

/** Rows that hold what an offer tells. */
export function rowsOfOffer({ values, ...offer }: ToldOffer, more: Partial<CatalogRow> = {}): CatalogRow[] {
  return Object.entries(values).map(([field, value]) => aCatalogRow({ ...offer, field, value, ...more }));
}
