// Reads one file of overrides. Each entry has a reason and an end; the rest is read as the shipped files are.
import { readLoadCurve } from '../compute/load-curve.js';
import type { ToldEnd } from '../lifecycle/told-end.js';
import { readModel } from '../models/read-models.js';
import { type PriceRow, priceComponents, priceTiers } from '../prices/price-row.js';
import { type EntryReader, entriesOf, isEntry } from '../reading/entry-reader.js';
import { startOfUtcDay } from '../utc-day.js';
import type { Override, OverrideChange } from './override.js';

const sheetKeys = [
  'model',
  'host',
  'region',
  'tier',
  ...priceComponents,
  'abovePromptTokens',
  'validFrom',
  'freeBecause',
];
const curveKeys = ['model', 'precision', 'gpu', 'gpus', 'usdPerHour', 'points', 'observedOn'];
const ownKeys = ['because', 'until'];
const ownContract = 'own contract';

function readPrice(reader: EntryReader): OverrideChange {
  reader.refuseOthers([...sheetKeys, ...ownKeys]);
  const validFrom = reader.day('validFrom');
  const until = reader.dayOrNull('until');
  const sheet = {
    model: reader.text('model'),
    host: reader.text('host'),
    region: reader.textOrNull('region'),
    tier: reader.has('tier') ? reader.oneOf('tier', priceTiers) : ('standard' as const),
    abovePromptTokens: reader.countOrNull('abovePromptTokens'),
    validFrom,
    validUntil: until,
    observedAt: validFrom === '' ? 0 : startOfUtcDay(validFrom),
    source: ownContract,
    url: null,
    freeBecause: reader.textOrNull('freeBecause'),
    isOverride: true,
  };
  if (until !== null && until <= validFrom) {
    reader.fault('until', 'does not lie after validFrom', null);
  }
  const rows: PriceRow[] = priceComponents.flatMap((component) => {
    const usdPerMillionTokens = reader.priceOrNull(component);
    return usdPerMillionTokens === null ? [] : [{ ...sheet, component, usdPerMillionTokens }];
  });
  const isFree = rows.some(({ usdPerMillionTokens }) => Number(usdPerMillionTokens) === 0);
  if (rows.length === 0) {
    reader.fault('input', 'or another price must be given', null);
  }
  if (isFree && sheet.freeBecause === null) {
    reader.fault('freeBecause', 'must say why a price is 0', null);
  }
  return { kind: 'price', rows };
}

function readEnd(reader: EntryReader): OverrideChange {
  reader.refuseOthers(['model', 'shutdownOn', 'accessedOn', ...ownKeys]);
  const end: ToldEnd = {
    by: 'contract',
    source: ownContract,
    url: null,
    accessedOn: reader.day('accessedOn'),
    shutdownOn: reader.day('shutdownOn'),
    earliestShutdownOn: null,
    saidBefore: [],
    says: reader.text('because'),
  };
  return { kind: 'end', model: reader.text('model'), end };
}

function readCurve(reader: EntryReader): OverrideChange {
  reader.refuseOthers([...curveKeys, ...ownKeys]);
  const curve = readLoadCurve(reader, { title: 'measured by the operator', url: null });
  return { kind: 'curve', curve: { ...curve, overriddenBecause: reader.text('because') } };
}

const lists: Readonly<Record<string, (reader: EntryReader) => OverrideChange>> = {
  prices: readPrice,
  models: (reader) => ({ kind: 'model', model: readModel(reader, ownKeys) }),
  lifecycle: readEnd,
  loadCurves: readCurve,
};

/** @param file its name, for the faults. Adds every fault to `faults`. */
export function readOverrides(file: string, document: unknown, faults: string[]): readonly Override[] {
  const own: string[] = [];
  const keys = isEntry(document) ? Object.keys(document) : [];
  const overrides = keys.flatMap((list) => {
    const read = lists[list];
    if (read === undefined) {
      own.push(`${list}: is no known list`);
      return [];
    }
    return entriesOf(document, list, own).map((reader, index): Override => {
      const change = read(reader);
      return {
        place: `${file}: ${list}[${index}]`,
        because: reader.text('because'),
        until: reader.day('until'),
        change,
      };
    });
  });
  if (keys.length === 0) {
    own.push('must be a map of lists');
  }
  faults.push(...own.map((fault) => `${file}: ${fault}`));
  return overrides;
}
