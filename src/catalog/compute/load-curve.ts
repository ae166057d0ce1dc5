// What do a million tokens of an own model cost at a given load? A machine costs the same by the hour whether it works or
// not, so the answer lives on the measured curve of output tokens by the requests that were offered.
import { type EntryReader, entriesOf } from '../reading/entry-reader.js';
import { type Sources, sourceOf, sourcesOf } from '../reading/source-list.js';

export interface LoadPoint {
  /** Requests that were offered each second. */
  readonly requestsPerSecond: number;
  readonly outputTokensPerSecond: number;
}

export interface LoadCurve {
  /** Id of the model in the catalogue. */
  readonly model: string;
  readonly precision: string;
  readonly gpu: string;
  readonly gpus: number;
  /** USD for one hour of all processors together, at the time of the measurement. */
  readonly usdPerHour: number;
  /** Ascending by load. */
  readonly points: readonly LoadPoint[];
  readonly source: string;
  readonly url: string | null;
  readonly observedOn: string;
  /** Why the operator's own curve stands here; null: it came with the program. */
  readonly overriddenBecause: string | null;
}

const secondsPerHour = 3600;
const million = 1_000_000;

/** USD for a million output tokens. Null when nothing is put out. */
export function usdPerMillionOutputTokens(usdPerHour: number, outputTokensPerSecond: number): number | null {
  return outputTokensPerSecond > 0 ? (usdPerHour * million) / (outputTokensPerSecond * secondsPerHour) : null;
}

export function readLoadCurve(reader: EntryReader, source: { title: string; url: string | null }): LoadCurve {
  const points = reader.parts('points').map((point) => {
    point.refuseOthers(['requestsPerSecond', 'outputTokensPerSecond']);
    return {
      requestsPerSecond: point.number('requestsPerSecond'),
      outputTokensPerSecond: point.number('outputTokensPerSecond'),
    };
  });
  const isAscending = points.every(
    ({ requestsPerSecond }, index) => index === 0 || requestsPerSecond > (points[index - 1]?.requestsPerSecond ?? 0),
  );
  if (points.length === 0 || !isAscending) {
    reader.fault('points', 'must be at least one, ascending by load', null);
  }
  return {
    model: reader.text('model'),
    precision: reader.text('precision'),
    gpu: reader.text('gpu'),
    gpus: reader.countOrNull('gpus') ?? reader.fault('gpus', 'must be given', 1),
    usdPerHour: reader.number('usdPerHour'),
    points,
    source: source.title,
    url: source.url,
    observedOn: reader.day('observedOn'),
    overriddenBecause: null,
  };
}

const keys = ['model', 'precision', 'gpu', 'gpus', 'usdPerHour', 'points', 'source', 'observedOn'];

function readShipped(reader: EntryReader, sources: Sources): LoadCurve {
  reader.refuseOthers(keys);
  return readLoadCurve(reader, sourceOf(reader, sources));
}

/** @param document the parsed file. Adds every fault to `faults`. */
export function readLoadCurves(document: unknown, faults: string[]): readonly LoadCurve[] {
  const sources = sourcesOf(document, faults);
  return entriesOf(document, 'loadCurves', faults).map((reader) => readShipped(reader, sources));
}
