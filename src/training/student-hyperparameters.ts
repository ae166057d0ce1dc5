// What a baseline student's training can be told, and within which bounds. The values that are used, with their
// reasons, stand in recipes/baseline-student.ts.
import type { FeatureOptions } from './hash-features.js';

export interface StudentHyperparameters extends FeatureOptions {
  /** Passes over the rows, at least. */
  readonly epochs: number;
  /** Rows seen in all, at least: a small set gets more passes until it reaches this. */
  readonly updatesMin: number;
  /** Step of the first update; falls in a straight line to zero at the last. */
  readonly learningRate: number;
  /** Share of a row's features that each update leaves out. */
  readonly featureDropShare: number;
  /** A row counts (even share / share of its class) to this power: 0 is every row alike, 1 every class alike. */
  readonly rareClassExponent: number;
  /** Upper bound of that count, and its reciprocal the lower one. */
  readonly rareClassWeightMax: number;
  /** Features times classes, at most: bounds memory (4 bytes each while training) and the artefact (1 byte each). */
  readonly weightsMax: number;
  /** Joined with the digest of the rows to order them in each pass. */
  readonly seed: number;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

const whole = (min: number, max: number): Bounds => ({ min, max, whole: true });

const bounds: Readonly<Record<keyof StudentHyperparameters, Bounds>> = {
  wordNgramMax: whole(1, 5),
  charNgramMin: whole(1, 8),
  charNgramMax: whole(1, 8),
  hashBits: whole(10, 22),
  textUnitsMax: whole(1, 1_000_000),
  charUnitsMax: whole(0, 100_000),
  epochs: whole(1, 1_000),
  updatesMin: whole(0, 1_000_000),
  learningRate: { min: 0.001, max: 100, whole: false },
  featureDropShare: { min: 0, max: 0.9, whole: false },
  rareClassExponent: { min: 0, max: 1, whole: false },
  rareClassWeightMax: { min: 1, max: 100, whole: false },
  weightsMax: whole(1_000_000, 256_000_000),
  seed: whole(0, 0xffffffff),
};

/** What is wrong with the value, in one sentence; null where it is a usable set of hyperparameters. */
export function hyperparameterFault(value: Readonly<Record<string, unknown>>): string | null {
  for (const [name, { min, max, whole: mustBeWhole }] of Object.entries(bounds)) {
    const given = value[name];
    const isNumber = typeof given === 'number' && given >= min && given <= max;
    if (!isNumber || (mustBeWhole && !Number.isInteger(given))) {
      return `${name} must be a ${mustBeWhole ? 'whole ' : ''}number from ${min} to ${max}, not ${String(given)}`;
    }
  }
  const { charNgramMin, charNgramMax } = value;
  if (Number(charNgramMin) > Number(charNgramMax)) {
    return 'charNgramMin must not be above charNgramMax';
  }
  const extra = Object.keys(value).find((name) => !(name in bounds));
  return extra === undefined ? null : `${extra} is not a hyperparameter of the student`;
}
