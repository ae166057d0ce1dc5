import { OutcomeBadge } from '../../../../pieces/badge';
import { TableWrap } from '../../../../pieces/table-wrap';
import { TimeAgo } from '../../../../pieces/time-ago';
import type { ReportSummary } from '../data-queries';
import { number } from '../data-words';

export interface ReportTableProps {
  readonly projectId: string;
  /** Newest first. */
  readonly reports: readonly ReportSummary[];
  readonly from: string | null;
  readonly to: string | null;
  readonly onChoose: (side: 'from' | 'to', id: string) => void;
}

export function ReportTable({ projectId, reports, from, to, onChoose }: ReportTableProps) {
  const canChoose = reports.length > 1;
  return (
    <TableWrap label="Measurements">
      <table className="table stacked-table">
        <thead>
          <tr>
            {canChoose && <th scope="col">From</th>}
            {canChoose && <th scope="col">To</th>}
            <th scope="col">Measured</th>
            <th scope="col">Verdict</th>
            <th scope="col" className="number">
              Training
            </th>
            <th scope="col" className="number">
              Held out
            </th>
            <th scope="col" className="number">
              Failing
            </th>
            <th scope="col">Report</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report, at) => (
            <ReportRow
              key={report.id}
              projectId={projectId}
              report={report}
              sequence={reports.length - at}
              chosen={canChoose ? { from: report.id === from, to: report.id === to } : null}
              onChoose={(side) => onChoose(side, report.id)}
            />
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

interface ReportRowProps {
  readonly projectId: string;
  readonly report: ReportSummary;
  /** 1 is the oldest. */
  readonly sequence: number;
  /** Which sides of the comparison it is; null where there is nothing to choose. */
  readonly chosen: { readonly from: boolean; readonly to: boolean } | null;
  readonly onChoose: (side: 'from' | 'to') => void;
}

function ReportRow({ projectId, report, sequence, chosen, onChoose }: ReportRowProps) {
  const name = `measurement ${sequence}`;
  return (
    <tr>
      {chosen !== null &&
        (['from', 'to'] as const).map((side) => (
          <td key={side} className="choose" data-label={side === 'from' ? 'From' : 'To'}>
            <input
              type="radio"
              name={side}
              aria-label={`${side === 'from' ? 'From' : 'To'} ${name}`}
              checked={chosen[side]}
              onChange={() => onChoose(side)}
            />
          </td>
        ))}
      <td className="nowrap" data-label="Measured">
        <span className="faint">#{sequence}</span> <TimeAgo at={report.createdAt} />
      </td>
      <td data-label="Verdict">
        <OutcomeBadge outcome={report.verdict} />
      </td>
      <td data-label="Training" className="number">
        {number(report.usableTrainRows)}
      </td>
      <td data-label="Held out" className="number">
        {number(report.holdoutRows)}
      </td>
      <td data-label="Failing" className="number">
        {number((report.outcomes.fail ?? 0) + (report.outcomes.error ?? 0))}
      </td>
      <td data-label="Report">
        <a href={`/v1/projects/${projectId}/readiness-reports/${report.id}.html`} target="_blank" rel="noreferrer">
          Open<span className="visually-hidden"> the report of {name}</span>
        </a>
      </td>
    </tr>
  );
}
