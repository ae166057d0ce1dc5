// From all rows of a project to one data set: which side each row stands on, and which rows are left out and why. A
// function of the set of rows: their order does not matter. The hold-out is never changed for the sake of the training
// rows; it is the training rows that give way.
import { createHash } from 'node:crypto';
import type { CheckedRow, RowFate } from './check.js';
import { canonicalOrder } from './rows/canonical-order.js';
import type { Example } from './rows/example.js';
import { type Split, splitOf } from './rows/split-of.js';

export interface AssembledDataset {
  /** All rows in canonical order, those left out included. */
  readonly rows: readonly CheckedRow[];
  /** `sha256:` over the kept rows' keys and sides, sorted. */
  readonly digest: string;
  readonly trainRows: number;
  readonly holdoutRows: number;
}

/** Who already brought rows to judge by. */
interface Brought {
  readonly hasHoldout: boolean;
  readonly hasImport: boolean;
}

/**
 * Where somebody brought a hold-out, nothing is dealt to it. The incumbent's own answers judge only where there is nothing
 * else: compared on them it would always be right.
 */
function sideOf(row: Example, salt: string, { hasHoldout, hasImport }: Brought): Split {
  if (row.declaredSplit !== 'auto') {
    return row.declaredSplit;
  }
  return hasHoldout || (row.origin === 'exchange' && hasImport) ? 'train' : splitOf(row.promptKey, salt);
}

export function assembleDataset(examples: readonly Example[], salt: string): AssembledDataset {
  const brought = {
    hasHoldout: examples.some((row) => row.declaredSplit === 'holdout'),
    hasImport: examples.some((row) => row.origin === 'import'),
  };
  const sorted = [...examples].sort(canonicalOrder).map((row) => ({ row, side: sideOf(row, salt, brought) }));
  const imported = new Set(sorted.filter(({ row }) => row.origin === 'import').map(({ row }) => row.promptKey));
  const isOutranked = (row: Example) => row.origin === 'exchange' && imported.has(row.promptKey);
  const heldOut = new Set(
    sorted.filter(({ row, side }) => side === 'holdout' && !isOutranked(row)).map(({ row }) => row.promptKey),
  );
  const seen = { trainPrompts: new Set<string>(), holdoutPrompts: new Set<string>(), holdoutRows: new Set<string>() };
  const rows = sorted.map(({ row, side }): CheckedRow => {
    if (isOutranked(row)) {
      return { ...row, side, fate: 'outranked' };
    }
    const fate = side === 'train' ? trainFate(row, seen.trainPrompts, heldOut) : holdoutFate(row, seen);
    return { ...row, side, fate };
  });
  const kept = rows.filter((row) => row.fate === 'kept');
  const trainRows = kept.filter((row) => row.side === 'train').length;
  return { rows, digest: datasetDigest(kept), trainRows, holdoutRows: kept.length - trainRows };
}

function trainFate(row: Example, seen: Set<string>, heldOut: ReadonlySet<string>): RowFate {
  if (seen.has(row.promptKey)) {
    return 'repeated';
  }
  seen.add(row.promptKey);
  return heldOut.has(row.promptKey) ? 'leaked' : 'kept';
}

/** What somebody declared as hold-out stays, but for identical rows; what the hash dealt there is kept once per prompt. */
function holdoutFate(row: Example, seen: { holdoutPrompts: Set<string>; holdoutRows: Set<string> }): RowFate {
  const isRepeated =
    seen.holdoutRows.has(row.rowKey) || (row.declaredSplit === 'auto' && seen.holdoutPrompts.has(row.promptKey));
  seen.holdoutRows.add(row.rowKey);
  seen.holdoutPrompts.add(row.promptKey);
  return isRepeated ? 'repeated' : 'kept';
}

function datasetDigest(kept: readonly CheckedRow[]): string {
  const hash = createHash('sha256');
  for (const line of kept.map(({ rowKey, side }) => `${rowKey} ${side}\n`).sort()) {
    hash.update(line);
  }
  return `sha256:${hash.digest('hex')}`;
}

/** Rows whose side or fate differs between two assemblies of the same rows. */
export function countMoved(left: AssembledDataset, right: AssembledDataset): number {
  const standing = ({ rowKey, originId, line, declaredSplit, side, fate }: CheckedRow) =>
    `${rowKey} ${originId} ${line ?? ''} ${declaredSplit} ${side} ${fate}`;
  const known = new Set(right.rows.map(standing));
  return left.rows.filter((row) => !known.has(standing(row))).length;
}
