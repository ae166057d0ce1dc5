// Where curation is kept: steps that a person took, each with the edits it made. Rows as delivered are never written
// over, so a step can be undone at any time; the rows it touched are then as they would be without it.
import type { RowEdit } from './row-edit.js';

export interface CurationStep {
  readonly id: string;
  readonly projectId: string;
  /** From 1, in the order in which they were taken; given by the store. */
  readonly sequence: number;
  /** Id of the action. */
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What it did, as the action counted it. */
  readonly effect: Readonly<Record<string, unknown>>;
  readonly reason: string;
  /** Digest of the data set before it; null: it was not measured. */
  readonly digestBefore: string | null;
  readonly edits: number;
  readonly by: string;
  readonly at: number;
  readonly undone: { readonly by: string; readonly at: number } | null;
}

export type NewCurationStep = Omit<CurationStep, 'sequence' | 'edits' | 'undone'>;

export abstract class CurationStore {
  /** The edits count all at once, when the last of them is written; what broke off counts never. */
  abstract apply(step: NewCurationStep, edits: Iterable<RowEdit> | AsyncIterable<RowEdit>): Promise<CurationStep>;
  /** Null: there is no such step. Undoing again changes nothing. */
  abstract undo(question: { projectId: string; stepId: string; by: string; at: number }): Promise<CurationStep | null>;
  /** Newest first, undone ones included. */
  abstract list(projectId: string): Promise<readonly CurationStep[]>;
  abstract find(projectId: string, stepId: string): Promise<CurationStep | null>;
  /** Of one step, by row; `after` is the last row of the page before. */
  abstract editsOf(query: {
    stepId: string;
    after: { declaredSplit: string; rowKey: string } | null;
    limit: number;
  }): Promise<readonly RowEdit[]>;
}
