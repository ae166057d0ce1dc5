// LiteLLM's price file: one object by name of model, prices in USD for one token. Form: BerriAI/litellm,
// model_prices_and_context_window.json. Prices by second, image or character are left out: no call of a text model has them.
import { isRefusal, type Refusal, refusal } from '../../../kernel/refusal.js';
import {
  contextField,
  listedField,
  offerKey,
  outputLimitField,
  type PriceComponent,
  type PriceTier,
  priceField,
  shutdownField,
  sourceRanks,
} from '../catalog-row.js';
import type { ReadOffers, ToldOffer } from '../reading.js';
import { parseKeepingNumbers, perMillionFromPerToken, plainCount, plainDay } from './decimal-text.js';
import { hostName } from './host-names.js';
import type { CatalogReader } from './reader.js';

type Entry = Readonly<Record<string, unknown>>;

const priceForm =
  /^(input_cost_per_token|output_cost_per_token|cache_read_input_token_cost|cache_creation_input_token_cost)(?:_above_(\d+)k_tokens)?(?:_(batches|priority|flex))?$/;
const components: Readonly<Record<string, PriceComponent>> = {
  input_cost_per_token: 'input',
  output_cost_per_token: 'output',
  cache_read_input_token_cost: 'cachedInput',
  cache_creation_input_token_cost: 'cacheWrite',
};
const tiers: Readonly<Record<string, PriceTier>> = { batches: 'batch', priority: 'priority', flex: 'flex' };
/** The file writes 0 for the output of models that have none: that is no price. */
const withoutOutput = ['embedding', 'rerank', 'moderation', 'audio_transcription', 'ocr', 'search', 'vector_store'];
const regionForm = /^(?:(eu|us|global|global-standard|[a-z]{2}(?:-[a-z]+)+-\d)\/)(.+)$/;
const exampleEntry = 'sample_spec';

/** The field of a key of the file; null when the key is no price by the token. */
export function fieldOfLitellmKey(key: string): string | null {
  const match = priceForm.exec(key);
  const component = components[match?.[1] ?? ''];
  if (component === undefined) {
    return null;
  }
  const thousands = match?.[2];
  const tier = tiers[match?.[3] ?? ''] ?? 'standard';
  return priceField({ tier, component, abovePromptTokens: thousands === undefined ? null : Number(thousands) * 1000 });
}

function valuesOf(entry: Entry, fault: (reason: string) => void): Record<string, string> {
  const values: Record<string, string> = { [listedField]: 'yes' };
  const hasNoOutput = withoutOutput.includes(String(entry.mode));
  for (const [key, value] of Object.entries(entry)) {
    const field = fieldOfLitellmKey(key);
    if (field === null || value === null || (hasNoOutput && field.includes('/output'))) {
      continue;
    }
    const price = typeof value === 'string' ? perMillionFromPerToken(value) : null;
    if (price === null) {
      fault(`${key} is no price`);
    } else {
      values[field] = price;
    }
  }
  const facts: readonly [string, string | null][] = [
    [contextField, plainCount(entry.max_input_tokens)],
    [outputLimitField, plainCount(entry.max_output_tokens)],
    [shutdownField, plainDay(entry.deprecation_date)],
  ];
  for (const [field, value] of facts.filter((one): one is [string, string] => one[1] !== null)) {
    values[field] = value;
  }
  if (entry.deprecation_date !== undefined && values[shutdownField] === undefined) {
    fault('deprecation_date is no day');
  }
  return values;
}

/** Whose it is: the provider is told beside the name, and often in front of it as well. */
export function offerOfLitellmName(name: string, provider: string) {
  const bare = name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : name;
  const match = regionForm.exec(bare);
  return { host: hostName(provider), region: match?.[1] ?? null, model: match?.[2] ?? bare };
}

function objectOf(text: string): Entry | Refusal {
  const fault = refusal('bad-request', 'The body is no LiteLLM price file: a JSON object by name of model.');
  try {
    const read = parseKeepingNumbers(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Entry) : fault;
  } catch {
    return fault;
  }
}

function read(text: string): ReadOffers | Refusal {
  const file = objectOf(text);
  if (isRefusal(file)) {
    return file;
  }
  const offers = new Map<string, ToldOffer>();
  const faults: string[] = [];
  for (const [name, value] of Object.entries(file as Entry)) {
    const entry = (typeof value === 'object' ? value : null) as Entry | null;
    if (name === exampleEntry || entry === null || typeof entry.litellm_provider !== 'string') {
      continue;
    }
    const offer = offerOfLitellmName(name, entry.litellm_provider);
    const values = valuesOf(entry, (reason) => faults.push(`${name}: ${reason}`));
    const key = offerKey(offer);
    const twin = offers.get(key);
    if (twin === undefined) {
      offers.set(key, { ...offer, values });
    } else if (Object.entries(values).some(([field, own]) => (twin.values[field] ?? own) !== own)) {
      faults.push(`${name}: stands there a second time with other values; the first is kept`);
    }
  }
  return offers.size === 0
    ? refusal('bad-request', 'The body names no model with litellm_provider: it is no LiteLLM price file.')
    : { offers: [...offers.values()], faults };
}

export const litellmReader: CatalogReader = {
  kind: 'litellm',
  takes: "LiteLLM's model_prices_and_context_window.json",
  rank: sourceRanks.collector,
  read,
};
