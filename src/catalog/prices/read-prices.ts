// Reads the price sheets. A sheet is what one host asked for one model in one tier over one time; it becomes one row for
// each kind of token. A price of zero must say why it is free: elsewhere a zero is a hole in a list that looks like a gift.
import { type EntryReader, entriesOf } from '../reading/entry-reader.js';
import { type Sources, sourceOf, sourcesOf } from '../reading/source-list.js';
import { startOfUtcDay } from '../utc-day.js';
import { overlapsOf } from './price-book.js';
import { type PriceRow, priceComponents, priceTiers } from './price-row.js';

const keys = [
  'model',
  'host',
  'region',
  'tier',
  ...priceComponents,
  'abovePromptTokens',
  'validFrom',
  'validUntil',
  'observedOn',
  'source',
  'freeBecause',
];
const zero = /^0+(?:\.0+)?$/;

function readSheet(reader: EntryReader, sources: Sources): PriceRow[] {
  reader.refuseOthers(keys);
  const source = sourceOf(reader, sources);
  const observedOn = reader.day('observedOn');
  const sheet = {
    model: reader.text('model'),
    host: reader.text('host'),
    region: reader.textOrNull('region'),
    tier: reader.has('tier') ? reader.oneOf('tier', priceTiers) : ('standard' as const),
    abovePromptTokens: reader.countOrNull('abovePromptTokens'),
    validFrom: reader.day('validFrom'),
    validUntil: reader.dayOrNull('validUntil'),
    observedAt: observedOn === '' ? 0 : startOfUtcDay(observedOn),
    source: source.title,
    url: source.url,
    freeBecause: reader.textOrNull('freeBecause'),
    isOverride: false,
  };
  if (sheet.validUntil !== null && sheet.validUntil <= sheet.validFrom) {
    reader.fault('validUntil', 'does not lie after validFrom', null);
  }
  const rows = priceComponents.flatMap((component) => {
    const usdPerMillionTokens = reader.priceOrNull(component);
    return usdPerMillionTokens === null ? [] : [{ ...sheet, component, usdPerMillionTokens }];
  });
  if (rows.length === 0) {
    reader.fault('input', 'or another price must be given', null);
  }
  checkFree(reader, rows);
  return rows;
}

function checkFree(reader: EntryReader, rows: readonly PriceRow[]): void {
  const isFree = rows.some(({ usdPerMillionTokens }) => zero.test(usdPerMillionTokens ?? ''));
  const saysWhy = reader.has('freeBecause');
  if (isFree && !saysWhy) {
    reader.fault('freeBecause', 'must say why a price is 0', null);
  }
  if (!isFree && saysWhy) {
    reader.fault('freeBecause', 'stands at a price that is not 0', null);
  }
}

/** @param document the parsed file. Adds every fault to `faults`. */
export function readPrices(document: unknown, faults: string[]): readonly PriceRow[] {
  const sources = sourcesOf(document, faults);
  const before = faults.length;
  const rows = entriesOf(document, 'prices', faults).flatMap((reader) => readSheet(reader, sources));
  if (faults.length === before) {
    faults.push(...overlapsOf(rows));
  }
  return rows;
}
