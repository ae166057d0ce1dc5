import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../../../api/queries';
import { Card } from '../../../../pieces/card';
import { FormDialog } from '../../../../pieces/form-dialog';
import { TextField } from '../../../../pieces/form-field';
import { numberOf } from '../../../../pieces/read-form';
import { pointsOf, usd } from '../lock-in-words';
import { type LockIn, useCosts, useLockInChange } from '../use-lock-in';
import { mayEstimate } from './liability-card';

type Remedy = LockIn['remediation'][number];
const shownFirst = 12;

export function RemedyTable({ projectId, lockIn }: { readonly projectId: string; readonly lockIn: LockIn }) {
  const [isWhole, setIsWhole] = useState(false);
  const [priced, setPriced] = useState<Remedy | null>(null);
  const me = useMe();
  const isMine = me.data !== undefined && mayEstimate.has(me.data.role);
  const shown = isWhole ? lockIn.remediation : lockIn.remediation.slice(0, shownFirst);
  return (
    <Card
      title="What to mend first"
      note="By how far the joined score falls for each thousand dollars; where nobody estimated a cost, by the fall alone, after those."
    >
      <table className="table stacked-table">
        <Heads isMine={isMine} />
        <tbody>
          {shown.map((one) => (
            <Row
              key={one.indicatorId}
              projectId={projectId}
              remedy={one}
              price={isMine ? () => setPriced(one) : null}
            />
          ))}
        </tbody>
      </table>
      {lockIn.remediation.length > shownFirst && (
        <button type="button" className="button" data-size="small" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show the first only' : `Show all ${lockIn.remediation.length}`}
        </button>
      )}
      {priced !== null && <PriceForm projectId={projectId} remedy={priced} close={() => setPriced(null)} />}
    </Card>
  );
}

function Heads({ isMine }: { readonly isMine: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">Question, and what mends it</th>
        <th scope="col" className="number">
          Falls by
        </th>
        <th scope="col" className="number">
          Cost
        </th>
        <th scope="col" className="number">
          For $1,000
        </th>
        <th scope="col" className="number">
          Expected cost saved
        </th>
        {isMine && (
          <th scope="col">
            <span className="visually-hidden">Estimate</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly projectId: string;
  readonly remedy: Remedy;
  /** Asks for its cost; null: the role may not. */
  readonly price: (() => void) | null;
}

function Row({ projectId, remedy: one, price }: RowProps) {
  return (
    <tr>
      <td>
        <Link to={`/projects/${projectId}/lock-in/indicators?indicator=${one.indicatorId}`}>{one.question}</Link>
        <br />
        <span className="muted">{one.remedy}</span>
      </td>
      <td data-label="Falls by" className="number">
        {pointsOf(one.gainPoints)}
      </td>
      <td data-label="Cost" className="number">
        {usd(one.costUsd)}
      </td>
      <td data-label="For $1,000" className="number">
        {one.gainPerThousandUsd === null ? '' : pointsOf(one.gainPerThousandUsd)}
      </td>
      <td data-label="Expected cost saved" className="number">
        {one.liabilityRemovedUsd === null ? '' : usd(one.liabilityRemovedUsd)}
      </td>
      {price !== null && (
        <td>
          <button type="button" className="button" data-size="small" data-kind="quiet" onClick={price}>
            Estimate<span className="visually-hidden"> the cost of: {one.remedy}</span>
          </button>
        </td>
      )}
    </tr>
  );
}

interface PriceFormProps {
  readonly projectId: string;
  readonly remedy: Remedy;
  readonly close: () => void;
}

function PriceForm({ projectId, remedy, close }: PriceFormProps) {
  const costs = useCosts(projectId);
  const change = useLockInChange(projectId);
  if (costs.data === undefined) {
    return null;
  }
  const { switching, remediesUsd } = costs.data;
  return (
    <FormDialog
      title="Estimate the cost of a remedy"
      what={
        <p>
          {remedy.remedy} {remedy.question}
        </p>
      }
      submitLabel="Keep the estimate"
      close={close}
      onSubmit={(form) =>
        change({
          method: 'PUT',
          path: 'costs',
          body: {
            ...(switching === null ? {} : { switching }),
            remediesUsd: { ...remediesUsd, [remedy.indicatorId]: numberOf(form, 'cost') ?? 0 },
          },
        })
      }
    >
      <TextField name="cost" label="Cost, USD" type="number" min={0} step="any" isRequired value={remedy.costUsd} />
    </FormDialog>
  );
}
