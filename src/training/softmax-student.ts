// The baseline student: multinomial logistic regression over hashed n-grams (see hash-features.ts, feature-space.ts),
// fitted by stochastic gradient descent with a step that falls to zero. No clock, no randomness: the order of the rows
// in each pass comes from their digest and the seed, and Math.exp and Math.log are V8's own port of fdlibm, so the
// same rows give the same student on every machine. What keeps it from learning
// rows by heart is features left out at each update (see feature-thinner.ts); weight decay made validation worse.

import { seededRandom } from '../kernel/seeded-random.js';
import { type FeatureSpace, learnFeatureSpace, type SparseVector, weighText } from './feature-space.js';
import { FeatureThinner } from './feature-thinner.js';
import { hashFeatures } from './hash-features.js';
import { shuffleInPlace } from './seeded-shuffle.js';
import { addScores, quantise, SoftmaxFit, softmaxInPlace } from './softmax-fit.js';
import { hyperparameterFault, type StudentHyperparameters } from './student-hyperparameters.js';
import { rowsDigest, type StudentRow, sortRows, studentRowsFault } from './student-rows.js';

export interface Student {
  readonly hyperparameters: StudentHyperparameters;
  /** In UTF-16 order. */
  readonly labels: readonly string[];
  readonly space: FeatureSpace;
  /** Natural logarithm of each label's share of the training rows; what is answered where a text says nothing. */
  readonly logShares: Float32Array;
  /** Feature by feature, one weight per label; the weight is this times the feature's scale. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly datasetDigest: string;
  readonly trainRows: number;
  /** Mean cross-entropy in nats over the last pass, each row measured before its own update, with features left out. */
  readonly finalLoss: number;
}

export interface StudentProgress {
  readonly phase: 'reading' | 'fitting' | 'packing';
  /** The pass that is being made, from 1; 0 before the first. */
  readonly epoch: number;
  readonly epochs: number;
  /** Mean cross-entropy in nats over the rows of this pass so far; null before the first. */
  readonly loss: number | null;
  /** Work done, from 0 to 1, never falling. */
  readonly share: number;
}

export interface Prediction {
  readonly label: string;
  readonly probability: number;
  /** The most probable labels, best first. */
  readonly scores: readonly { readonly label: string; readonly probability: number }[];
}

/** Work shares of the phases, as measured on ten thousand short rows. */
const readingShare = 0.1;
const packingShare = 0.02;
const rowsPerReport = 500;

/**
 * Trains step by step: yields progress, returns the student. Every `next` does a slice of work (some hundred rows),
 * so whoever drives it may stop in between.
 * @throws RangeError where rows or hyperparameters cannot be used, with the reason
 */
export function* trainStudent(
  rows: readonly StudentRow[],
  hyperparameters: StudentHyperparameters,
): Generator<StudentProgress, Student> {
  const fault = studentRowsFault(rows) ?? hyperparameterFault({ ...hyperparameters });
  if (fault !== null) {
    throw new RangeError(`cannot train a student: ${fault}`);
  }
  const sorted = sortRows(rows);
  const datasetDigest = rowsDigest(sorted);
  const labels = [...new Set(sorted.map((row) => row.label))];
  const plan = { labels, hyperparameters, epochs: epochsFor(sorted.length, hyperparameters) };
  const { space, vectors } = yield* readRows(sorted, plan);
  const labelNumbers = new Map(labels.map((label, number) => [label, number]));
  const targets = Uint16Array.from(sorted, (row) => labelNumbers.get(row.label) ?? 0);
  const fit = new SoftmaxFit(space.buckets.length, labelCounts(targets, labels.length), hyperparameters);
  const { featureDropShare } = hyperparameters;
  const seed = (Number.parseInt(datasetDigest.slice(7, 15), 16) ^ hyperparameters.seed) >>> 0;
  const finalLoss = yield* fitRows(fit, { vectors, targets, epochs: plan.epochs, featureDropShare, seed });
  yield { phase: 'packing', epoch: plan.epochs, epochs: plan.epochs, loss: finalLoss, share: 1 - packingShare };
  const { weights, scales } = quantise(fit.weights, labels.length);
  const { logShares } = fit;
  return {
    hyperparameters,
    labels,
    space,
    logShares,
    weights,
    scales,
    datasetDigest,
    trainRows: rows.length,
    finalLoss,
  };
}

/**
 * The most probable label of a text. A text that shares no n-gram with the training rows (an empty one too) gets the
 * most frequent label, with that label's share as its probability.
 * @param topCount how many labels to return in `scores`
 */
export function predictLabel(student: Student, text: string, topCount = 3): Prediction {
  const probabilities = labelProbabilities(student, text);
  const order = [...probabilities.keys()].sort(
    (left, right) => (probabilities[right] ?? 0) - (probabilities[left] ?? 0),
  );
  const scores = order.slice(0, Math.max(1, topCount)).map((number) => ({
    label: student.labels[number] ?? '',
    probability: probabilities[number] ?? 0,
  }));
  return { label: scores[0]?.label ?? '', probability: scores[0]?.probability ?? 0, scores };
}

/** One probability for each of the student's labels, in their order; they sum to 1. */
export function labelProbabilities(student: Student, text: string): Float64Array {
  const vector = weighText(hashFeatures(text, student.hyperparameters), student.space);
  const scaled = vector.values.map((value, place) => value * (student.scales[vector.features[place] ?? 0] ?? 0));
  const probabilities = Float64Array.from(student.logShares);
  addScores(probabilities, { features: vector.features, values: scaled }, student.weights);
  softmaxInPlace(probabilities);
  return probabilities;
}

function epochsFor(rowCount: number, hyperparameters: StudentHyperparameters): number {
  return Math.max(hyperparameters.epochs, Math.ceil(hyperparameters.updatesMin / rowCount));
}

interface ReadPlan {
  readonly labels: readonly string[];
  readonly hyperparameters: StudentHyperparameters;
  readonly epochs: number;
}

function* readRows(sorted: readonly StudentRow[], plan: ReadPlan) {
  const texts = [];
  for (const [place, row] of sorted.entries()) {
    if (place % rowsPerReport === 0) {
      const share = (readingShare * place) / sorted.length;
      yield { phase: 'reading' as const, epoch: 0, epochs: plan.epochs, loss: null, share };
    }
    texts.push(hashFeatures(row.text, plan.hyperparameters));
  }
  const featuresMax = Math.floor(plan.hyperparameters.weightsMax / plan.labels.length);
  const space = learnFeatureSpace(texts, plan.hyperparameters, featuresMax);
  return { space, vectors: texts.map((text) => weighText(text, space)) };
}

interface FitPlan {
  readonly vectors: readonly SparseVector[];
  readonly targets: Uint16Array;
  readonly epochs: number;
  readonly featureDropShare: number;
  readonly seed: number;
}

/** All passes; returns the mean loss of the last. */
function* fitRows(fit: SoftmaxFit, plan: FitPlan): Generator<StudentProgress, number> {
  const { vectors, epochs } = plan;
  const updates = epochs * vectors.length;
  const order = Uint32Array.from(vectors.keys());
  const random = seededRandom(plan.seed);
  const thinner = new FeatureThinner(vectors, plan.featureDropShare);
  let done = 0;
  let meanLoss = 0;
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    shuffleInPlace(order, random);
    let loss = 0;
    for (const [place, row] of order.entries()) {
      const vector = thinner.thin(vectors[row] ?? noFeatures, random);
      loss += fit.update(vector, plan.targets[row] ?? 0, 1 - done / updates);
      done += 1;
      if (done % rowsPerReport === 0) {
        const share = readingShare + (1 - readingShare - packingShare) * (done / updates);
        yield { phase: 'fitting', epoch, epochs, loss: loss / (place + 1), share };
      }
    }
    meanLoss = loss / vectors.length;
  }
  return meanLoss;
}

const noFeatures: SparseVector = { features: new Uint32Array(0), values: new Float32Array(0) };

function labelCounts(targets: Uint16Array, labelCount: number): Uint32Array {
  const counts = new Uint32Array(labelCount);
  for (const target of targets) {
    counts[target] = (counts[target] ?? 0) + 1;
  }
  return counts;
}
