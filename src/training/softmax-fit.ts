// The arithmetic of multinomial logistic regression: scores, probabilities, one gradient step, and packing the fitted
// weights into bytes. Weights stand feature by feature, one per label, so that a row touches whole runs of memory.
import type { SparseVector } from './feature-space.js';
import type { StudentHyperparameters } from './student-hyperparameters.js';

/** Classes whose probability is this close to the truth are left alone: saves most of the work, changes nothing seen. */
const gradientMin = 0.001;
const int8Max = 127;

/** The weights while they are fitted, and the buffers that each update reuses. */
export class SoftmaxFit {
  readonly weights: Float32Array;
  readonly logShares: Float32Array;
  private readonly steps: Float64Array;
  private readonly probabilities: Float64Array;
  private readonly movedLabels: Uint16Array;
  private readonly movedBy: Float64Array;

  constructor(featureCount: number, rowsPerLabel: Uint32Array, hyperparameters: StudentHyperparameters) {
    const labelCount = rowsPerLabel.length;
    const rowCount = rowsPerLabel.reduce((sum, rows) => sum + rows, 0);
    const { learningRate, rareClassExponent, rareClassWeightMax } = hyperparameters;
    this.weights = new Float32Array(featureCount * labelCount);
    this.logShares = Float32Array.from(rowsPerLabel, (rows) => Math.log(rows / rowCount));
    this.steps = Float64Array.from(rowsPerLabel, (rows) => {
      const rarity = (rowCount / (labelCount * rows)) ** rareClassExponent;
      return learningRate * Math.min(rareClassWeightMax, Math.max(1 / rareClassWeightMax, rarity));
    });
    this.probabilities = new Float64Array(labelCount);
    this.movedLabels = new Uint16Array(labelCount);
    this.movedBy = new Float64Array(labelCount);
  }

  /** One step along the gradient of one row; returns the row's loss before it. */
  update(vector: SparseVector, target: number, stepShare: number): number {
    this.probabilities.set(this.logShares);
    addScores(this.probabilities, vector, this.weights);
    softmaxInPlace(this.probabilities);
    const moved = this.collectMoves(target, (this.steps[target] ?? 0) * stepShare);
    this.move(vector, moved);
    return -Math.log(Math.max(Number.MIN_VALUE, this.probabilities[target] ?? 0));
  }

  private collectMoves(target: number, step: number): number {
    let moved = 0;
    for (let label = 0; label < this.probabilities.length; label += 1) {
      const error = (label === target ? 1 : 0) - (this.probabilities[label] ?? 0);
      if (Math.abs(error) > gradientMin) {
        this.movedLabels[moved] = label;
        this.movedBy[moved] = error * step;
        moved += 1;
      }
    }
    return moved;
  }

  private move(vector: SparseVector, moved: number): void {
    const { weights, movedLabels, movedBy } = this;
    const labelCount = this.probabilities.length;
    for (let place = 0; place < vector.features.length; place += 1) {
      const from = (vector.features[place] ?? 0) * labelCount;
      const value = vector.values[place] ?? 0;
      for (let item = 0; item < moved; item += 1) {
        const at = from + (movedLabels[item] ?? 0);
        weights[at] = (weights[at] ?? 0) + value * (movedBy[item] ?? 0);
      }
    }
  }
}

/** Adds what each label gets from the features of a text. */
export function addScores(scores: Float64Array, vector: SparseVector, weights: Float32Array | Int8Array): void {
  const labelCount = scores.length;
  for (let place = 0; place < vector.features.length; place += 1) {
    const from = (vector.features[place] ?? 0) * labelCount;
    const value = vector.values[place] ?? 0;
    for (let label = 0; label < labelCount; label += 1) {
      scores[label] = (scores[label] ?? 0) + value * (weights[from + label] ?? 0);
    }
  }
}

/** Turns scores into probabilities; the highest is taken off first, so that no power overflows. */
export function softmaxInPlace(scores: Float64Array): void {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let label = 0; label < scores.length; label += 1) {
    const power = Math.exp((scores[label] ?? 0) - highest);
    scores[label] = power;
    sum += power;
  }
  for (let label = 0; label < scores.length; label += 1) {
    scores[label] = (scores[label] ?? 0) / sum;
  }
}

/** Eight bits per weight with one scale per feature: a quarter of the bytes, and one answer in a thousand changes. */
export function quantise(weights: Float32Array, labelCount: number): { weights: Int8Array; scales: Float32Array } {
  const scales = new Float32Array(weights.length / labelCount);
  const packed = new Int8Array(weights.length);
  for (let feature = 0; feature < scales.length; feature += 1) {
    const row = weights.subarray(feature * labelCount, (feature + 1) * labelCount);
    const largest = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    scales[feature] = largest / int8Max;
    if (largest > 0) {
      packed.set(
        row.map((weight) => Math.round((weight / largest) * int8Max)),
        feature * labelCount,
      );
    }
  }
  return { weights: packed, scales };
}
