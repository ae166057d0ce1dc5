// Turns the rows of the catalogue file into models, or says which rows are faulty and how. Strict on purpose: an unknown
// key is a misspelt one, a price is decimal text and never a binary float, and two models never share a name.
import { isPrice, type TokenPrices } from '../kernel/money.js';
import { type CatalogModel, type LongPromptPrices, modelKinds, opennesses } from './model-catalog.js';

type Row = Readonly<Record<string, unknown>>;

const keys = [
  'id',
  'aliases',
  'developer',
  'openness',
  'kind',
  'contextTokens',
  'licence',
  'parameters',
  'prices',
  'longPromptPrices',
  'shutdownOn',
  'note',
  'source',
  'observedOn',
];
const priceKeys = ['input', 'cachedInput', 'output', 'abovePromptTokens'];

class RowReader {
  readonly faults: string[] = [];

  constructor(private readonly row: Row) {
    this.refuseUnknown(row, keys, '');
  }

  text(key: string): string {
    const value = this.row[key];
    return typeof value === 'string' && value.trim() !== '' ? value : this.fault(key, 'must be a text', '');
  }

  textOrNull(key: string): string | null {
    return this.row[key] === undefined ? null : this.text(key);
  }

  oneOf<Word extends string>(key: string, words: readonly [Word, ...Word[]]): Word {
    const found = words.find((word) => word === this.row[key]);
    return found ?? this.fault(key, `must be one of ${words.join(', ')}`, words[0]);
  }

  countOrNull(key: string): number | null {
    const value = this.row[key];
    if (value === undefined) {
      return null;
    }
    const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
    return isCount ? value : this.fault(key, 'must be a whole number above 0', null);
  }

  dayOrNull(key: string): string | null {
    const value = this.textOrNull(key);
    const isDay = value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
    return value === null || isDay ? value : this.fault(key, 'must be a day such as 2026-11-25', null);
  }

  texts(key: string): readonly string[] {
    const value = this.row[key] ?? [];
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
    return isList ? (value as string[]) : this.fault(key, 'must be a list of texts', []);
  }

  prices(key: string): TokenPrices | null {
    const value = this.row[key];
    if (value === undefined) {
      return null;
    }
    const row = typeof value === 'object' && value !== null ? (value as Row) : {};
    this.refuseUnknown(row, priceKeys, `${key}.`);
    return {
      usdPerMillionInputTokens: this.price(row, 'input', key),
      usdPerMillionCachedInputTokens: this.price(row, 'cachedInput', key),
      usdPerMillionOutputTokens: this.price(row, 'output', key),
    };
  }

  longPromptPrices(): LongPromptPrices | null {
    const prices = this.prices('longPromptPrices');
    const above = (this.row.longPromptPrices as Row | undefined)?.abovePromptTokens;
    if (prices === null) {
      return null;
    }
    return typeof above === 'number' && Number.isSafeInteger(above)
      ? { ...prices, abovePromptTokens: above }
      : this.fault('longPromptPrices.abovePromptTokens', 'must be a whole number', null);
  }

  private price(row: Row, key: string, parent: string): string | null {
    const value = row[key];
    if (value === undefined) {
      return null;
    }
    const isDecimal = typeof value === 'string' && isPrice(value);
    return isDecimal ? value : this.fault(`${parent}.${key}`, 'must be decimal text in quotes', null);
  }

  private refuseUnknown(row: Row, known: readonly string[], prefix: string): void {
    for (const key of Object.keys(row).filter((one) => !known.includes(one))) {
      this.fault(`${prefix}${key}`, 'is no known key', null);
    }
  }

  private fault<Instead>(key: string, reason: string, instead: Instead): Instead {
    this.faults.push(`${key} ${reason}`);
    return instead;
  }
}

function readModel(reader: RowReader): CatalogModel {
  const observedOn = reader.dayOrNull('observedOn');
  if (observedOn === null) {
    reader.faults.push('observedOn must be given');
  }
  return {
    id: reader.text('id'),
    developer: reader.text('developer'),
    openness: reader.oneOf('openness', opennesses),
    kind: reader.oneOf('kind', modelKinds),
    contextTokens: reader.countOrNull('contextTokens'),
    licence: reader.textOrNull('licence'),
    parameters: reader.countOrNull('parameters'),
    prices: reader.prices('prices'),
    longPromptPrices: reader.longPromptPrices(),
    shutdownOn: reader.dayOrNull('shutdownOn'),
    note: reader.textOrNull('note'),
    source: reader.text('source'),
    observedOn: observedOn ?? '',
    aliases: reader.texts('aliases'),
  };
}

function namedTwice(models: readonly CatalogModel[]): string[] {
  const names = models.flatMap((model) => [model.id, ...model.aliases]).map((name) => name.toLowerCase());
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** @param rows the `models` list of the file. Throws an Error that lists every fault. */
export function readCatalogModels(rows: unknown): readonly CatalogModel[] {
  if (!Array.isArray(rows)) {
    throw new Error('the catalogue of models has no list named models');
  }
  const faults: string[] = [];
  const models = rows.map((row: unknown, index) => {
    const reader = new RowReader(typeof row === 'object' && row !== null ? (row as Row) : {});
    const model = readModel(reader);
    faults.push(...reader.faults.map((fault) => `${model.id || `row ${index + 1}`}: ${fault}`));
    return model;
  });
  faults.push(...namedTwice(models).map((name) => `${name}: is named twice`));
  if (faults.length > 0) {
    throw new Error(`the catalogue of models is faulty:\n${faults.join('\n')}`);
  }
  return models;
}
