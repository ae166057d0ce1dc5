// The state of a project's data in a few numbers, for who polls: how good, how much is missing, and when it will be there.
import type { QuotaForecast } from '../facts/power-facts.js';
import type { ReadinessVerdict } from '../judging/readiness-verdict.js';
import type { ReadinessReport } from '../report/readiness-report.js';

export interface OpenFinding {
  readonly checkId: string;
  readonly name: string;
  readonly outcome: string;
  readonly blocking: boolean;
  readonly text: string;
}

export interface ReadinessStatus {
  readonly projectId: string;
  /** When it was measured, ms. */
  readonly asOf: number;
  readonly verdict: ReadinessVerdict;
  readonly usableTrainRows: number;
  readonly holdoutRows: number;
  /** To the number below which fine-tuning is refused. */
  readonly missingRows: number;
  /** The quota that will be met last; null: none is short, or there is no basis yet. */
  readonly lastQuota: QuotaForecast | null;
  /** “n more rows, about d days at today's rate”; null: nothing is missing. */
  readonly outlook: string | null;
  /** How many checks came out how. */
  readonly checks: Readonly<Record<string, number>>;
  /** What is not good, blocking first; at most twenty. */
  readonly open: readonly OpenFinding[];
  /** The report that it is the state of; null: it was followed since. */
  readonly reportId: string | null;
  readonly datasetId: string | null;
  readonly problem: string | null;
}

const openShown = 20;
const goodOutcomes: readonly string[] = ['pass', 'skipped'];

export function statusOf(report: ReadinessReport): ReadinessStatus {
  const checks: Record<string, number> = {};
  for (const { outcome } of report.findings) {
    checks[outcome] = (checks[outcome] ?? 0) + 1;
  }
  const lastQuota = lastQuotaOf(report.power?.forecasts ?? []);
  return {
    projectId: report.projectId,
    asOf: report.createdAt,
    verdict: report.verdict,
    usableTrainRows: report.usableTrainRows,
    holdoutRows: report.holdoutRows,
    missingRows: report.missingRows,
    lastQuota,
    outlook: lastQuota === null ? null : outlookOf(lastQuota),
    checks,
    open: openFindings(report),
    reportId: report.id === '' ? null : report.id,
    datasetId: report.datasetId,
    problem: report.problem,
  };
}

function openFindings({ findings }: ReadinessReport): OpenFinding[] {
  return findings
    .filter(({ outcome, blocking }) => !goodOutcomes.includes(outcome) || (blocking && outcome === 'skipped'))
    .sort((one, other) => Number(other.blocking) - Number(one.blocking))
    .slice(0, openShown)
    .map(({ checkId, name, outcome, blocking, text }) => ({ checkId, name, outcome, blocking, text }));
}

/** The longest wait; one without a basis is longer than any. */
function lastQuotaOf(forecasts: readonly QuotaForecast[]): QuotaForecast | null {
  const short = forecasts.filter(({ have, need }) => have < need);
  const days = (one: QuotaForecast) => one.days?.p50 ?? Number.POSITIVE_INFINITY;
  return short.reduce<QuotaForecast | null>(
    (last, one) => (last === null || days(one) > days(last) ? one : last),
    null,
  );
}

function outlookOf({ quota, have, need, days }: QuotaForecast): string {
  const more = `${(need - have).toLocaleString('en')} more (${quota})`;
  return days === null
    ? `${more}; there is no basis yet to say when.`
    : `${more}, about ${Math.ceil(days.p50)} days at today’s rate (between ${Math.ceil(days.p10)} and ${Math.ceil(days.p85)}).`;
}
