// What comes with the program, as rows: the prices of each host, and the limits and ends of each model at the host whose list
// prices are its own. Other names of a model are offers of their own there, since sources price and date each name.
import type { CatalogDocuments } from '../catalog-documents.js';
import { lifecycleFrom } from '../lifecycle/lifecycle.js';
import type { EndTeller, LifecycleRecord } from '../lifecycle/told-end.js';
import type { ModelIdentity } from '../models/model-identity.js';
import type { PriceRow } from '../prices/price-row.js';
import { startOfUtcDay } from '../utc-day.js';
import {
  type CatalogRow,
  contextField,
  listedField,
  outputLimitField,
  type PriceTier,
  priceField,
  priceTiers,
  shutdownField,
  sourceRanks,
} from './catalog-row.js';
import { ShippedRows } from './catalog-rows.js';
import { plainPrice } from './readers/decimal-text.js';
import { hostName } from './readers/host-names.js';

export type ShippedDocuments = Pick<CatalogDocuments, 'models' | 'prices' | 'lifecycle'>;

type Fact = Pick<CatalogRow, 'field' | 'value' | 'validFrom' | 'observedAt' | 'source' | 'rank'>;

const rankOfTeller: Readonly<Record<EndTeller, number>> = {
  contract: sourceRanks.providerApi,
  'provider-api': sourceRanks.providerApi,
  'provider-page': sourceRanks.providerPage,
  registry: sourceRanks.registry,
  'price-file': sourceRanks.collector,
};

/** Prices of models that a vendor tuned are left out: no source that can be read here tells them. */
const isPublicTier = (tier: PriceRow['tier']): tier is PriceTier => priceTiers.some((one) => one === tier);

/** A price that was copied from a collection is believed no more than the collection. */
const collections = /litellm|models\.dev|genai-prices/i;

function rankOfPrice(source: string): number {
  return collections.test(source) ? sourceRanks.collector : sourceRanks.providerPage;
}

function priceFact({ tier, component, abovePromptTokens, ...row }: PriceRow): Fact[] {
  const value = row.usdPerMillionTokens === null ? null : plainPrice(row.usdPerMillionTokens);
  const { observedAt, source } = row;
  const validFrom = startOfUtcDay(row.validFrom);
  return isPublicTier(tier)
    ? [
        {
          field: priceField({ tier, component, abovePromptTokens }),
          value,
          validFrom,
          observedAt,
          source,
          rank: rankOfPrice(source),
        },
      ]
    : [];
}

function limitFacts({ contextTokens, outputTokensMax, observedOn, source }: ModelIdentity): Fact[] {
  const at = startOfUtcDay(observedOn);
  const told: readonly (readonly [string, string | null])[] = [
    [listedField, 'yes'],
    [contextField, contextTokens === null ? null : String(contextTokens)],
    [outputLimitField, outputTokensMax === null ? null : String(outputTokensMax)],
  ];
  const common = { validFrom: at, observedAt: at, source, rank: sourceRanks.providerPage };
  return told.flatMap(([field, value]) => (value === null ? [] : [{ field, value, ...common }]));
}

function endFacts(record: LifecycleRecord | undefined): Fact[] {
  const ruling = record === undefined ? null : lifecycleFrom(record, 'UTC').ruling;
  if (ruling === null || ruling.shutdownOn === null) {
    return [];
  }
  const at = startOfUtcDay(ruling.accessedOn);
  const { shutdownOn: value, source, by } = ruling;
  return [{ field: shutdownField, value, validFrom: at, observedAt: at, source, rank: rankOfTeller[by] }];
}

/** Of each price the one that holds last; of two that begin on the same day, the correction. */
function newestOf(prices: readonly PriceRow[]): readonly PriceRow[] {
  const inOrder = [...prices].sort(
    (one, other) => one.validFrom.localeCompare(other.validFrom) || one.observedAt - other.observedAt,
  );
  const placeOf = ({ model, host, region, tier, component, abovePromptTokens }: PriceRow) =>
    [model, host, region, tier, component, abovePromptTokens].join('|');
  return [...new Map(inOrder.map((row) => [placeOf(row), row])).values()];
}

const cameAlong = { refreshId: null, appliedBy: null, reason: null };

/** Rows of every fact that is known; pure. */
export function rowsOfDocuments({ models, prices, lifecycle }: ShippedDocuments): readonly CatalogRow[] {
  const ends = new Map(lifecycle.records.map((record) => [record.model, record]));
  const newest = newestOf(prices);
  return models.flatMap((model) => {
    // What starts with `models/` is how an address names the model, not how a list does.
    const names = [model.id, ...model.aliases.filter((name) => !name.startsWith('models/'))];
    const own = model.host === null ? null : hostName(model.host);
    const ownFacts = own === null ? [] : [...limitFacts(model), ...endFacts(ends.get(model.id))];
    const offered = newest.filter((row) => row.model === model.id);
    return names.flatMap((name) => [
      ...ownFacts.map((fact) => ({ host: own ?? '', region: null, model: name, ...fact, ...cameAlong })),
      ...offered.flatMap((row) => {
        const place = { host: hostName(row.host), region: row.region, model: name };
        return priceFact(row).map((fact) => ({ ...place, ...fact, ...cameAlong }));
      }),
    ]);
  });
}

export class ShippedModels extends ShippedRows {
  private readonly rows: readonly CatalogRow[];

  constructor(documents: ShippedDocuments) {
    super();
    this.rows = rowsOfDocuments(documents);
  }

  all(): readonly CatalogRow[] {
    return this.rows;
  }
}
