// From the answers to the verdict. A candidate that did not answer is wrong: users would have got nothing. An incumbent
// that did not answer leaves nothing to compare with, and counting it as wrong would flatter the candidate: such a pair
// is left out, and said to be. When more than one row in a hundred had a failed answer, the comparison as a whole could
// not be made: it says `error`, whatever the rest shows.
import { digestOf } from '../kernel/digest.js';
import type { EvidenceDraft } from '../kernel/evidence.js';
import type { EvaluationThresholds } from '../kernel/policy.js';
import type { Outcome } from '../kernel/verdict.js';
import { type ClusteredError, clusteredError } from './clustered-error.js';
import { comparePaired, type PairedComparison } from './compare-paired.js';
import type { Answered, EvaluationItem, EvaluationRow } from './evaluation-record.js';
import { exactLabel } from './evaluators/exact-label.js';
import { pairedTable } from './paired-table.js';

/** Share of rows with a failed answer above which nothing is concluded. */
export const failedShareMax = 0.01;

/** How many of so many rows may fail. */
export function failuresAllowed(rows: number): number {
  return Math.floor(rows * failedShareMax);
}

export interface AnswerPair {
  readonly incumbent: Answered;
  readonly candidate: Answered;
}

function textOf(answered: Answered): string | null {
  return answered.kind === 'answer' ? answered.text : null;
}

function problemOf(side: string, answered: Answered): string[] {
  return answered.kind === 'failure' ? [`${side}: ${answered.reason}, ${answered.detail}`] : [];
}

/** Judges one row by its label. */
export function judgeRow(row: EvaluationRow, { incumbent, candidate }: AnswerPair): EvaluationItem {
  const judge = (answer: string | null) => exactLabel.judge({ expected: row.label, answer }).correct;
  const incumbentAnswer = textOf(incumbent);
  const candidateAnswer = textOf(candidate);
  const problems = [...problemOf('incumbent', incumbent), ...problemOf('candidate', candidate)];
  return {
    rowKey: row.rowKey,
    expected: row.label,
    incumbentAnswer,
    candidateAnswer,
    incumbentCorrect: judge(incumbentAnswer),
    candidateCorrect: candidateAnswer === null ? false : judge(candidateAnswer),
    problem: problems.length === 0 ? null : problems.join('; '),
  };
}

export interface ComparisonInput {
  readonly evaluationId: string;
  readonly datasetId: string;
  readonly datasetDigest: string;
  readonly artefactDigest: string;
  readonly thresholds: EvaluationThresholds;
  /** Rows of the split, answered or not. */
  readonly rows: number;
  readonly items: readonly EvaluationItem[];
  readonly now: number;
}

function outcomeOf(comparison: PairedComparison, failures: number, input: ComparisonInput): Outcome {
  if (failures > failuresAllowed(input.rows) || input.items.length < input.rows) {
    return 'error';
  }
  const isTooSmall = comparison.n < input.thresholds.pairsMin;
  return comparison.outcome === 'pass' && isTooSmall ? 'inconclusive' : comparison.outcome;
}

/**
 * The difference as if only the classes were independent: a design effect well above 1 says that a few classes carry it.
 * Null without a judged pair.
 */
function differenceByClass(items: readonly EvaluationItem[]): ClusteredError | null {
  const byClass = new Map<string, number[]>();
  for (const { expected, candidateCorrect, incumbentCorrect } of items) {
    if (candidateCorrect !== null && incumbentCorrect !== null) {
      byClass.set(expected, [...(byClass.get(expected) ?? []), Number(candidateCorrect) - Number(incumbentCorrect)]);
    }
  }
  return clusteredError([...byClass.values()]);
}

/** Evidence of kind `evaluation.comparison`. RangeError on thresholds that make no test. */
export function comparisonEvidence(input: ComparisonInput): EvidenceDraft {
  const { thresholds, items, evaluationId, datasetId, datasetDigest, artefactDigest } = input;
  const table = pairedTable(items);
  const { nonInferiorityMargin: margin, alpha, power } = thresholds;
  const comparison = comparePaired(table, { margin, alpha, power });
  const failures = items.filter((item) => item.problem !== null).length;
  const outcome = outcomeOf(comparison, failures, input);
  return {
    kind: 'evaluation.comparison',
    source: 'measured',
    measuredAt: input.now,
    inputsDigest: digestOf({ datasetDigest, artefactDigest, thresholds }),
    methodVersion: comparison.method,
    outcome,
    value: {
      evaluationId,
      datasetId,
      datasetDigest,
      artefactDigest,
      evaluator: exactLabel.id,
      rows: input.rows,
      answeredRows: items.length,
      failures,
      failuresAllowed: failuresAllowed(input.rows),
      unjudged: table.unjudged,
      pairsMin: thresholds.pairsMin,
      differenceByClass: differenceByClass(items),
      ...comparison,
      requiredPairs: comparison.requiredPairs === null ? null : Math.max(comparison.requiredPairs, thresholds.pairsMin),
      outcome,
    },
  };
}
