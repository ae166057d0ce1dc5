// Which hashed n-grams does a student know, and how much does each weigh in a text? Weights are TF-IDF after
// Salton and Buckley (1988): (1 + ln count) times ln((1 + rows) / (1 + rows with it)) + 1, each block (words,
// characters) scaled to length one, then both together. Equal blocks, because validation preferred neither.
import type { FeatureOptions, HashedText } from './hash-features.js';

/** A text as seen by the model: feature numbers, ascending, with their weights; the weights have length one. */
export interface SparseVector {
  readonly features: Uint32Array;
  readonly values: Float32Array;
}

export interface FeatureSpace {
  readonly options: FeatureOptions;
  /** The bucket of each feature, ascending. */
  readonly buckets: Uint32Array;
  /** Inverse document frequency of each feature. */
  readonly idf: Float32Array;
  /** The feature of each bucket, -1 where no training row had it; derived from `buckets`. */
  readonly featureOfBucket: Int32Array;
}

const unknownBucket = -1;

/** How many buckets both blocks have together. */
export function bucketCount(options: FeatureOptions): number {
  return 2 ** (options.hashBits + 1);
}

/** A space from its stored parts. `buckets` must be ascending and below `bucketCount(options)`. */
export function makeFeatureSpace(options: FeatureOptions, buckets: Uint32Array, idf: Float32Array): FeatureSpace {
  const featureOfBucket = new Int32Array(bucketCount(options)).fill(unknownBucket);
  for (const [feature, bucket] of buckets.entries()) {
    featureOfBucket[bucket] = feature;
  }
  return { options, buckets, idf, featureOfBucket };
}

/**
 * Learns the space from the training texts. Keeps every bucket that occurs, unless there are more than `featuresMax`:
 * then those in the fewest rows are left out, whole frequencies at a time, so that the choice depends on no order.
 */
export function learnFeatureSpace(
  texts: readonly HashedText[],
  options: FeatureOptions,
  featuresMax: number,
): FeatureSpace {
  const rowsWith = new Uint32Array(bucketCount(options));
  for (const text of texts) {
    for (const bucket of text.buckets) {
      rowsWith[bucket] = (rowsWith[bucket] ?? 0) + 1;
    }
  }
  const rowsMin = rowsPerFeatureMin(rowsWith, texts.length, featuresMax);
  const buckets: number[] = [];
  const idf: number[] = [];
  for (const [bucket, rows] of rowsWith.entries()) {
    if (rows >= rowsMin) {
      buckets.push(bucket);
      idf.push(Math.log((1 + texts.length) / (1 + rows)) + 1);
    }
  }
  return makeFeatureSpace(options, Uint32Array.from(buckets), Float32Array.from(idf));
}

/** The smallest number of rows that leaves at most `featuresMax` buckets. */
function rowsPerFeatureMin(rowsWith: Uint32Array, rowCount: number, featuresMax: number): number {
  const bucketsWith = new Uint32Array(rowCount + 1);
  for (const rows of rowsWith) {
    bucketsWith[rows] = (bucketsWith[rows] ?? 0) + 1;
  }
  let kept = 0;
  for (let rows = rowCount; rows > 0; rows -= 1) {
    kept += bucketsWith[rows] ?? 0;
    if (kept > featuresMax) {
      return rows + 1;
    }
  }
  return 1;
}

/** The weights of a text in the space; empty where it shares no n-gram with the training rows. */
export function weighText(text: HashedText, space: FeatureSpace): SparseVector {
  const features = new Uint32Array(text.buckets.length);
  const values = new Float32Array(text.buckets.length);
  const charsFrom = 2 ** space.options.hashBits;
  let known = 0;
  let knownWords = 0;
  for (const [place, bucket] of text.buckets.entries()) {
    const feature = space.featureOfBucket[bucket] ?? unknownBucket;
    if (feature !== unknownBucket) {
      features[known] = feature;
      values[known] = (1 + Math.log(text.counts[place] ?? 1)) * (space.idf[feature] ?? 0);
      known += 1;
      knownWords = bucket < charsFrom ? known : knownWords;
    }
  }
  scaleBlocks(values.subarray(0, knownWords), values.subarray(knownWords, known));
  return { features: features.slice(0, known), values: values.slice(0, known) };
}

function scaleBlocks(words: Float32Array, chars: Float32Array): void {
  const blocks = [words, chars].filter((block) => block.length > 0);
  for (const block of blocks) {
    let squares = 0;
    for (const value of block) {
      squares += value * value;
    }
    const factor = 1 / Math.sqrt(squares * blocks.length);
    for (const [place, value] of block.entries()) {
      block[place] = value * factor;
    }
  }
}
