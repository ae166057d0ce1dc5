// On which side does a row stand before the set is assembled? The rule of assembling, row by row.
import type { Example, KeyedExample } from '../rows/example.js';
import { type Split, splitOf } from '../rows/split-of.js';

/** What somebody brought: known once every row was seen. */
export interface Brought {
  readonly hasHoldout: boolean;
  readonly hasImport: boolean;
}

export const nothingBrought: Brought = { hasHoldout: false, hasImport: false };

export function addBrought({ hasHoldout, hasImport }: Brought, row: Example): Brought {
  return {
    hasHoldout: hasHoldout || row.declaredSplit === 'holdout',
    hasImport: hasImport || row.origin === 'import',
  };
}

/** @param salt of the project's split */
export function sideOfRow(row: KeyedExample, salt: string, { hasHoldout, hasImport }: Brought): Split {
  if (row.declaredSplit !== 'auto') {
    return row.declaredSplit;
  }
  return hasHoldout || (row.origin === 'exchange' && hasImport) ? 'train' : splitOf(row.promptKey, salt);
}
