// The learning curve of a data set: a cheap student learns from nested parts of the training rows and answers the
// hold-out. Closed-set classification only; the rows are those that would be frozen.
import type { LearningCurve, LearningPoint } from '../facts/handed-measures.js';
import { fitLearningCurve } from './fit-learning-curve.js';
import { bestLabel, type LabelledText, type Learner } from './learner.js';
import { type DealtRow, nestedSubsets } from './nested-subsets.js';

const shares = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1] as const;
/** More answers than this only make the wait longer: accuracy is known to two points. */
const askedMax = 2_000;

export type LabelledRow = DealtRow & LabelledText;

export interface CurveOrder {
  readonly train: readonly LabelledRow[];
  readonly holdout: readonly LabelledRow[];
}

/** Null where there is nothing to learn from or to ask: fewer than two labels, or no hold-out. */
export async function measureLearningCurve(order: CurveOrder, learner: Learner): Promise<LearningCurve | null> {
  const labels = new Set(order.train.map(({ label }) => label));
  const learnt = new Set(order.train.map(({ text }) => text));
  const asked = nestedSubsets(
    order.holdout.filter(({ text }) => !learnt.has(text)),
    [Math.min(1, askedMax / Math.max(1, order.holdout.length))],
  ).flat();
  if (labels.size < 2 || asked.length === 0) {
    return null;
  }
  const points: LearningPoint[] = [];
  for (const train of subsetsOfDifferentSize(order.train)) {
    points.push({ trainRows: train.length, accuracy: await accuracyOf(train, { asked, learner }) });
  }
  return fitLearningCurve(points);
}

/** Classes of few rows make small shares alike: what was learnt once is not learnt again. */
function subsetsOfDifferentSize(rows: readonly LabelledRow[]): LabelledRow[][] {
  const subsets = nestedSubsets(rows, shares);
  return subsets.filter((subset, at) => subset.length !== subsets[at + 1]?.length);
}

async function accuracyOf(
  train: readonly LabelledRow[],
  { asked, learner }: { asked: readonly LabelledRow[]; learner: Learner },
): Promise<number> {
  const answers = await learner.score({ train: train.map(labelledText), texts: asked.map(({ text }) => text) });
  const right = asked.filter(({ label }, at) => bestLabel(answers, at) === label).length;
  return right / asked.length;
}

export function labelledText({ text, label }: LabelledText): LabelledText {
  return { text, label };
}
