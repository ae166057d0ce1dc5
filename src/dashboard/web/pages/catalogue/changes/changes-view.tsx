// News for the catalogue: documents that were compared with it, newest first.
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../../api/queries';
import { Card } from '../../../pieces/card';
import { Empty } from '../../../pieces/empty';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { TimeAgo } from '../../../pieces/time-ago';
import { type Refresh, useRefreshes } from '../use-catalogue';
import { RefreshBadge } from './refresh-badge';
import { sourceWord } from './refresh-words';
import { UploadForm } from './upload-form';

const mayBring = new Set(['lead', 'risk-owner', 'admin']);

export function ChangesView() {
  const refreshes = useRefreshes();
  const me = useMe();
  const [isBringing, setIsBringing] = useState(false);
  const isMine = me.data !== undefined && mayBring.has(me.data.role);
  if (refreshes.isError) {
    return <ProblemBox error={refreshes.error} retry={() => void refreshes.refetch()} />;
  }
  if (refreshes.data === undefined) {
    return <Loading what="changes" />;
  }
  const bring = isMine && (
    <button type="button" className="button" data-kind="primary" onClick={() => setIsBringing(true)}>
      Bring a document
    </button>
  );
  return (
    <>
      {refreshes.data.length === 0 ? (
        <div className="card">
          <Empty title="No document was brought yet" action={bring}>
            A price file, a catalogue or a bundle of another installation is compared with what is known here. The
            difference waits until somebody has let it in; what looks wrong is held, with the reason.
          </Empty>
        </div>
      ) : (
        <Card title="Documents that were compared" aside={bring}>
          <RefreshTable refreshes={refreshes.data} />
        </Card>
      )}
      {isBringing && <UploadForm close={() => setIsBringing(false)} />}
    </>
  );
}

function RefreshTable({ refreshes }: { readonly refreshes: readonly Refresh[] }) {
  return (
    <table className="table stacked-table">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">State</th>
          <th scope="col" className="number">
            Clean
          </th>
          <th scope="col" className="number">
            Held
          </th>
          <th scope="col" className="number">
            Conflicts
          </th>
          <th scope="col">Brought</th>
        </tr>
      </thead>
      <tbody>
        {refreshes.map((one) => (
          <RefreshRow key={one.id} refresh={one} />
        ))}
      </tbody>
    </table>
  );
}

function RefreshRow({ refresh: one }: { readonly refresh: Refresh }) {
  return (
    <tr>
      <td>
        <Link to={`/catalogue/changes/${one.id}`}>{sourceWord(one.source)}</Link>
        <br />
        <span className="faint">as of {one.observedAt.slice(0, 10)}</span>
      </td>
      <td data-label="State">
        <RefreshBadge state={one.state} />
      </td>
      <td data-label="Clean" className="number">
        {one.cleanChanges.toLocaleString('en')}
      </td>
      <td data-label="Held" className="number">
        {one.quarantinedChanges.toLocaleString('en')}
      </td>
      <td data-label="Conflicts" className="number">
        {one.conflictCount.toLocaleString('en')}
      </td>
      <td data-label="Brought">
        {one.createdBy}, <TimeAgo at={one.createdAt} />
      </td>
    </tr>
  );
}
