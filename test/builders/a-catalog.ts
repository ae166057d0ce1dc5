import { readFileSync } from 'node:fs';
import type { ToldEnd } from '../../src/catalog/lifecycle/told-end.js';
import { loadCatalogDocuments } from '../../src/catalog/load-catalog.client.js';
import type { Override } from '../../src/catalog/overrides/override.js';
import type { PriceRow } from '../../src/catalog/prices/price-row.js';
import type { CatalogRow } from '../../src/catalog/refresh/catalog-row.js';
import { StandingModelCatalog } from '../../src/catalog/standing-model-catalog.js';
import { FakeClock } from '../fakes/clock.fake.js';

export function aPriceRow(changes: Partial<PriceRow> = {}): PriceRow {
  return {
    model: 'm',
    host: 'openai',
    region: null,
    tier: 'standard',
    component: 'input',
    usdPerMillionTokens: '2',
    abovePromptTokens: null,
    validFrom: '2026-01-01',
    validUntil: null,
    observedAt: Date.parse('2026-01-01T00:00:00Z'),
    source: 'a price page',
    url: null,
    freeBecause: null,
    isOverride: false,
    ...changes,
  };
}

export function aToldEnd(changes: Partial<ToldEnd> = {}): ToldEnd {
  return {
    by: 'provider-page',
    source: 'a deprecations page',
    url: null,
    accessedOn: '2026-11-01',
    shutdownOn: '2027-01-14',
    earliestShutdownOn: null,
    saidBefore: [],
    says: null,
    ...changes,
  };
}

/** The catalogue that ships, on a clock of one's own, with overrides and with rows that refreshes brought. */
export function aCatalog({
  now = Date.parse('2026-11-25T12:00:00Z'),
  overrides = [],
  rows = [],
}: {
  now?: number;
  overrides?: readonly Override[];
  rows?: readonly CatalogRow[];
} = {}) {
  const clock = new FakeClock(now);
  const brought = { current: () => rows };
  return new StandingModelCatalog({ documents: loadCatalogDocuments(), overrides, rows: brought, clock });
}

/** The rows of a CSV file that has no quoted fields. */
export function csvRows(path: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = head.trim().split(',');
  return lines.map((line) => {
    const fields = line.trim().split(',');
    return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']));
  });
}
