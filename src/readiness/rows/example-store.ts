// Where the rows of a project are kept before they become a data set, and what is known of those that never became rows.
// Rows are read as they stand now: withdrawn uploads are out, and the edits of curation lie on top.
import type { ExclusionReason, IntakeTally } from '../intake/intake-tally.js';
import type { KeyedExample } from './example.js';

/** A row as it is handed in, with its place in the file. */
export interface DeliveredExample extends KeyedExample {
  /** Byte of the file at which the row begins; left out where the row has no such place. */
  readonly byteOffset?: number;
}

/** What became of one captured exchange. */
export interface CapturedResult {
  readonly exchangeId: string;
  readonly at: number;
  readonly result: KeyedExample | { readonly excluded: ExclusionReason };
}

export interface ExamplePageQuery {
  readonly projectId: string;
  /** `next` of the page before; null for the first page. */
  readonly after: string | null;
  /** Stored rows looked at, at most: a page has fewer when some of them were dropped. */
  readonly limit: number;
}

export interface ExamplePage {
  readonly rows: readonly KeyedExample[];
  /** Null: this was the last page. */
  readonly next: string | null;
}

export abstract class ExampleStore {
  /** Rows as they stand, in a fixed order. */
  abstract page(query: ExamplePageQuery): Promise<ExamplePage>;
  /** Rows of one segment as they stand, some hundreds at a time. */
  abstract rowsOfSegment(projectId: string, segmentId: string): AsyncIterable<readonly KeyedExample[]>;
  /** At most 500. All or nothing; an exchange that was taken before is not counted again. */
  abstract takeCaptured(batch: { projectId: string; results: readonly CapturedResult[]; at: number }): Promise<void>;
  /**
   * The exchange after which to go on reading, null for the beginning. It lies an hour before the newest one seen: a
   * long call is stored after shorter ones that began later.
   */
  abstract resumeAfter(projectId: string): Promise<string | null>;
  abstract tally(projectId: string): Promise<IntakeTally>;
}
