import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../../api/client';
import { Badge, OutcomeBadge, type Tone } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { Icon } from '../../../../pieces/icon';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import { TableWrap } from '../../../../pieces/table-wrap';
import { inUnit, number } from '../data-words';
import { CountChanges } from './count-changes';

type Compared = Schemas['ReportComparisonResponse'];
type Check = Compared['checks'][number];

export interface ComparisonProps {
  readonly projectId: string;
  readonly from: string;
  readonly to: string;
}

/** What got better, worse, came and went between two measurements. */
export function Comparison({ projectId, from, to }: ComparisonProps) {
  const compared = useQuery({
    queryKey: ['readiness-comparison', projectId, from, to],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: (): Promise<Compared> =>
      taken(
        api.GET('/v1/projects/{projectId}/readiness-reports/compare', {
          params: { path: { projectId }, query: { from, to } },
        }),
      ),
  });
  const page = `/v1/projects/${projectId}/readiness-reports/compare.html?from=${from}&to=${to}`;
  return (
    <Card
      title="What changed"
      aside={
        <a className="button" data-size="small" href={page} target="_blank" rel="noreferrer">
          <Icon name="book" />
          As a page
        </a>
      }
    >
      {compared.isError && <ProblemBox error={compared.error} retry={() => void compared.refetch()} />}
      {compared.isPending && <Loading what="the comparison" />}
      {compared.data !== undefined && <Changes compared={compared.data} />}
    </Card>
  );
}

function Changes({ compared }: { readonly compared: Compared }) {
  const moved = compared.checks.filter(({ move }) => move !== 'same');
  return (
    <div className="stack">
      <div className="row">
        <OutcomeBadge outcome={compared.from.verdict} />
        <Icon name="arrow" />
        <span className="visually-hidden">then</span>
        <OutcomeBadge outcome={compared.to.verdict} />
        <span className="muted">
          {number(compared.from.usableTrainRows)} → {number(compared.to.usableTrainRows)} training rows,{' '}
          {number(compared.from.holdoutRows)} → {number(compared.to.holdoutRows)} held out
        </span>
      </div>
      <RowMoves rows={compared.rows} />
      {moved.length === 0 ? (
        <p className="muted">No check came out differently.</p>
      ) : (
        <TableWrap label="Checks that changed">
          <table className="table stacked-table">
            <thead>
              <tr>
                <th scope="col">Check</th>
                <th scope="col">Change</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {moved.map((check) => (
                <Moved key={check.checkId} check={check} />
              ))}
            </tbody>
          </table>
        </TableWrap>
      )}
      <div className="halves">
        <CountChanges title="Rows left after each step" counts={compared.funnel} />
        <CountChanges title="Rows lost, by reason" counts={compared.losses} />
      </div>
    </div>
  );
}

const moves: Readonly<Record<string, readonly [Tone, string]>> = {
  better: ['good', 'better'],
  worse: ['bad', 'worse'],
  moved: ['accent', 'moved'],
  new: ['accent', 'new'],
  gone: ['unknown', 'gone'],
};

function Moved({ check }: { readonly check: Check }) {
  const [tone, word] = moves[check.move] ?? (['unknown', check.move] as const);
  return (
    <tr>
      <td className="wide-cell">
        {check.question}
        {!check.isSameMethod && <span className="faint block">measured by another method than before</span>}
      </td>
      <td data-label="Change">
        <Badge tone={tone} plain={tone === 'accent'}>
          {word}
        </Badge>
      </td>
      <td data-label="Before">
        <Outcome side={check.before} />
      </td>
      <td data-label="After">
        <Outcome side={check.after} />
      </td>
    </tr>
  );
}

function Outcome({ side }: { readonly side: Check['before'] }) {
  if (side === null) {
    return <span className="faint">not there</span>;
  }
  return (
    <span className="outcome-cell">
      <OutcomeBadge outcome={side.outcome} />
      {side.value !== null && <span className="faint">{inUnit(side.value, side.unit)}</span>}
    </span>
  );
}

function RowMoves({ rows }: { readonly rows: Compared['rows'] }) {
  if (rows === null) {
    return <p className="faint">The rows themselves were not compared: a data set is not there, or too large.</p>;
  }
  const sides = [
    ['Training', rows.train],
    ['Held out', rows.holdout],
  ] as const;
  return (
    <dl className="upload-counts">
      {sides.map(([name, { gained, lost, stayed }]) => (
        <div key={name}>
          <dt>{name} rows</dt>
          <dd>
            +{number(gained)} −{number(lost)} <span className="faint">{number(stayed)} stayed</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
