// What a ledger's score is made of, dimension by dimension: the points add up to it.
import { Link } from 'react-router';
import type { Schemas } from '../../../../api/client';
import { Badge } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { percent } from '../../../../pieces/numbers';
import { pointsOf } from '../lock-in-words';

type Ledger = Schemas['LockInLedgerResponse'];

export interface ContributionsCardProps {
  readonly projectId: string;
  readonly title: string;
  readonly note: string;
  readonly ledger: Ledger;
  /** Of the calls: how much the ledger counts in the score. */
  readonly share: number;
}

export function ContributionsCard({ projectId, title, note, ledger, share }: ContributionsCardProps) {
  const dimensions = [...ledger.dimensions].sort((left, right) => right.points - left.points);
  const most = Math.max(...dimensions.map((one) => one.points), 1);
  return (
    <Card
      title={title}
      aside={
        <Badge tone={share > 0 ? 'accent' : 'unknown'} plain>
          counts with {percent(share, 0)}
        </Badge>
      }
      note={note}
    >
      <div className="table-wrap">
        <table className="table lock-in-bars">
          <caption className="visually-hidden">Points by dimension, most first</caption>
          <thead>
            <tr>
              <th scope="col">Dimension</th>
              <th scope="col" className="number">
                Points
              </th>
              <th scope="col" className="number">
                Unknown
              </th>
            </tr>
          </thead>
          <tbody>
            {dimensions.map((one) => (
              <Row key={one.id} projectId={projectId} dimension={one} most={most} />
            ))}
          </tbody>
          <Foot ledger={ledger} />
        </table>
      </div>
    </Card>
  );
}

interface RowProps {
  readonly projectId: string;
  readonly dimension: Ledger['dimensions'][number];
  /** Points of the largest, which fills the bar. */
  readonly most: number;
}

function Row({ projectId, dimension: one, most }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/projects/${projectId}/lock-in/indicators?dimension=${one.id}`}>{one.name}</Link>
        <span className="lock-in-bar" aria-hidden="true">
          <span style={{ width: `${(one.points / most) * 100}%` }} />
        </span>
      </th>
      <td className="number">{pointsOf(one.points)}</td>
      <td className="number">
        {one.indicators.filter(({ fact }) => fact === null).length} of {one.indicators.length}
      </td>
    </tr>
  );
}

function Foot({ ledger }: { readonly ledger: Ledger }) {
  return (
    <tfoot>
      <tr>
        <th scope="row">
          Score of this ledger
          {ledger.withFloors > ledger.score && (
            <span className="faint"> (floors lift it to {pointsOf(ledger.withFloors)})</span>
          )}
        </th>
        <td className="number">
          <strong>{pointsOf(ledger.score)}</strong>
        </td>
        <td />
      </tr>
    </tfoot>
  );
}
