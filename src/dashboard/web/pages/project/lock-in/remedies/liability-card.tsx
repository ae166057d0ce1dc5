import { useState } from 'react';
import type { Schemas } from '../../../../api/client';
import { useMe } from '../../../../api/queries';
import { Card } from '../../../../pieces/card';
import { percent } from '../../../../pieces/numbers';
import { TimeAgo } from '../../../../pieces/time-ago';
import { usd } from '../lock-in-words';
import { type LockIn, useCosts } from '../use-lock-in';
import { CostsForm } from './costs-form';
import { type Switching, switchingParts } from './switching-parts';

export const mayEstimate: ReadonlySet<string> = new Set(['lead', 'risk-owner', 'admin']);

/** Lock-in in money: what leaving costs, how likely one is made to, and the product of both. */
export function LiabilityCard({
  projectId,
  liability,
}: {
  readonly projectId: string;
  readonly liability: LockIn['liability'];
}) {
  const costs = useCosts(projectId);
  const me = useMe();
  const [isEditing, setIsEditing] = useState(false);
  const isMine = me.data !== undefined && mayEstimate.has(me.data.role);
  const switching = costs.data?.switching ?? null;
  return (
    <Card
      title="Cost of leaving"
      aside={
        isMine &&
        costs.data !== undefined && (
          <button type="button" className="button" data-size="small" onClick={() => setIsEditing(true)}>
            {switching === null ? 'Estimate it' : 'Estimate anew'}
          </button>
        )
      }
    >
      <div className="stack">
        <div className="lock-in-tiles">
          <Tile label="Leaving now" value={usd(liability.switchingUsd)} />
          <Tile
            label={`Being made to leave within ${liability.horizonYears === 1 ? 'a year' : `${liability.horizonYears} years`}`}
            value={liability.probability === null ? 'not known' : percent(liability.probability)}
          />
          <Tile label="Expected cost" value={usd(liability.expectedUsd)} />
        </div>
        {switching === null ? (
          <p className="muted">
            Nobody has estimated what leaving costs, so lock-in cannot be told in money and remedies are ranked by what
            they gain alone.
          </p>
        ) : (
          costs.data !== undefined && <Parts costs={costs.data} switching={switching} />
        )}
      </div>
      {isEditing && costs.data !== undefined && (
        <CostsForm projectId={projectId} costs={costs.data} close={() => setIsEditing(false)} />
      )}
    </Card>
  );
}

interface PartsProps {
  readonly costs: Schemas['CostsResponse'];
  readonly switching: Switching;
}

function Parts({ costs, switching }: PartsProps) {
  return (
    <details>
      <summary>What the cost of leaving is made of</summary>
      <dl className="cost-parts">
        {switchingParts(switching).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{usd(value)}</dd>
          </div>
        ))}
      </dl>
      {costs.updatedAt !== null && (
        <p className="faint">
          Estimated by {costs.updatedBy}, <TimeAgo at={costs.updatedAt} />.
        </p>
      )}
    </details>
  );
}

function Tile({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="lock-in-tile">
      <span className="value">{value}</span>
      <span className="label">{label}</span>
    </div>
  );
}
