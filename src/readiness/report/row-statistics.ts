// What the rows look like, added up beside the checks: lengths, models, languages, kinds of personal data. A mergeable
// state like that of a check: any cut into segments, in any order, gives the same numbers.
import type { RowFacts } from '../rows/row-facts.js';
import {
  addValue,
  countAbove,
  emptyHistogram,
  type LogHistogram,
  mergeHistograms,
  quantile,
} from '../states/log-histogram.js';
import type { LengthBar, LengthSummary, PrivateKind, ReportStatistics } from './report-statistics.js';

export interface RowStatistics {
  rows: number;
  readonly prompts: LogHistogram;
  readonly answers: LogHistogram;
  readonly tokens: LogHistogram;
  readonly turns: Map<string, number>;
  readonly kinds: Map<string, number>;
  readonly models: Map<string, number>;
  readonly languages: Map<string, number>;
  languagesLookedAt: number;
  privacyLookedAt: number;
  /** By kind and group. */
  readonly privateRows: Map<string, number>;
  readonly privateSpans: Map<string, number>;
}

const turnsShownMax = 9;
/** By number of turns. */
const turnNames = Array.from({ length: turnsShownMax + 1 }, (_, turns) => String(turns));
const manyTurns = `${turnsShownMax + 1} or more`;
const namesShownMax = 50;
const barsMax = 24;

export function startStatistics(): RowStatistics {
  return {
    rows: 0,
    prompts: emptyHistogram(),
    answers: emptyHistogram(),
    tokens: emptyHistogram(),
    turns: new Map(),
    kinds: new Map(),
    models: new Map(),
    languages: new Map(),
    languagesLookedAt: 0,
    privacyLookedAt: 0,
    privateRows: new Map(),
    privateSpans: new Map(),
  };
}

function add(counts: Map<string, number>, key: string, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Changes and returns the state. */
export function addStatistics(state: RowStatistics, row: RowFacts): RowStatistics {
  const { example, tokens, languages, privacy } = row;
  const { traits } = example;
  state.rows += 1;
  addValue(state.prompts, example.input.length);
  addValue(state.answers, example.label.length);
  addValue(state.tokens, tokens.exact ?? tokens.atMost);
  add(state.turns, turnNames[example.messages.length] ?? manyTurns);
  add(state.kinds, example.kind);
  if (traits.model !== null) {
    add(state.models, traits.model);
  }
  if (languages !== null) {
    state.languagesLookedAt += 1;
    add(state.languages, languages.prompt ?? 'not told');
  }
  if (privacy !== null) {
    addPrivate(state, privacy.spans);
  }
  return state;
}

function addPrivate(state: RowStatistics, spans: NonNullable<RowFacts['privacy']>['spans']): void {
  state.privacyLookedAt += 1;
  if (spans.length === 0) {
    return;
  }
  const kinds = new Set<string>();
  for (const { kind, group } of spans) {
    const key = `${group}/${kind}`;
    kinds.add(key);
    add(state.privateSpans, key);
  }
  for (const key of kinds) {
    add(state.privateRows, key);
  }
}

/** Changes and returns the left one. */
export function mergeStatistics(left: RowStatistics, right: RowStatistics): RowStatistics {
  left.rows += right.rows;
  left.languagesLookedAt += right.languagesLookedAt;
  left.privacyLookedAt += right.privacyLookedAt;
  for (const name of ['prompts', 'answers', 'tokens'] as const) {
    mergeHistograms(left[name], right[name]);
  }
  for (const name of ['turns', 'kinds', 'models', 'languages', 'privateRows', 'privateSpans'] as const) {
    for (const [key, count] of right[name]) {
      add(left[name], key, count);
    }
  }
  return left;
}

export type FinishedRowStatistics = Pick<
  ReportStatistics,
  | 'rows'
  | 'promptCharacters'
  | 'answerCharacters'
  | 'tokens'
  | 'turns'
  | 'kinds'
  | 'models'
  | 'languages'
  | 'languagesLookedAt'
  | 'privateKinds'
>;

export function finishStatistics(state: RowStatistics): FinishedRowStatistics {
  return {
    rows: state.rows,
    promptCharacters: lengthSummary(state.prompts),
    answerCharacters: lengthSummary(state.answers),
    tokens: lengthSummary(state.tokens),
    turns: most(state.turns),
    kinds: most(state.kinds),
    models: most(state.models),
    languages: most(state.languages),
    languagesLookedAt: state.languagesLookedAt,
    privateKinds: state.privacyLookedAt === 0 ? null : privateKinds(state),
  };
}

/** The most frequent, ties by name, so that the order in which they were seen leaves no trace. */
function most(counts: ReadonlyMap<string, number>): Record<string, number> {
  const sorted = [...counts].sort(([one, rows], [other, others]) => others - rows || (one < other ? -1 : 1));
  return Object.fromEntries(sorted.slice(0, namesShownMax));
}

function privateKinds({ privateRows, privateSpans }: RowStatistics): PrivateKind[] {
  return [...privateRows]
    .map(([key, rows]) => {
      const [group = '', kind = ''] = key.split('/');
      return { kind, group, rows, spans: privateSpans.get(key) ?? 0 };
    })
    .sort((left, right) => right.rows - left.rows || (left.kind < right.kind ? -1 : 1));
}

/** Null for no rows. Quantiles are those of the sketch: within one percent. */
export function lengthSummary(histogram: LogHistogram): LengthSummary | null {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(histogram, share));
  if (typeof p50 !== 'number' || typeof p95 !== 'number' || typeof p99 !== 'number') {
    return null;
  }
  return { rows: histogram.count, p50, p95, p99, max: histogram.max, bars: lengthBars(histogram, p99) };
}

/** Even steps up to the 99th percentile, on round numbers; one bar more for what is longer. */
function lengthBars(histogram: LogHistogram, p99: number): LengthBar[] {
  const step = roundStep(Math.max(1, p99) / (barsMax - 2));
  const bars: LengthBar[] = [];
  let above = histogram.count;
  for (let upTo = step; bars.length < barsMax - 1 && above > 0; upTo += step) {
    const left = countAbove(histogram, upTo);
    bars.push({ upTo, rows: above - left });
    above = left;
  }
  return above > 0 ? [...bars, { upTo: Math.ceil(histogram.max), rows: above }] : bars;
}

/** The next of 1, 2, 5 times a power of ten. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 5, 10].find((one) => one * power >= atLeast) ?? 10;
  return Math.max(1, factor * power);
}
