// Rows that hold private data of some groups, and of which kinds: the state of the checks of personal data.
import type { Measured } from '../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../judging/evidence-sample.js';
import { countMeasured, skippedMeasured, unmeasured } from '../judging/measured.js';
import type { RowFacts } from '../rows/row-facts.js';
import { certainMin, type PrivacyFacts, type PrivateSpan } from './privacy-facts.js';
import { showable } from './span-excerpt.js';

export interface PrivateRows {
  rows: number;
  looked: number;
  hits: number;
  /** Rows with uncertain finds alone. */
  uncertain: number;
  tokens: number;
  uncounted: number;
  readonly kinds: Map<string, number>;
  sample: EvidenceSample;
}

export function startPrivate(): PrivateRows {
  return {
    ...{ rows: 0, looked: 0, hits: 0, uncertain: 0, tokens: 0, uncounted: 0 },
    kinds: new Map(),
    sample: noEvidence,
  };
}

export interface Sought {
  readonly checkId: string;
  isSought(span: PrivateSpan): boolean;
}

/** Changes the state and returns it. A row counts once for each kind. */
export function addPrivate(state: PrivateRows, row: RowFacts, sought: Sought): PrivateRows {
  const { privacy } = row;
  state.rows += 1;
  if (privacy !== null) {
    state.looked += 1;
    // Most rows end here: nothing is made for them, not even a closure.
    return privacy.spans.length === 0
      ? state
      : addFound(state, { example: row.example, tokens: row.tokens, privacy }, sought);
  }
  return state;
}

function addFound(
  state: PrivateRows,
  { privacy, example, tokens }: Pick<RowFacts, 'example' | 'tokens'> & { readonly privacy: PrivacyFacts },
  { checkId, isSought }: Sought,
): PrivateRows {
  const { spans } = privacy;
  const isCertain = (span: PrivateSpan) => span.confidence >= certainMin && isSought(span);
  const first = spans.find(isCertain);
  if (first === undefined) {
    state.uncertain += spans.some(isSought) ? 1 : 0;
    return state;
  }
  state.hits += 1;
  state.tokens += tokens.trainable ?? 0;
  state.uncounted += tokens.trainable === null ? 1 : 0;
  for (const kind of spans.length === 1 ? [first.kind] : new Set(spans.filter(isCertain).map((span) => span.kind))) {
    state.kinds.set(kind, (state.kinds.get(kind) ?? 0) + 1);
  }
  state.sample = addEvidence(state.sample, checkId, showable(example, privacy, first));
  return state;
}

/** Changes the left one. */
export function mergePrivate(left: PrivateRows, right: PrivateRows): PrivateRows {
  left.rows += right.rows;
  left.looked += right.looked;
  left.hits += right.hits;
  left.uncertain += right.uncertain;
  left.tokens += right.tokens;
  left.uncounted += right.uncounted;
  for (const [kind, rows] of right.kinds) {
    left.kinds.set(kind, (left.kinds.get(kind) ?? 0) + rows);
  }
  left.sample = mergeEvidence(left.sample, right.sample);
  return left;
}

/** Rows with certain finds, of the rows looked at. Skipped where nobody looked, open where there are no rows. */
export function finishPrivate({ rows, looked, hits, uncertain, kinds, sample }: PrivateRows): Measured {
  if (rows === 0) {
    return unmeasured('rows');
  }
  if (looked === 0) {
    return skippedMeasured('rows', 'Personal data was not looked for.');
  }
  const details = { ...Object.fromEntries([...kinds].sort()), uncertain, notLooked: rows - looked };
  return countMeasured({ value: hits, unit: 'rows', denominator: looked }, { sample, details });
}

/** `card in 3 rows, iban in 1`; empty where nothing was found. */
export function kindsInWords({ details }: Measured): string {
  return Object.entries(details)
    .filter(([name]) => name !== 'uncertain' && name !== 'notLooked')
    .map(([kind, rows]) => `${kind} in ${rows}`)
    .join(', ');
}
