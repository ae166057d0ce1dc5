// The register of what is arranged with whom, and the files that supervisors ask for.
import { useState } from 'react';
import { useMe } from '../../../../api/queries';
import { Empty } from '../../../../pieces/empty';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import { type Arrangement, useArrangements } from '../use-lock-in';
import { ArrangementCard } from './arrangement-card';
import { ArrangementForm } from './arrangement-form';
import { EntityCard } from './entity-card';
import { ExportsCard } from './exports-card';

const mayKeep = new Set(['lead', 'risk-owner', 'admin']);

export function RegisterView({ projectId }: { readonly projectId: string }) {
  const arrangements = useArrangements(projectId);
  const me = useMe();
  const [edited, setEdited] = useState<Arrangement | 'new' | null>(null);
  const isMine = me.data !== undefined && mayKeep.has(me.data.role);
  if (arrangements.isError) {
    return <ProblemBox error={arrangements.error} retry={() => void arrangements.refetch()} />;
  }
  if (arrangements.data === undefined) {
    return <Loading what="the register" />;
  }
  const standing = arrangements.data.filter((one) => one.withdrawnBecause === null);
  const add = (
    <button type="button" className="button" data-kind="primary" onClick={() => setEdited('new')}>
      Enter an arrangement
    </button>
  );
  return (
    <div className="stack">
      <EntityCard projectId={projectId} isMine={isMine} />
      {standing.length === 0 ? (
        <EmptyRegister action={isMine && add} />
      ) : (
        <>
          {standing.map((one) => (
            <ArrangementCard
              key={one.id}
              projectId={projectId}
              document={one}
              isMine={isMine}
              edit={() => setEdited(one)}
            />
          ))}
          {isMine && <div>{add}</div>}
        </>
      )}
      <ExportsCard projectId={projectId} />
      {edited !== null && (
        <ArrangementForm
          projectId={projectId}
          document={edited === 'new' ? null : edited}
          close={() => setEdited(null)}
        />
      )}
    </div>
  );
}

function EmptyRegister({ action }: { readonly action: React.ReactNode }) {
  return (
    <div className="card">
      <Empty title="The register is empty" action={action}>
        An arrangement says which provider supplies what, under which contract, for which function of the business and
        over which subcontractors. What it tells counts in the score at once.
      </Empty>
    </div>
  );
}
