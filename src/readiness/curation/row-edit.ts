// One change to one row of a project. Rows as they were delivered are never written over: edits lie on top of them, in
// the order of the steps that made them, and a step that is undone takes its edits away.
import type { DeclaredSplit, RowContent } from '../rows/example.js';
import type { Split } from '../rows/split-of.js';

export type RowChange =
  | { readonly kind: 'drop' }
  /** The row's keys are computed anew from the content. */
  | { readonly kind: 'replace'; readonly content: RowContent }
  | { readonly kind: 'move'; readonly to: Split };

export const rowChangeKinds = ['drop', 'replace', 'move'] as const satisfies readonly RowChange['kind'][];

/** `rowKey` and `declaredSplit` name the row as it stood when the step was made, edits of earlier steps included. */
export interface RowEdit {
  /** Hex SHA-256. */
  readonly rowKey: string;
  readonly declaredSplit: DeclaredSplit;
  readonly change: RowChange;
}
