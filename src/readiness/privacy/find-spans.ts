// All finds in one text, without overlaps. Where two overlap the more certain one stands, then the longer, then the one
// whose detector is earlier in the list.
import { allDetectors } from './detectors/all-detectors.js';
import type { Detector, Found } from './detectors/detector.js';
import { HintScan } from './hint-scan.js';
import type { TextScan } from './text-scan.js';

export interface TextSpan extends Found {
  readonly detector: Detector;
}

const none: readonly TextSpan[] = [];
/** Up to so many are compared with each other. */
const fewSpans = 8;
const found: Found[] = [];

let plain: TextScan | null = null;

/** Reads texts for `allDetectors` where the caller has no quicker way to. Made when first asked for: its tables are large. */
export function plainScan(): TextScan {
  plain ??= new HintScan(allDetectors);
  return plain;
}

/** Rows of one application share their system prompt: the finds of the last one are kept. */
let shared: { readonly text: string; readonly spans: readonly TextSpan[] } = { text: '', spans: none };

/** As `findSpans`, for a text that many rows share. */
export function findSharedSpans(text: string, scan = plainScan()): readonly TextSpan[] {
  if (text !== shared.text) {
    shared = { text, spans: findSpans(text, scan) };
  }
  return shared.spans;
}

/** By place in the text, ascending. UTF-16 units. */
export function findSpans(text: string, scan = plainScan()): readonly TextSpan[] {
  let all: TextSpan[] | null = null;
  const { at, count } = scan.worthIn(text);
  for (let worth = 0; worth < count; worth += 1) {
    const place = at[worth] as number;
    const detector = allDetectors[place] as Detector;
    const places = scan.placesOf(place);
    if (places === undefined || places.count > 0) {
      detector.find(text, found, places);
    }
    if (found.length > 0) {
      all ??= [];
      for (const { start, end, confidence } of found) {
        all.push({ start, end, confidence, detector });
      }
      found.length = 0;
    }
  }
  return all === null ? none : all.length === 1 ? all : withoutOverlaps(all, text.length);
}

function withoutOverlaps(all: readonly TextSpan[], units: number): readonly TextSpan[] {
  // Sorting is stable: equals keep the order of the list of detectors.
  const ranked = [...all].sort(
    (left, right) => right.confidence - left.confidence || right.end - right.start - (left.end - left.start),
  );
  const kept = ranked.length <= fewSpans ? keptOfFew(ranked) : keptOfMany(ranked, units);
  return kept.length === 1 ? kept : kept.sort((left, right) => left.start - right.start);
}

function keptOfFew(ranked: readonly TextSpan[]): TextSpan[] {
  const kept: TextSpan[] = [];
  for (const span of ranked) {
    if (kept.every((one) => one.end <= span.start || one.start >= span.end)) {
      kept.push(span);
    }
  }
  return kept;
}

/** A place is taken or not: asking every kept span would make a text full of finds slow. */
function keptOfMany(ranked: readonly TextSpan[], units: number): TextSpan[] {
  const taken = new Uint8Array(units);
  const kept: TextSpan[] = [];
  for (const span of ranked) {
    if (!taken.subarray(span.start, span.end).includes(1)) {
      taken.fill(1, span.start, span.end);
      kept.push(span);
    }
  }
  return kept;
}
