// What only the joined rows can tell: sides, fates, duplicates, conflicts, leakage. Counted by the set pass, in SQL, from
// the facts of all segments; the same statements run on a cluster.
import type { EvidenceSample } from '../judging/evidence-sample.js';
import type { Split } from '../rows/split-of.js';

/**
 * What assembling did with the row. `outranked`: captured, and an import has the same prompt. `repeated`: its prompt was
 * there before. `leaked`: a training row whose prompt is held out. Only `kept` rows are in the data set.
 */
export const rowFates = ['kept', 'outranked', 'repeated', 'leaked'] as const;
export type RowFate = (typeof rowFates)[number];

/** Beyond so many labels an answer is no class. */
export const classificationLabelsMax = 10_000;

export type BySide = Readonly<Record<Split, number>>;

/** Why a valid row is not trained on, in the order in which it is asked: a row counts for the first that holds. */
export const rowLosses = [
  'barred',
  'highPersonalData',
  'secret',
  'outranked',
  'repeatedTrain',
  'repeatedHoldout',
  'leaked',
  'notLearnt',
  'truncated',
  'disliked',
  'heldOut',
] as const;
export type RowLoss = (typeof rowLosses)[number];

export interface CountedShare {
  readonly numerator: number;
  readonly denominator: number;
  readonly sample: EvidenceSample;
}

export interface ClassRows {
  readonly label: string;
  /** Training rows as delivered, outranked ones excepted. */
  readonly deliveredTrain: number;
  readonly keptTrain: number;
  readonly keptHoldout: number;
}

export interface TopValue {
  readonly rows: number;
  readonly excerpt: string;
}

export interface SetFacts {
  /** Valid rows as delivered. */
  readonly rows: number;
  readonly fates: Readonly<Record<RowFate, BySide>>;
  /** By label, at most 10,000; empty for generation. */
  readonly classes: readonly ClassRows[];
  /** Training rows that repeat the row key of an earlier one, of all training rows. */
  readonly exactDuplicates: CountedShare;
  /** Training prompts that stand in more than one row: rows beyond the first, of all training rows. */
  readonly repeatedPrompts: CountedShare;
  /** Prompts with more than one row, and of these the ones whose answers differ. */
  readonly promptsWithSeveralRows: number;
  readonly promptsWithSeveralAnswers: CountedShare;
  /** Delivered training rows beyond the first of a prompt whose rows have more than one answer, of all training rows. */
  readonly rowsWithOtherAnswers: CountedShare;
  /** Delivered training prompts with more than one label, of all of them; classification only. */
  readonly labelConflicts: CountedShare;
  /** Share of the most frequent answer among delivered training rows. */
  readonly topAnswers: readonly TopValue[];
  readonly templates: { readonly distinct: number; readonly rows: number; readonly top: readonly TopValue[] };
  /** Delivered held-out rows whose prompt a delivered training row has too, of all held-out rows. */
  readonly leakedExactly: CountedShare;
  /** Kept held-out rows whose prompt a kept training row has too: none, unless assembling is broken. */
  readonly leakedStill: number;
  /** Groups (conversation, user, session) on both sides, of all groups named; denominator 0: no row names one. */
  readonly groupsOnBothSides: CountedShare;
  /**
   * Held-out rows of 26 words or more that share a 13-gram of the prompt with a training row, of all such rows; and of
   * these the ones of which more than half of the words are covered.
   */
  readonly sharedNgrams: CountedShare;
  readonly mostlyCovered: number;
  /** The same against public benchmarks that are named in the configuration; denominator 0: none is. */
  readonly benchmarkNgrams: CountedShare;
  /** Rows whose answer (4 normal characters or more) stands in the prompt. */
  readonly answerInPrompt: CountedShare;
  /** Held-out rows that their own system prompt shows as an example, of the held-out rows with a system prompt. */
  readonly fewShotInHoldout: CountedShare;
  /** Share of characters of prompts in sentences that more than 5 % of the rows have. */
  readonly boilerplate: CountedShare;
  /** Rows by calendar day (UTC), for rate and gaps: ISO date to usable rows. */
  readonly rowsByDay: Readonly<Record<string, number>>;
  /** Kept rows by slice name and value. */
  readonly slices: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Valid rows by the first reason for which they are not trained on; the rest is. */
  readonly lost: Readonly<Partial<Record<RowLoss, number>>>;
  /** Kept training rows that no row check takes out: permitted, clean of personal data, learnt by the recipe. */
  readonly funnel: {
    readonly permitted: number;
    readonly clean: number;
    readonly inBudget: number;
    readonly trainable: number;
  };
  /** Rows whose side or fate changed when the set was assembled again in another order. */
  readonly movedRows: number;
  readonly digest: string;
  /** The digest of the set that was assembled again in another order. */
  readonly digestAgain: string;
}
