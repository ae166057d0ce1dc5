// The models.dev catalogue: providers, each with its models; prices in USD for a million tokens. Taken in two forms: as the
// site serves it (providers at the top) and as an export that holds them under `providers`. Form: models.dev/api.json.
import { type Refusal, refusal } from '../../../kernel/refusal.js';
import {
  contextField,
  listedField,
  outputLimitField,
  type PriceComponent,
  priceField,
  sourceRanks,
} from '../catalog-row.js';
import type { ReadOffers, ToldOffer } from '../reading.js';
import { parseKeepingNumbers, plainCount, plainPrice } from './decimal-text.js';
import { hostName } from './host-names.js';
import type { CatalogReader } from './reader.js';

type Entry = Readonly<Record<string, unknown>>;

const components: Readonly<Record<string, PriceComponent>> = {
  input: 'input',
  output: 'output',
  cache_read: 'cachedInput',
  cache_write: 'cacheWrite',
};

function entryOf(value: unknown): Entry | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entry) : null;
}

function pricesOf(cost: Entry, above: string | null, fault: (reason: string) => void): Record<string, string> {
  const prices: Record<string, string> = {};
  const abovePromptTokens = above === null ? null : Number(above);
  for (const [key, component] of Object.entries(components)) {
    const told = cost[key];
    const price = typeof told === 'string' ? plainPrice(told) : null;
    if (price !== null) {
      prices[priceField({ tier: 'standard', component, abovePromptTokens })] = price;
    } else if (told !== undefined && told !== null) {
      fault(`cost.${key} is no price`);
    }
  }
  return prices;
}

function valuesOf(model: Entry, fault: (reason: string) => void): Record<string, string> {
  const limit = entryOf(model.limit) ?? {};
  const cost = entryOf(model.cost);
  const values: Record<string, string> = { [listedField]: 'yes' };
  const context = plainCount(limit.context);
  const output = plainCount(limit.output);
  if (context !== null) {
    values[contextField] = context;
  }
  if (output !== null) {
    values[outputLimitField] = output;
  }
  if (cost === null) {
    return values;
  }
  Object.assign(values, pricesOf(cost, null, fault));
  for (const tier of Array.isArray(cost.tiers) ? cost.tiers.map(entryOf) : []) {
    const above = plainCount(entryOf(tier?.tier)?.size);
    if (tier !== null && above !== null) {
      Object.assign(values, pricesOf(tier, above, fault));
    }
  }
  return values;
}

function providersOf(text: string): Entry | null {
  try {
    const read = entryOf(parseKeepingNumbers(text));
    return entryOf(read?.providers) ?? read;
  } catch {
    return null;
  }
}

function read(text: string): ReadOffers | Refusal {
  const offers: ToldOffer[] = [];
  const faults: string[] = [];
  for (const [provider, value] of Object.entries(providersOf(text) ?? {})) {
    const models = entryOf(entryOf(value)?.models) ?? {};
    for (const [model, told] of Object.entries(models)) {
      const entry = entryOf(told);
      if (entry !== null) {
        const values = valuesOf(entry, (reason) => faults.push(`${provider}/${model}: ${reason}`));
        offers.push({ host: hostName(provider), region: null, model, values });
      }
    }
  }
  return offers.length === 0
    ? refusal('bad-request', 'The body is no models.dev catalogue: it names no provider with models.')
    : { offers, faults };
}

export const modelsDevReader: CatalogReader = {
  kind: 'models.dev',
  takes: 'the models.dev catalogue (api.json)',
  rank: sourceRanks.collector,
  read,
};
