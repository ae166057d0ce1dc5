// Where evaluations and their answers are kept. Whatever changes an evaluation tells the project in the same transaction.
import type { EvidenceDraft } from '../kernel/evidence.js';
import type { EvaluationItem, EvaluationRecord } from './evaluation-record.js';

export interface EvaluationNews {
  readonly events: readonly { readonly type: string; readonly at: number; readonly reason?: string }[];
  readonly evidence: readonly EvidenceDraft[];
}

export interface EvaluationProgress {
  readonly share: number;
  readonly etaSeconds: number | null;
}

export interface EvaluationsQuery {
  readonly projectId: string;
  readonly after: string | null;
  readonly limit: number;
}

export interface EvaluationsPage {
  /** Newest first. */
  readonly evaluations: readonly EvaluationRecord[];
  readonly next: string | null;
}

export interface ItemsQuery {
  readonly evaluationId: string;
  /** `next` of the page before; null for the first page. */
  readonly after: string | null;
  readonly limit: number;
}

export interface ItemsPage {
  /** Rows on which exactly one side was right first, then those with a problem, then the rest; by row key within. */
  readonly items: readonly EvaluationItem[];
  readonly next: string | null;
}

export abstract class EvaluationStore {
  /** Saves it and tells the news, unless one of this id is there already. Returns the one that is there. */
  abstract begin(evaluation: EvaluationRecord, news: EvaluationNews): Promise<EvaluationRecord>;
  /** Saves the end and the news together, unless it is no longer running; then false. */
  abstract finish(evaluation: EvaluationRecord, news: EvaluationNews): Promise<boolean>;
  /** Ids of those that were running, began before the moment, and are cancelled now. */
  abstract cancelBefore(projectId: string, beforeMs: number, now: number): Promise<readonly string[]>;
  abstract find(projectId: string, evaluationId: string): Promise<EvaluationRecord | null>;
  abstract list(query: EvaluationsQuery): Promise<EvaluationsPage>;
}

export abstract class EvaluationItemStore {
  /** An item that is there already is left as it is. False when the evaluation is no longer running. */
  abstract add(evaluationId: string, items: readonly EvaluationItem[], progress: EvaluationProgress): Promise<boolean>;
  /** All of them, in no order. */
  abstract all(evaluationId: string): Promise<readonly EvaluationItem[]>;
  abstract page(query: ItemsQuery): Promise<ItemsPage>;
}
