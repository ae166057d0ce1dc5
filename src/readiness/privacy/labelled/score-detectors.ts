// How well do the detectors do on the labelled set? A labelled value counts as found when a certain find of its kind
// overlaps it; a certain find that overlaps no label of its kind is false. F2 weighs recall four times as much as
// precision: what is missed is learnt, what is masked needlessly costs a word.
import { findSpans } from '../find-spans.js';
import { certainMin } from '../privacy-facts.js';
import { type LabelledRow, labelledRows } from './labelled-rows.js';

export interface KindScore {
  readonly kind: string;
  readonly group: 'high' | 'contact' | 'secret' | 'special';
  /** Labelled values. */
  readonly values: number;
  readonly found: number;
  readonly falseFinds: number;
  /** Null: no value is labelled, or nothing was found. */
  readonly recall: number | null;
  readonly precision: number | null;
  readonly f2: number | null;
}

interface Tally {
  group: KindScore['group'] | null;
  values: number;
  found: number;
  hits: number;
  falseFinds: number;
}

/** By kind, ascending. */
export function scoreDetectors(rows: readonly LabelledRow[]): readonly KindScore[] {
  const tallies = new Map<string, Tally>();
  const tallyOf = (kind: string) => {
    const known = tallies.get(kind);
    const tally = known ?? { group: null, values: 0, found: 0, hits: 0, falseFinds: 0 };
    if (known === undefined) {
      tallies.set(kind, tally);
    }
    return tally;
  };
  for (const { text, spans } of rows) {
    const finds = findSpans(text).filter((find) => find.confidence >= certainMin);
    for (const span of spans) {
      const tally = tallyOf(span.kind);
      tally.values += 1;
      tally.found += finds.some((find) => find.detector.kind === span.kind && overlap(find, span)) ? 1 : 0;
    }
    for (const find of finds) {
      const tally = tallyOf(find.detector.kind);
      tally.group = find.detector.group;
      const isRight = spans.some((span) => span.kind === find.detector.kind && overlap(find, span));
      tally.hits += isRight ? 1 : 0;
      tally.falseFinds += isRight ? 0 : 1;
    }
  }
  return [...tallies].sort(([left], [right]) => (left < right ? -1 : 1)).map(([kind, tally]) => scoreOf(kind, tally));
}

function overlap(left: { start: number; end: number }, right: { start: number; end: number }): boolean {
  return left.start < right.end && right.start < left.end;
}

function scoreOf(kind: string, { group, values, found, hits, falseFinds }: Tally): KindScore {
  const recall = values === 0 ? null : found / values;
  const precision = hits + falseFinds === 0 ? null : hits / (hits + falseFinds);
  const weight = recall === null || precision === null ? 0 : 4 * precision + recall;
  const f2 = recall === null || precision === null ? null : weight === 0 ? 0 : (5 * precision * recall) / weight;
  // A kind of which nothing was found at all has no find to take its group from: it is treated as the gravest.
  return { kind, group: group ?? 'high', values, found, falseFinds, recall, precision, f2 };
}

let shipped: readonly KindScore[] | null = null;

/** Of the set that ships. Measured once: the detectors do not change while the process lives. */
export function shippedScores(): readonly KindScore[] {
  shipped ??= scoreDetectors(labelledRows());
  return shipped;
}
