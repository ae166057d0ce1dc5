// Where did the rows go? From what was delivered to what can be trained on: every step names how many rows it took away
// and why, and each begins with what the step before it left.
import type { CheckedRow } from './check.js';
import type { IntakeTally } from './intake-tally.js';

export interface RowLoss {
  readonly reason: string;
  readonly rows: number;
}

export interface FunnelStep {
  readonly step: 'delivered' | 'valid' | 'unique' | 'not leaked' | 'trainable';
  /** Rows that are left after the step. */
  readonly rows: number;
  readonly removed: readonly RowLoss[];
}

export function funnelOf({ allImports, captured }: IntakeTally, rows: readonly CheckedRow[]): FunnelStep[] {
  const count = (side: CheckedRow['side'], fate: CheckedRow['fate']) =>
    rows.filter((row) => row.side === side && row.fate === fate).length;
  const losses = {
    valid: [
      ...Object.entries(allImports.rejectedByCode).map(([code, lost]) => ({ reason: `upload: ${code}`, rows: lost })),
      ...Object.entries(captured.excluded).map(([reason, lost]) => ({ reason: `traffic: ${reason}`, rows: lost })),
    ],
    unique: [
      { reason: 'the same row was there already', rows: allImports.duplicates + captured.duplicates },
      {
        reason: 'captured, and an upload has the prompt',
        rows: count('train', 'outranked') + count('holdout', 'outranked'),
      },
      { reason: 'repeats an earlier training prompt', rows: count('train', 'repeated') },
      { reason: 'repeats an earlier held-out row', rows: count('holdout', 'repeated') },
    ],
    'not leaked': [{ reason: 'the prompt is held out', rows: count('train', 'leaked') }],
    trainable: [{ reason: 'held out for the comparison', rows: count('holdout', 'kept') }],
  };
  let left = allImports.rows + captured.seen;
  const steps: FunnelStep[] = [{ step: 'delivered', rows: left, removed: [] }];
  for (const step of ['valid', 'unique', 'not leaked', 'trainable'] as const) {
    const removed = losses[step].filter((loss) => loss.rows > 0);
    left -= removed.reduce((sum, loss) => sum + loss.rows, 0);
    steps.push({ step, rows: left, removed });
  }
  return steps;
}
