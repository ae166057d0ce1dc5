// Leaves out part of a row's features, others at each update, so that no label rests on one word alone: for a linear
// model over rare words this regularises better than weight decay (Wager, Wang and Liang 2013).
import type { SparseVector } from './feature-space.js';

/** Gives thinned copies of vectors; all share one buffer, so a copy is good until the next one is made. */
export class FeatureThinner {
  private readonly features: Uint32Array;
  private readonly values: Float32Array;

  /** @param dropShare share of the features to leave out, from 0 to below 1 */
  constructor(
    vectors: readonly SparseVector[],
    private readonly dropShare: number,
  ) {
    const longest = vectors.reduce((most, vector) => Math.max(most, vector.features.length), 0);
    this.features = new Uint32Array(longest);
    this.values = new Float32Array(longest);
  }

  /** What is kept is raised by as much as is lost on average, so that whole texts need no correction later. */
  thin(vector: SparseVector, random: () => number): SparseVector {
    const raise = 1 / (1 - this.dropShare);
    let kept = 0;
    for (let place = 0; place < vector.features.length; place += 1) {
      if (random() >= this.dropShare) {
        this.features[kept] = vector.features[place] ?? 0;
        this.values[kept] = (vector.values[place] ?? 0) * raise;
        kept += 1;
      }
    }
    return { features: this.features.subarray(0, kept), values: this.values.subarray(0, kept) };
  }
}
