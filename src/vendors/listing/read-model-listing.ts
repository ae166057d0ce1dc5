// Reads the body of `GET /models`: `{ data: [...] }` as OpenAI has it, a bare list, or `{ models: [...] }` as Gemini has it.
// Vendors name the day of the end differently; seconds since the epoch are taken as well as ISO days. Null: no list at all.
import type { ListedModel } from './model-listings.js';

type Entry = Readonly<Record<string, unknown>>;

const dayKeys = ['shutdown_date', 'shutdown_at', 'shutdown_on', 'retirement_date', 'deprecation_date', 'sunset_date'];
const contextKeys = ['context_length', 'context_window', 'max_model_len', 'max_context_length', 'inputTokenLimit'];
/** Vendors put the end beside the model or under one of these. */
const nestedKeys = ['deprecation', 'lifecycle', 'deprecation_info'];
const idLengthMax = 200;
const secondsMax = 10_000_000_000;
const msPerSecond = 1000;

function entryOf(value: unknown): Entry | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entry) : null;
}

function dayOf(value: unknown): string | null {
  if (typeof value === 'number' && value > 0 && value < secondsMax) {
    return new Date(value * msPerSecond).toISOString().slice(0, 'yyyy-mm-dd'.length);
  }
  const plain = typeof value === 'string' ? value.trim().replace(/[\u2010-\u2015\u2212]/g, '-') : '';
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(plain)?.[1] ?? null;
  if (day === null || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) {
    return null;
  }
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : null;
}

function firstOf<Value>(entries: readonly Entry[], keys: readonly string[], read: (value: unknown) => Value | null) {
  for (const entry of entries) {
    for (const key of keys) {
      const value = read(entry[key]);
      if (value !== null) {
        return value;
      }
    }
  }
  return null;
}

const countOf = (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;

function modelOf(value: unknown): ListedModel[] {
  const entry = entryOf(value);
  const name = entry?.id ?? entry?.name;
  if (entry === null || typeof name !== 'string' || name === '' || name.length > idLengthMax) {
    return [];
  }
  const nested = nestedKeys.map((key) => entryOf(entry[key])).filter((one) => one !== null);
  const places = [entry, ...nested];
  return [
    {
      id: name.replace(/^models\//, ''),
      shutdownOn: firstOf(places, dayKeys, dayOf),
      contextTokens: firstOf(places, contextKeys, countOf),
    },
  ];
}

/** Null when the text is no list of models. Entries without a name are left out; a name that comes twice counts once. */
export function readModelListing(text: string): readonly ListedModel[] | null {
  try {
    const body: unknown = JSON.parse(text);
    const list = Array.isArray(body) ? body : (entryOf(body)?.data ?? entryOf(body)?.models);
    if (!Array.isArray(list)) {
      return null;
    }
    const byId = new Map(list.flatMap(modelOf).map((model) => [model.id, model]));
    return [...byId.values()];
  } catch {
    return null;
  }
}
