// What the data set looks like, beside what was judged: the numbers that the pictures of the report are drawn from. They
// are kept with the report, so that a report of last year is drawn as it was.
import type { LearningCurve } from '../facts/handed-measures.js';
import type { NearFacts } from '../facts/near-facts.js';
import type { ClassRows } from '../facts/set-facts.js';

/** Bars of a histogram from short to long: each holds the rows above the bar before and up to `upTo`. */
export interface LengthBar {
  readonly upTo: number;
  readonly rows: number;
}

export interface LengthSummary {
  readonly rows: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly bars: readonly LengthBar[];
}

/** One value on both sides of a comparison, as shares of each side. */
export interface ShareShift {
  readonly name: string;
  readonly train: number;
  readonly production: number;
}

export interface ProductionShift {
  /** The window of traffic, ms. */
  readonly fromAt: number;
  readonly untilAt: number;
  readonly calls: number;
  /** Of the calls: null where there was none. */
  readonly refusalShare: number | null;
  /** The labels that moved most, at most twelve. */
  readonly labels: readonly ShareShift[];
}

export interface PrivateKind {
  readonly kind: string;
  readonly group: string;
  /** Rows with one or more. */
  readonly rows: number;
  readonly spans: number;
}

/** Null and empty: not known. */
export interface ReportStatistics {
  /** Valid rows as delivered, both sides. */
  readonly rows: number;
  readonly promptCharacters: LengthSummary | null;
  readonly answerCharacters: LengthSummary | null;
  /** With the chat template; the upper bound where the bound alone decides. */
  readonly tokens: LengthSummary | null;
  readonly turns: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly models: Readonly<Record<string, number>>;
  /** Of the rows whose language was looked at: ISO 639-1 codes of the prompts. */
  readonly languages: Readonly<Record<string, number>>;
  readonly languagesLookedAt: number;
  /** Null: personal data was not looked for. */
  readonly privateKinds: readonly PrivateKind[] | null;
  /** The largest, at most two hundred; `classesInAll` counts all. */
  readonly classes: readonly ClassRows[];
  readonly classesInAll: number;
  /** Usable rows by ISO date. */
  readonly rowsByDay: Readonly<Record<string, number>>;
  readonly slices: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly clusters: NearFacts['clusters'];
  readonly leakPairs: NearFacts['leakPairs'];
  readonly learningCurve: LearningCurve | null;
  readonly shift: ProductionShift | null;
}
