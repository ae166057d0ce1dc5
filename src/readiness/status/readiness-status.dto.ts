// The shape of the status for the API description. The document itself is made in readiness-status.ts.

export class QuotaDaysResponse {
  /** @example 91.1 */
  p10: number;
  /** @example 95 */
  p50: number;
  /** @example 98.3 */
  p85: number;
}

export class StatusQuotaForecastResponse {
  /** @example 'training rows' */
  quota: string;
  /** @example 1200 */
  have: number;
  /** @example 5000 */
  need: number;
  /** Null: no basis yet. */
  days: QuotaDaysResponse | null;
}

export class OpenFindingResponse {
  /** @example 'V03' */
  checkId: string;
  /** @example 'holdout.rows' */
  name: string;
  /** @example 'warn' */
  outcome: string;
  blocking: boolean;
  /** A sentence with the numbers. */
  text: string;
}

export class ReadinessStatusResponse {
  /** @example 'prj_01kc0000000000000000000000' */
  projectId: string;
  /** When it was measured, ms since the epoch. @example 1795600000000 */
  asOf: number;
  /** pass, warn, fail, inconclusive or error. @example 'warn' */
  verdict: string;
  /** @example 9947 */
  usableTrainRows: number;
  /** @example 3080 */
  holdoutRows: number;
  /** To the number below which fine-tuning is refused. @example 0 */
  missingRows: number;
  /** The quota that will be met last; null: none is short. */
  lastQuota: StatusQuotaForecastResponse | null;
  /** @example '3,800 more (training rows), about 95 days at today’s rate (between 91 and 98).' */
  outlook: string | null;
  /** How many checks came out how. @example { "pass": 71, "warn": 6, "skipped": 27 } */
  checks: Record<string, number>;
  /** What is not good, blocking first; at most twenty. */
  open: OpenFindingResponse[];
  /** The report that it is the state of; null: traffic has come since. @example 'rdy_01kc0000000000000000000000' */
  reportId: string | null;
  datasetId: string | null;
  problem: string | null;
}
