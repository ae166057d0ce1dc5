// Who looks at rows before they are edited: with tokenisers and detectors in the service, with plain facts in tests.
import type { TargetFacts } from '../facts/target-facts.js';
import type { Example } from '../rows/example.js';
import type { RowFacts } from '../rows/row-facts.js';

export interface MeterOptions {
  readonly target: TargetFacts;
  /** Of the project; digests of personal data are made with it. */
  readonly salt: string;
  readonly looksForPrivate: boolean;
}

export abstract class RowMeter {
  abstract make(options: MeterOptions): (row: Example) => RowFacts;
}
