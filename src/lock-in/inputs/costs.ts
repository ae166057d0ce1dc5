// What people estimate: the cost of switching, and of mending each indicator.
import type { SwitchingCost } from '../score/liability.js';

export const costsKind = 'costs';
export const costsId = 'current';

export interface CostEstimates {
  /** Null: nobody estimated it. */
  readonly switching: SwitchingCost | null;
  /** USD, by indicator id. */
  readonly remediesUsd: Readonly<Record<string, number>>;
}

export const nothingEstimated: CostEstimates = { switching: null, remediesUsd: {} };
