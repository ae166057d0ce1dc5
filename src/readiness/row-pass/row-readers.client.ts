// Puts the readers of a row together for one target. They are made once a thread: tokenisers and language models are
// large, and compiled schemas are kept.
import type { TargetFacts } from '../facts/target-facts.js';
import { makeLanguageSample } from '../language/detect-language.client.js';
import { findPrivate } from '../privacy/find-private.js';
import { makeSchemaCheck } from '../rows/schema-check.client.js';
import { makeRowTokens } from '../tokens/make-row-tokens.client.js';
import type { RowReaders } from './row-facts-of.js';

/** About so many rows are counted exactly although their bytes show that they fit: enough for the quantiles. */
const exactRows = 1_000;

/** A sixth of the sample that is made by itself tells the shares of languages to three points, and takes a sixth of the time. */
const sparing = 6;

export interface RowReadersOptions {
  readonly target: TargetFacts;
  /** Of the project: digests of personal data are made with it, and which rows are looked at for their language. */
  readonly salt: string;
  /** About how many rows there will be: of many only a sample is looked at for its language. */
  readonly expectedRows: number;
  readonly looksForPrivate: boolean;
}

export function makeRowReaders({ target, salt, expectedRows, looksForPrivate }: RowReadersOptions): RowReaders {
  return {
    checkSchema: makeSchemaCheck(),
    countTokens: makeRowTokens(target, { exactShare: Math.min(1, exactRows / Math.max(1, expectedRows)) }),
    detectLanguages: makeLanguageSample(salt, expectedRows * sparing),
    findPrivate: looksForPrivate ? (example) => findPrivate(example, salt) : null,
  };
}
