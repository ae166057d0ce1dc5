// The shape of a readiness check: one question about the data, measured and judged apart. A good check can be automated,
// is objective, tells what to do about it, and can be disputed by its numbers. To add one: a file in checks/<group>/, a
// line in the list beside it and its limits in config/thresholds; the report, the API and the documents read the list.
import type { EvaluationFacts } from './facts/evaluation-facts.js';
import type { HandedMeasures } from './facts/handed-measures.js';
import type { NearFacts } from './facts/near-facts.js';
import type { PowerFacts } from './facts/power-facts.js';
import type { ProductionFacts } from './facts/production-facts.js';
import type { RightsFacts } from './facts/rights-facts.js';
import type { SetFacts } from './facts/set-facts.js';
import type { TargetFacts } from './facts/target-facts.js';
import type { IntakeTally } from './intake/intake-tally.js';
import type { EvidenceRow } from './judging/evidence-sample.js';
import type { RowFacts } from './rows/row-facts.js';

export const taskKinds = ['closed-set classification', 'generation'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What a check may need beside the rows. Null parts are not known, and a check that needs them is skipped with a reason. */
export interface SetContext {
  readonly taskKind: TaskKind;
  /** When it is measured, ms: handed in, so that the same question has the same answer. */
  readonly now: number;
  readonly intake: IntakeTally;
  /** Joined over all rows: sides, fates, duplicates, conflicts, leakage. */
  readonly set: SetFacts;
  readonly near: NearFacts;
  readonly target: TargetFacts;
  readonly production: ProductionFacts | null;
  readonly rights: RightsFacts;
  readonly power: PowerFacts;
  readonly handed: HandedMeasures;
  readonly evaluation: EvaluationFacts;
}

export type Unit = string;

/** What the remedy would do if it were applied now. */
export interface PredictedEffect {
  /** Rows that would go (negative) or come. */
  readonly rows: number;
  /** Trainable tokens that would go or come; null: not counted. */
  readonly tokens: number | null;
  /** The measure afterwards; null: it has to be measured again. */
  readonly metricAfter: number | null;
}

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
  readonly effect?: PredictedEffect | null;
}

/**
 * A mergeable accumulator over valid rows as delivered: any cut of the rows into segments, in any order, must finish to
 * the same measure. States are stored: plain data, maps, sets and typed arrays only.
 */
export interface Measure<State> {
  start(): State;
  /** May change and return the state it is given. Called for millions of rows. */
  add(state: State, row: RowFacts): State;
  /** May change and return the left one; must not change the right one. */
  merge(left: State, right: State): State;
  finish(state: State, set: SetContext): Measured;
}

export const checkOutcomes = ['pass', 'warn', 'fail', 'inconclusive', 'skipped', 'error', 'waived'] as const;
/**
 * `skipped` has a reason and is never a pass. `error`: the check itself broke. `waived`: a named person accepted a
 * warning or failure until a date; it is never shown as a pass.
 */
export type CheckOutcome = (typeof checkOutcomes)[number];

/** Where warning and failing begin. Null: it never does. */
export interface Limits {
  /** `low`: above the limit is worse. `high`: below it is. */
  readonly better: 'low' | 'high';
  readonly warn: number | null;
  readonly fail: number | null;
  /** Where the numbers come from. */
  readonly source: string;
}

export interface Judgement {
  readonly outcome: Exclude<CheckOutcome, 'waived'>;
  /** A sentence with the numbers. */
  readonly text: string;
}

/** Actions that mend a data set; each is a file in curation/actions. */
export type ActionId = string;

export interface Check<State = unknown> {
  /** Short and stable, such as `L02`: letter of the group and number. */
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
  readonly measure: Measure<State>;
  /** @param limits from config/thresholds, with the policy's numbers put in */
  judge(measured: Measured, limits: Limits): Judgement;
  /** What to do about it. */
  readonly remedy: string;
  /** The action that does it; null where only people can. */
  readonly action: ActionId | null;
}

/** For checks that read nothing row by row. */
export const noRowMeasure = {
  start: () => null,
  add: (state: null) => state,
  merge: (left: null) => left,
} as const;
