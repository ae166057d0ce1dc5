// The report on a data set: what was asked, what was found, which rows were lost on the way and why. It is stored as it
// is, and it is what people, gates and dashboards read.
import type { EvidenceDraft } from '../kernel/evidence.js';
import type { ReadinessThresholds } from '../kernel/policy.js';
import type { Outcome } from '../kernel/verdict.js';
import type { CheckOutcome, TaskKind, Unit } from './check.js';
import type { FunnelStep } from './funnel.js';
import type { EvidenceRow } from './judging/evidence-sample.js';
import type { ReadinessVerdict } from './readiness-verdict.js';

export interface Finding {
  readonly checkId: string;
  readonly name: string;
  readonly version: number;
  readonly question: string;
  readonly outcome: CheckOutcome;
  readonly blocking: boolean;
  /** Null: not measured. */
  readonly value: number | null;
  readonly unit: Unit;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Wilson interval of a share; null for anything else. */
  readonly ci95: { readonly low: number; readonly high: number } | null;
  readonly threshold: { readonly warn: number | null; readonly fail: number | null; readonly source: string };
  /** At most fifty. */
  readonly evidence: readonly EvidenceRow[];
  readonly evidenceTotal: number;
  readonly text: string;
  readonly remedy: string;
  /** Such as `leak.near/1`. */
  readonly methodVersion: string;
}

export interface ReadinessReport {
  readonly id: string;
  readonly projectId: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly verdict: ReadinessVerdict;
  /** Null when there was no row to freeze, or when measuring broke. */
  readonly datasetId: string | null;
  readonly datasetDigest: string | null;
  readonly taskKind: TaskKind;
  readonly candidateContextTokens: number | null;
  readonly thresholds: ReadinessThresholds;
  readonly usableTrainRows: number;
  readonly holdoutRows: number;
  /** Training rows that are missing to the number below which fine-tuning is refused. */
  readonly missingRows: number;
  readonly funnel: readonly FunnelStep[];
  readonly findings: readonly Finding[];
  /** Why there are no findings, as a sentence; null when measuring went through. */
  readonly problem: string | null;
  readonly methodVersion: string;
}

export const readinessMethod = 'readiness/1';

const outcomeOfVerdict: Record<ReadinessVerdict, Outcome> = {
  pass: 'pass',
  // A warning is for people to read; it does not close a gate.
  warn: 'pass',
  fail: 'fail',
  inconclusive: 'inconclusive',
  error: 'error',
};

/** What the project records: the report's verdict, and the data set that it froze. */
export function evidenceOf(report: ReadinessReport): EvidenceDraft[] {
  const { datasetId, datasetDigest } = report;
  const common = {
    source: 'measured' as const,
    measuredAt: report.createdAt,
    inputsDigest: datasetDigest ?? 'none',
    methodVersion: report.methodVersion,
  };
  const readiness: EvidenceDraft = {
    ...common,
    kind: 'readiness.report',
    outcome: outcomeOfVerdict[report.verdict],
    value: {
      reportId: report.id,
      verdict: report.verdict,
      datasetId,
      datasetDigest: datasetDigest ?? 'none',
      checks: report.findings.map(checkValue),
      usableTrainRows: report.usableTrainRows,
      holdoutRows: report.holdoutRows,
      missingRows: report.missingRows,
      problem: report.problem,
    },
  };
  if (datasetId === null) {
    return [readiness];
  }
  const frozen: EvidenceDraft = {
    ...common,
    kind: 'dataset.frozen',
    outcome: report.usableTrainRows > 0 ? 'pass' : 'inconclusive',
    value: { datasetId, datasetDigest, trainRows: report.usableTrainRows, holdoutRows: report.holdoutRows },
  };
  return [readiness, frozen];
}

function checkValue(finding: Finding): Record<string, unknown> {
  const { checkId, name, outcome, blocking, value, unit, threshold, text, remedy } = finding;
  // A gate knows no `skipped`: what was not measured is not known, with the reason in the text.
  const known = outcome === 'skipped' ? 'inconclusive' : outcome;
  const { warn, fail } = threshold;
  return { id: checkId, name, outcome: known, blocking, value, unit, warn, fail, text, remedy };
}
