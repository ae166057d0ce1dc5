// The data set, assembled in memory and row by row: what the statements of the set pass are compared with.
import { createHash } from 'node:crypto';
import type { RowFate } from '../../src/readiness/facts/set-facts.js';
import type { KeyedExample } from '../../src/readiness/rows/example.js';
import { type Split, splitOf } from '../../src/readiness/rows/split-of.js';
import { canonicalOrder } from './canonical-order.js';

export interface PlacedRow extends KeyedExample {
  readonly side: Split;
  readonly fate: RowFate;
}

export interface AssembledDataset {
  /** All rows in canonical order, those left out included. */
  readonly rows: readonly PlacedRow[];
  readonly digest: string;
}

function sideOf(row: KeyedExample, salt: string, brought: { hasHoldout: boolean; hasImport: boolean }): Split {
  if (row.declaredSplit !== 'auto') {
    return row.declaredSplit;
  }
  const trains = brought.hasHoldout || (row.origin === 'exchange' && brought.hasImport);
  return trains ? 'train' : splitOf(row.promptKey, salt);
}

export function assembleDataset(examples: readonly KeyedExample[], salt: string): AssembledDataset {
  const brought = {
    hasHoldout: examples.some((row) => row.declaredSplit === 'holdout'),
    hasImport: examples.some((row) => row.origin === 'import'),
  };
  const sorted = [...examples].sort(canonicalOrder).map((row) => ({ row, side: sideOf(row, salt, brought) }));
  const imported = new Set(examples.filter((row) => row.origin === 'import').map((row) => row.promptKey));
  const isOutranked = (row: KeyedExample) => row.origin === 'exchange' && imported.has(row.promptKey);
  const heldOut = new Set(
    sorted.filter(({ row, side }) => side === 'holdout' && !isOutranked(row)).map(({ row }) => row.promptKey),
  );
  const seen = { trainPrompts: new Set<string>(), holdoutPrompts: new Set<string>(), holdoutRows: new Set<string>() };
  const rows = sorted.map(({ row, side }): PlacedRow => {
    if (isOutranked(row)) {
      return { ...row, side, fate: 'outranked' };
    }
    return {
      ...row,
      side,
      fate: side === 'train' ? trainFate(row, seen.trainPrompts, heldOut) : holdoutFate(row, seen),
    };
  });
  return { rows, digest: digestOf(rows.filter((row) => row.fate === 'kept')) };
}

function trainFate(row: KeyedExample, seen: Set<string>, heldOut: ReadonlySet<string>): RowFate {
  if (seen.has(row.promptKey)) {
    return 'repeated';
  }
  seen.add(row.promptKey);
  return heldOut.has(row.promptKey) ? 'leaked' : 'kept';
}

function holdoutFate(row: KeyedExample, seen: { holdoutPrompts: Set<string>; holdoutRows: Set<string> }): RowFate {
  const isRepeated =
    seen.holdoutRows.has(row.rowKey) || (row.declaredSplit === 'auto' && seen.holdoutPrompts.has(row.promptKey));
  seen.holdoutRows.add(row.rowKey);
  seen.holdoutPrompts.add(row.promptKey);
  return isRepeated ? 'repeated' : 'kept';
}

function digestOf(kept: readonly PlacedRow[]): string {
  const hash = createHash('sha256');
  for (const line of kept.map(({ rowKey, side }) => `${rowKey} ${side}\n`).sort()) {
    hash.update(line);
  }
  return `sha256:${hash.digest('hex')}`;
}
