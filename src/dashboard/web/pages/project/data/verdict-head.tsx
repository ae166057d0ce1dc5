// The verdict in one look: ready or not, what is missing and until about when, how much there is, and how old this is.
import type { ProjectStatus } from '../../../api/queries';
import { Badge, OutcomeBadge, type Tone } from '../../../pieces/badge';
import { CopyAsCurl } from '../../../pieces/copy-button';
import { Icon } from '../../../pieces/icon';
import { TimeAgo } from '../../../pieces/time-ago';
import type { Readiness, Report, ReportSummary } from './data-queries';
import { daysWords, number, outcomeRank, verdictWords } from './data-words';
import { MeasureButton } from './measure-button';

export interface VerdictHeadProps {
  readonly status: ProjectStatus;
  readonly readiness: Readiness | null;
  readonly report: Report | null;
  readonly reports: readonly ReportSummary[];
  /** Whether the numbers and downloads stand with it; the verdict always does. */
  readonly isWhole: boolean;
}

export function VerdictHead({ status, readiness, report, reports, isWhole }: VerdictHeadProps) {
  if (readiness === null) {
    return (
      <section className="card verdict" aria-label="Verdict" data-verdict="unknown">
        <div className="verdict-words">
          <Badge tone="unknown">Not measured</Badge>
          <h2>Nothing has been measured yet</h2>
          <p className="muted">What is not measured is not passed: the gate to training stays shut until it is.</p>
        </div>
        <MeasureButton status={status} reports={reports} />
      </section>
    );
  }
  const words = verdictWords(readiness.verdict);
  const reportId = readiness.reportId ?? reports[0]?.id ?? null;
  return (
    <section className="card verdict" aria-label="Verdict" data-verdict={readiness.verdict}>
      <div className="verdict-top">
        <div className="verdict-words">
          <div className="row">
            <OutcomeBadge outcome={readiness.verdict} />
            <span className="faint">
              measured <TimeAgo at={readiness.asOf} />
              {readiness.reportId === null ? ', and traffic has come since' : ''}
            </span>
          </div>
          <h2>{words.title}</h2>
          <p className="muted">{readiness.problem ?? words.text}</p>
          {readiness.outlook !== null && <p className="verdict-outlook">{readiness.outlook}</p>}
        </div>
        <MeasureButton status={status} reports={reports} />
      </div>
      {isWhole && <Numbers readiness={readiness} report={report} />}
      {isWhole && reportId !== null && <Downloads projectId={status.id} reportId={reportId} />}
    </section>
  );
}

function Numbers({ readiness, report }: Pick<VerdictHeadProps, 'report'> & { readonly readiness: Readiness }) {
  const { lastQuota } = readiness;
  const needed = report?.power?.requiredHoldoutRows ?? null;
  const wanted = report?.power?.forecasts.find(({ quota }) => quota === 'training rows')?.need ?? null;
  return (
    <dl className="verdict-numbers">
      <div>
        <dt>Usable for training</dt>
        <dd>{number(readiness.usableTrainRows)}</dd>
        <dd className="faint">{wanted === null ? 'rows' : `rows, ${number(wanted)} are enough`}</dd>
      </div>
      <div>
        <dt>Held out</dt>
        <dd>{number(readiness.holdoutRows)}</dd>
        <dd className="faint">{needed === null ? 'rows' : `rows, ${number(needed)} show the margin`}</dd>
      </div>
      <div>
        <dt>Still missing</dt>
        <dd>{lastQuota === null ? 'Nothing' : `${number(Math.max(0, lastQuota.need - lastQuota.have))} more`}</dd>
        <dd className="faint">{lastQuota === null ? 'every quota is met' : waitWords(lastQuota)}</dd>
      </div>
      <div className="verdict-checks">
        <dt>Checks</dt>
        <dd>
          <Counts counts={readiness.checks} />
        </dd>
      </div>
    </dl>
  );
}

function waitWords({ quota, days }: NonNullable<Readiness['lastQuota']>): string {
  if (days === null) {
    return `${quota}: no basis yet to say when`;
  }
  const [low, high] = [Math.round(days.p10), Math.round(days.p85)];
  return `${quota}: about ${daysWords(days.p50)} (${low}–${high})`;
}

const toneOf: Readonly<Record<string, Tone>> = {
  pass: 'good',
  warn: 'warn',
  waived: 'warn',
  fail: 'bad',
  error: 'bad',
};
const wordOf: Readonly<Record<string, string>> = {
  pass: 'passed',
  warn: 'with a warning',
  waived: 'waived',
  fail: 'failed',
  error: 'broke',
  inconclusive: 'cannot tell',
  skipped: 'not asked here',
};

function Counts({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const sorted = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => outcomeRank(one) - outcomeRank(other));
  return (
    <>
      <span className="outcome-strip" aria-hidden="true">
        {sorted.map(([outcome, count]) => (
          <span key={outcome} data-tone={toneOf[outcome] ?? 'unknown'} style={{ flexGrow: count }} />
        ))}
      </span>
      <span className="outcome-words">
        {sorted.map(([outcome, count]) => (
          <span key={outcome}>
            <strong>{number(count)}</strong> {wordOf[outcome] ?? outcome}
          </span>
        ))}
      </span>
    </>
  );
}

function Downloads({ projectId, reportId }: { readonly projectId: string; readonly reportId: string }) {
  const base = `/v1/projects/${projectId}/readiness-reports/${reportId}`;
  return (
    <div className="verdict-foot">
      <a className="button" data-size="small" href={`${base}.html`} target="_blank" rel="noreferrer">
        <Icon name="book" />
        Report to read or print
      </a>
      <a className="button" data-size="small" href={`${base}/failing-rows.csv`} download="failing-rows.csv">
        <Icon name="download" />
        Failing rows, CSV
      </a>
      <a className="button" data-size="small" href={base} download="readiness-report.json">
        <Icon name="download" />
        Report, JSON
      </a>
      <CopyAsCurl path={`/v1/projects/${projectId}/readiness`} />
    </div>
  );
}
