// One answered check, as it is answered over HTTP.
import type { Finding } from './readiness-report.js';

export class FindingThresholdResponse {
  /** @example 0.01 */
  warn: number | null;
  /** @example 0.05 */
  fail: number | null;
  /** @example 'policy; catalogue L02' */
  source: string;
}

export class FindingEvidenceResponse {
  /** Null for a row that could not be read. @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  rowKey: string | null;
  /** `import` or `exchange`. @example 'import' */
  origin: string;
  /** @example 'imp_01kc0000000000000000000000' */
  originId: string;
  /** @example 17 */
  line: number | null;
  /** At most 120 characters, long numbers and addresses masked. @example 'where is my new card?' */
  excerpt: string;
}

export class ConfidenceIntervalResponse {
  /** @example 0.042 */
  low: number;
  /** @example 0.057 */
  high: number;
}

export class PredictedEffectOfRemedyResponse {
  /** Rows that go (negative) or come. @example -552 */
  rows: number;
  /** Trainable tokens; null: not counted. @example -10400 */
  tokens: number | null;
  /** The measure afterwards; null: to be measured again. @example 0 */
  metricAfter: number | null;
}

export class FindingWaiverResponse {
  /** @example 'ada' */
  who: string;
  /** @example 'The templates are how customers ask.' */
  why: string;
  /** @example '2027-01-31T00:00:00.000Z' */
  until: string;
}

export class FindingResponse {
  /** @example 'L02' */
  checkId: string;
  /** @example 'leak.near' */
  name: string;
  /** @example 1 */
  version: number;
  /** @example 'Are the held-out rows different from the training rows?' */
  question: string;
  /** @example 'A held-out row that differs from a training row by one word is answered from memory.' */
  why: string;
  /** `pass`, `warn`, `fail`, `inconclusive`, `skipped`, `error` or `waived`. @example 'warn' */
  outcome: string;
  /** @example true */
  blocking: boolean;
  /** Null: not measured. @example 0.049 */
  value: number | null;
  /** @example 'share' */
  unit: string;
  /** @example 151 */
  numerator: number | null;
  /** @example 3080 */
  denominator: number | null;
  /** 95 % Wilson interval of a share. */
  ci95: ConfidenceIntervalResponse | null;
  threshold: FindingThresholdResponse;
  /** At most fifty rows. */
  evidence: FindingEvidenceResponse[];
  /** @example 151 */
  evidenceTotal: number;
  /** @example '151 of 3,080 held-out rows (4.9 %) are nearly the same as a training row.' */
  text: string;
  /** @example 'Take the near training rows out before the upload.' */
  remedy: string;
  /** The action of the curation that does it; null where only people can. @example 'drop-leaked' */
  action: string | null;
  /** Null: not predicted. */
  effect: PredictedEffectOfRemedyResponse | null;
  /** @example 'set pass' */
  engine: string | null;
  /** @example 412 */
  costMs: number | null;
  /** Of what was measured. @example 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  stateHash: string | null;
  /** Somebody answers for it until a date; it is never a pass. */
  waivedBy: FindingWaiverResponse | null;
  /** @example 'leak.near/1' */
  methodVersion: string;
}

export function toFinding(finding: Finding): FindingResponse {
  const { waivedBy } = finding;
  return {
    ...finding,
    evidence: [...finding.evidence],
    waivedBy: waivedBy === null ? null : { ...waivedBy, until: new Date(waivedBy.until).toISOString() },
  };
}
