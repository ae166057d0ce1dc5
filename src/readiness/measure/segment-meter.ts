// Who measures segments and judges a data set: threads of their own in the service, the functions themselves in tests.
import type { TargetFacts } from '../facts/target-facts.js';
import type { Example } from '../rows/example.js';
import type { ReadinessMeasurement, ReadinessQuestion } from './measure-question.js';

export interface SegmentOptions {
  readonly target: TargetFacts;
  readonly splitSalt: string;
  /** About how many rows the whole project has: of many, languages are looked at in a sample only. */
  readonly expectedRows: number;
  readonly looksForPrivate: boolean;
}

export interface MeasuredSegmentRows {
  /** States of everything that is folded, in a form of this version of the service. */
  readonly states: Uint8Array;
  /** Parquet, one row a row; of no bytes when there are no rows. */
  readonly facts: Uint8Array;
  readonly rows: number;
  /** Hex SHA-256 over the row keys and declared sides, in the order given. */
  readonly digest: string;
}

export interface JudgedSegment {
  readonly states: Uint8Array;
  readonly facts: Uint8Array;
}

export interface JudgeOrder {
  readonly segments: AsyncIterable<JudgedSegment>;
  readonly question: ReadinessQuestion;
  /** As it was told when the segments were measured. */
  readonly expectedRows: number;
}

export abstract class SegmentMeter {
  /**
   * What states are made by and against: states of another engine are not merged, their segments are measured again.
   * `sha256:` digest of the checks and their versions, the target and the options.
   */
  abstract engineOf(options: SegmentOptions): string;
  /** @param rows pages of effective rows, in the segment's order */
  abstract measureSegment(
    rows: AsyncIterable<readonly Example[]>,
    options: SegmentOptions,
  ): Promise<MeasuredSegmentRows>;
  /** Throws when the measurement could not be carried through. */
  abstract judge(order: JudgeOrder): Promise<ReadinessMeasurement>;
}
