// The shape of a readiness check: one question about the data, measured and judged apart. A good check can be automated,
// is objective, tells what to do about it, and can be disputed by its numbers. To add one: a file in checks/ and a line
// in checks/all-checks.ts; the report, the API and the documents read the list.
import type { ReadinessThresholds } from '../kernel/policy.js';
import type { IntakeTally } from './intake-tally.js';
import type { EvidenceRow, EvidenceSample } from './judging/evidence-sample.js';
import type { Example } from './rows/example.js';
import type { Split } from './rows/split-of.js';

export const taskKinds = ['closed-set classification', 'generation'] as const;
export type TaskKind = (typeof taskKinds)[number];

/**
 * What assembling did with the row. `outranked`: captured, and an import has the same prompt. `repeated`: its prompt was
 * there before. `leaked`: a training row whose prompt is held out. Only `kept` rows are in the data set.
 */
export type RowFate = 'kept' | 'outranked' | 'repeated' | 'leaked';

export interface CheckedRow extends Example {
  readonly side: Split;
  readonly fate: RowFate;
}

/** Near duplicates, found once for all checks that ask. Rows as delivered, captured ones that were outranked excepted. */
export interface NearFacts {
  readonly trainRows: number;
  readonly removableTrainRows: number;
  readonly pairs: number;
  readonly largestCluster: number;
  readonly holdoutRows: number;
  /** Hold-out rows with a near neighbour among the training rows as delivered. */
  readonly nearHoldoutRows: number;
  /** Of these: those whose neighbour is still there after repeated and leaked rows were taken out. */
  readonly nearHoldoutRowsLeft: number;
  /** False: the counts are lower bounds. */
  readonly complete: boolean;
  readonly removableSample: EvidenceSample;
  readonly nearHoldoutSample: EvidenceSample;
}

/** What a check may need beside the rows: facts of the set as a whole, and of the project. */
export interface SetContext {
  readonly taskKind: TaskKind;
  /** Tokens that the candidate reads at once; null: not known. */
  readonly candidateContextTokens: number | null;
  readonly intake: IntakeTally;
  readonly near: NearFacts;
  /** Rows whose side or fate changed when the set was assembled again from the same rows in reverse order. */
  readonly movedRows: number;
  readonly thresholds: ReadinessThresholds;
}

export type Unit = 'rows' | 'share' | 'labels' | 'prompts' | 'share of even' | 'rows per day';

/** What was measured. A null value means that it could not be: it never passes. */
export interface Measured {
  readonly value: number | null;
  readonly unit: Unit;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly evidence: readonly EvidenceRow[];
  readonly evidenceTotal: number;
  /** Why the question does not arise or cannot be asked; null when it was asked. */
  readonly skipped: string | null;
  /** Further numbers for the sentence. */
  readonly details: Readonly<Record<string, number | string>>;
}

/** A mergeable accumulator: any cut of the rows into segments, in any order, must finish to the same measure. */
export interface Measure<State> {
  start(): State;
  /** May change and return the state it is given. */
  add(state: State, row: CheckedRow): State;
  merge(left: State, right: State): State;
  finish(state: State, set: SetContext): Measured;
}

export const checkOutcomes = ['pass', 'warn', 'fail', 'inconclusive', 'skipped', 'error'] as const;
/** `skipped` has a reason and is never a pass. `error`: the check itself broke. */
export type CheckOutcome = (typeof checkOutcomes)[number];

type ThresholdKey = keyof ReadinessThresholds;

/** Where warning and failing begin: a number, or the name of the policy's number. Null: it never does. */
export interface Limits {
  /** `low`: above the limit is worse. `high`: below it is. */
  readonly better: 'low' | 'high';
  readonly warn: number | ThresholdKey | null;
  readonly fail: number | ThresholdKey | null;
  /** Where the numbers come from. */
  readonly source: string;
}

export interface Judgement {
  readonly outcome: CheckOutcome;
  /** A sentence with the numbers. */
  readonly text: string;
}

export interface Check<State = unknown> {
  /** Short and stable, such as `L02`: letter of the family and number. */
  readonly id: string;
  /** Dotted noun, such as `leak.near`. */
  readonly name: string;
  /** Raised when the same data could get another verdict. */
  readonly version: number;
  readonly question: string;
  readonly why: string;
  readonly source: string;
  /** Whether the data set is refused when it fails. */
  readonly blocking: boolean;
  readonly limits: Limits;
  readonly measure: Measure<State>;
  judge(measured: Measured, thresholds: ReadinessThresholds): Judgement;
  /** What to do about it. */
  readonly remedy: string;
}

/** Limits with the policy's numbers put in. */
export interface ResolvedLimits {
  readonly warn: number | null;
  readonly fail: number | null;
}

/** A policy that fails earlier than the catalogue warns moves the warning along: warning never comes after failing. */
export function resolveLimits(limits: Limits, thresholds: ReadinessThresholds): ResolvedLimits {
  const numberOf = (limit: number | ThresholdKey | null) => (typeof limit === 'string' ? thresholds[limit] : limit);
  const warn = numberOf(limits.warn);
  const fail = numberOf(limits.fail);
  if (warn === null || fail === null) {
    return { warn, fail };
  }
  return { warn: limits.better === 'low' ? Math.min(warn, fail) : Math.max(warn, fail), fail };
}
