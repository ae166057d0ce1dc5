// What a graphics processor costs by the hour: a price that somebody asked on some day, or the range that a survey found.
import { type EntryReader, entriesOf } from '../reading/entry-reader.js';
import { type Sources, sourceOf, sourcesOf } from '../reading/source-list.js';

export const confidences = ['high', 'medium', 'low'] as const;

export interface GpuPrice {
  readonly gpu: string;
  /** Who asks it, or what was surveyed. */
  readonly market: string;
  /** USD for one hour of one processor; null where only a range is known. */
  readonly usdPerHour: number | null;
  readonly usdPerHourLow: number | null;
  readonly usdPerHourHigh: number | null;
  /** The time that it was true of, as exactly as the source says it: `2026`, `2026-05`; null: not told. */
  readonly asOf: string | null;
  readonly confidence: (typeof confidences)[number];
  readonly source: string;
  readonly url: string | null;
  /** ISO day. */
  readonly observedOn: string;
}

function readPrice(reader: EntryReader, sources: Sources): GpuPrice {
  reader.refuseOthers(['gpu', 'market', 'usdPerHour', 'low', 'high', 'asOf', 'confidence', 'source', 'observedOn']);
  const source = sourceOf(reader, sources);
  const price: GpuPrice = {
    gpu: reader.text('gpu'),
    market: reader.text('market'),
    usdPerHour: reader.numberOrNull('usdPerHour'),
    usdPerHourLow: reader.numberOrNull('low'),
    usdPerHourHigh: reader.numberOrNull('high'),
    asOf: reader.textOrNull('asOf'),
    confidence: reader.oneOf('confidence', confidences),
    source: source.title,
    url: source.url,
    observedOn: reader.day('observedOn'),
  };
  if (price.usdPerHour === null && (price.usdPerHourLow === null || price.usdPerHourHigh === null)) {
    reader.fault('usdPerHour', 'or low and high must be given', null);
  }
  if ([price.usdPerHour, price.usdPerHourLow, price.usdPerHourHigh].includes(0)) {
    reader.fault('usdPerHour', 'of 0 is a hole, not a gift', null);
  }
  return price;
}

/** @param document the parsed file. Adds every fault to `faults`. */
export function readGpuPrices(document: unknown, faults: string[]): readonly GpuPrice[] {
  const sources = sourcesOf(document, faults);
  return entriesOf(document, 'gpuPrices', faults).map((reader) => readPrice(reader, sources));
}
