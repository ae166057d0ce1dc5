// Has somebody labelled wrongly? Each third of the training rows is answered by a student that learnt from the other two;
// what confident learning then suspects is counted, and the worst are shown for people to look at.
import type { LabelNoise, SuspectLabel } from '../facts/handed-measures.js';
import { type EvidenceRow, excerptOf } from '../judging/evidence-sample.js';
import { suspectRows } from './confident-learning.js';
import type { LabelledText, Learner, LearntAnswers } from './learner.js';
import { labelledText } from './measure-learning-curve.js';
import { type DealtRow, stratifiedFolds } from './nested-subsets.js';

const foldCount = 3;
const shownMax = 50;

export type PlacedRow = DealtRow & LabelledText & Pick<EvidenceRow, 'origin' | 'originId' | 'line'>;

/** Null where no fold could teach: fewer than two labels, or a class in a single row only everywhere. */
export async function measureLabelNoise(train: readonly PlacedRow[], learner: Learner): Promise<LabelNoise | null> {
  const folds = stratifiedFolds(train, foldCount);
  const labels = [...new Set(train.map(({ label }) => label))].sort();
  if (labels.length < 2 || folds.some((fold) => fold.length === 0)) {
    return null;
  }
  const asked = folds.flat();
  const places = new Map(labels.map((label, at) => [label, at]));
  const probabilities = new Float32Array(asked.length * labels.length);
  let row = 0;
  for (const fold of folds) {
    const others = folds.filter((other) => other !== fold).flat();
    const answers = await learner.score({ train: others.map(labelledText), texts: fold.map(({ text }) => text) });
    for (let text = 0; text < fold.length; text += 1, row += 1) {
      copyProbabilities(probabilities.subarray(row * labels.length), { answers, text, places });
    }
  }
  const given = asked.map(({ label }) => places.get(label) ?? 0);
  const suspects = suspectRows({ labels, given, probabilities });
  const worst = suspects.slice(0, shownMax).flatMap(({ row: at, suggested, margin }) => {
    const suspect = asked[at];
    return suspect === undefined ? [] : [shown(suspect, { suggested: labels[suggested] ?? '', margin })];
  });
  return { rows: asked.length, suspects: suspects.length, worst };
}

interface FoldAnswers {
  readonly answers: LearntAnswers;
  readonly text: number;
  readonly places: ReadonlyMap<string, number>;
}

/** A student knows only the labels of its own folds: the others keep the probability 0. */
function copyProbabilities(target: Float32Array, { answers, text, places }: FoldAnswers): void {
  for (const [at, label] of answers.labels.entries()) {
    const place = places.get(label);
    if (place !== undefined) {
      target[place] = answers.probabilities[text * answers.labels.length + at] ?? 0;
    }
  }
}

function shown(row: PlacedRow, { suggested, margin }: { suggested: string; margin: number }): SuspectLabel {
  const { rowKey, label, origin, originId, line, text } = row;
  return { rowKey, given: label, suggested, margin, excerpt: excerptOf(text), place: { origin, originId, line } };
}
