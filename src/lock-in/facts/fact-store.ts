// Facts are only ever added. Which of them rules is decided by `rulingFacts`; the store hands out those that may.
import type { Fact } from '../score/fact.js';

export interface FactQuery {
  readonly projectId: string;
  /** Null: of all indicators. */
  readonly indicatorId: string | null;
  readonly afterId: string | null;
  readonly limit: number;
}

export abstract class FactStore {
  /** A fact that is there already is left as it is. */
  abstract add(projectId: string, facts: readonly Fact[]): Promise<void>;
  /** Of each indicator the facts that were observed last, of those observed and recorded until then. */
  abstract newest(projectId: string, until: number): Promise<readonly Fact[]>;
  /** Newest first. */
  abstract list(query: FactQuery): Promise<readonly Fact[]>;
}
