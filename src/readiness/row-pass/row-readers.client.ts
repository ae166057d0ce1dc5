// Puts the readers of a row together for one target. They are made once a thread: tokenisers are large, and compiled
// schemas are kept. Who tells languages is handed in: the model takes a hundred megabytes, and not every thread has it.
import type { TargetFacts } from '../facts/target-facts.js';
import { allDetectors } from '../privacy/detectors/all-detectors.js';
import { findPrivate } from '../privacy/find-private.js';
import { makeHintScan } from '../privacy/hint-scan/hint-scan.client.js';
import { inRowSample } from '../rows/key-lot.js';
import { makeSchemaCheck } from '../rows/schema-check.client.js';
import { makeRowTokens } from '../tokens/make-row-tokens.client.js';
import type { RowReaders } from './row-facts-of.js';

/** About so many rows are counted exactly although their bytes show that they fit: enough for the quantiles. */
const exactRows = 1_000;

export interface RowReadersOptions {
  readonly target: TargetFacts;
  /** Of the project: digests of personal data are made with it. */
  readonly salt: string;
  /** About how many rows there will be: of many only a sample is cut into tokens. */
  readonly expectedRows: number;
  readonly looksForPrivate: boolean;
  readonly detectLanguages: RowReaders['detectLanguages'];
}

export function makeRowReaders(options: RowReadersOptions): RowReaders {
  const { target, salt, expectedRows, looksForPrivate, detectLanguages } = options;
  return {
    checkSchema: makeSchemaCheck(),
    countTokens: makeRowTokens(target, { exactShare: Math.min(1, exactRows / Math.max(1, expectedRows)) }),
    isSampled: inRowSample(expectedRows),
    detectLanguages,
    findPrivate: looksForPrivate ? privateReader(salt) : null,
  };
}

function privateReader(salt: string): RowReaders['findPrivate'] {
  const scan = makeHintScan(allDetectors);
  return (example) => findPrivate(example, salt, scan);
}
