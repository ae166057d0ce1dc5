// Where the rows of a project are kept before they become a data set, and what is known of those that never became rows.
import type { ExclusionReason, IntakeTally } from '../intake-tally.js';
import type { DeclaredSplit, Example } from './example.js';

/** What became of one captured exchange. */
export interface CapturedResult {
  readonly exchangeId: string;
  readonly at: number;
  readonly result: Example | { readonly excluded: ExclusionReason };
}

export interface ExamplePageQuery {
  readonly projectId: string;
  /** Keys of the last row of the page before; null for the first page. */
  readonly after: { readonly declaredSplit: DeclaredSplit; readonly rowKey: string } | null;
  readonly limit: number;
}

export abstract class ExampleStore {
  /** By declared split, then row key. */
  abstract page(query: ExamplePageQuery): Promise<readonly Example[]>;
  /** At most 500. All or nothing; an exchange that was taken before is not counted again. */
  abstract takeCaptured(batch: { projectId: string; results: readonly CapturedResult[]; at: number }): Promise<void>;
  /**
   * The exchange after which to go on reading, null for the beginning. It lies an hour before the newest one seen: a
   * long call is stored after shorter ones that began later.
   */
  abstract resumeAfter(projectId: string): Promise<string | null>;
  abstract tally(projectId: string): Promise<IntakeTally>;
}
