// The report on a data set: what was asked, what was found, which rows were lost on the way and why. It is stored as it
// is, and it is what people, gates and dashboards read.
import type { EvidenceDraft } from '../../kernel/evidence.js';
import type { ReadinessThresholds } from '../../kernel/policy.js';
import type { Outcome } from '../../kernel/verdict.js';
import type { ActionId, CheckOutcome, PredictedEffect, TaskKind, Unit } from '../check.js';
import type { PowerFacts } from '../facts/power-facts.js';
import type { TargetFacts } from '../facts/target-facts.js';
import type { EvidenceRow } from '../judging/evidence-sample.js';
import type { ReadinessVerdict } from '../judging/readiness-verdict.js';
import type { TrainerView } from '../trainers/trainer-view.js';
import type { ReportManifest } from './report-manifest.js';
import type { ReportStatistics } from './report-statistics.js';

/** Somebody accepted a warning or a failure until a date. It is shown, and it is never a pass. */
export interface FindingWaiver {
  readonly who: string;
  readonly why: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

export interface Finding {
  readonly checkId: string;
  readonly name: string;
  readonly version: number;
  readonly question: string;
  /** Empty in reports of `readiness/1`. */
  readonly why: string;
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
  /** The action of the curation that carries the remedy out; null where only people can. */
  readonly action: ActionId | null;
  /** What the remedy would do; null: not predicted. */
  readonly effect: PredictedEffect | null;
  /** What was asked to measure it, such as `row pass` or `set pass`; null in reports of `readiness/1`. */
  readonly engine: string | null;
  /** Null: not clocked. */
  readonly costMs: number | null;
  /** `sha256:` of what was measured: equal states give equal findings. Null in reports of `readiness/1`. */
  readonly stateHash: string | null;
  readonly waivedBy: FindingWaiver | null;
  /** Such as `leak.near/1`. */
  readonly methodVersion: string;
}

export interface LostRows {
  readonly reason: string;
  readonly rows: number;
}

/** One step from what was captured to what can be trained on; each begins with what the step before it left. */
export interface ReportFunnelStep {
  readonly step: string;
  readonly rows: number;
  readonly removed: readonly LostRows[];
}

/** What to collect next, the most wanted first. */
export interface WantedRows {
  /** Such as `class card_arrival`. */
  readonly what: string;
  readonly have: number;
  readonly need: number;
  /** A sentence: why these, and how long traffic alone would take. */
  readonly why: string;
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
  /** What it is to be trained into; null in reports of `readiness/1`. */
  readonly target: TargetFacts | null;
  readonly thresholds: ReadinessThresholds;
  readonly usableTrainRows: number;
  readonly holdoutRows: number;
  /** Training rows that are missing to the number below which fine-tuning is refused. */
  readonly missingRows: number;
  readonly funnel: readonly ReportFunnelStep[];
  readonly findings: readonly Finding[];
  /** Null in reports of `readiness/1`, as are the next four. */
  readonly statistics: ReportStatistics | null;
  readonly manifest: ReportManifest | null;
  readonly trainerViews: readonly TrainerView[] | null;
  readonly power: PowerFacts | null;
  readonly collectNext: readonly WantedRows[] | null;
  /** Why there are no findings, as a sentence; null when measuring went through. */
  readonly problem: string | null;
  readonly methodVersion: string;
}

export const readinessMethod = 'readiness/2';

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
      ...(report.manifest === null ? {} : { rights: report.manifest.licences.map(rowsOfSource) }),
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
  // A gate knows neither: what was not measured is not known, what somebody answers for is a warning. The text says why.
  const forGates: Partial<Record<CheckOutcome, CheckOutcome>> = { skipped: 'inconclusive', waived: 'warn' };
  const known = forGates[outcome] ?? outcome;
  const { warn, fail } = threshold;
  return { id: checkId, name, outcome: known, blocking, value, unit, warn, fail, text, remedy };
}

function rowsOfSource({ source, rows, ruling }: ReportManifest['licences'][number]) {
  return { source, rows, ruling };
}
