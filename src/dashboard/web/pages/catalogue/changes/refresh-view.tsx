// One document against the catalogue: what it would change, what is held and why, and who decides.
import { Link, useParams } from 'react-router';
import { useMe } from '../../../api/queries';
import { Card } from '../../../pieces/card';
import { FactList } from '../../../pieces/fact-list';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { TimeAgo } from '../../../pieces/time-ago';
import { type Refresh, useRefresh } from '../use-catalogue';
import { ChangeList } from './change-list';
import { DecideButtons } from './decide-buttons';
import { RefreshBadge } from './refresh-badge';
import { sourceWord } from './refresh-words';

export function RefreshView() {
  const { refreshId = '' } = useParams();
  const refresh = useRefresh(refreshId);
  const me = useMe();
  if (refresh.isError) {
    return <ProblemBox error={refresh.error} retry={() => void refresh.refetch()} />;
  }
  if (refresh.data === undefined) {
    return <Loading what="the document" />;
  }
  const mayDecide = me.data?.role === 'risk-owner' || me.data?.role === 'admin';
  return (
    <div className="stack">
      <Link to="/catalogue/changes">All documents</Link>
      <Head refresh={refresh.data} mayDecide={mayDecide} />
      <ChangeList refresh={refresh.data} mayDecide={mayDecide} />
    </div>
  );
}

function Head({ refresh, mayDecide }: { readonly refresh: Refresh; readonly mayDecide: boolean }) {
  return (
    <Card id="refresh" title={sourceWord(refresh.source)} aside={<RefreshBadge state={refresh.state} />}>
      <div className="stack">
        <FactList
          facts={[
            ['As of', refresh.observedAt.slice(0, 10)],
            ['Offers read', refresh.offersRead.toLocaleString('en')],
            ['Clean changes', refresh.cleanChanges.toLocaleString('en')],
            ['Held', refresh.quarantinedChanges.toLocaleString('en')],
            [
              'Brought',
              <span key="brought">
                {refresh.createdBy}, <TimeAgo at={refresh.createdAt} />
              </span>,
            ],
            ...(refresh.settledAt === null
              ? []
              : ([['Decided', <TimeAgo key="settled" at={refresh.settledAt} />]] as const)),
          ]}
        />
        {refresh.hold !== null && (
          <p className="held">
            <strong>All of it is held:</strong> {refresh.hold} Somebody other than {refresh.createdBy} has to let it in,
            with a reason.
          </p>
        )}
        {refresh.state === 'pending' && <DecideButtons refresh={refresh} mayDecide={mayDecide} />}
        {refresh.faults.length > 0 && (
          <details>
            <summary>What of the document was left out ({refresh.faults.length})</summary>
            <ul className="duties details-body">
              {refresh.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </details>
        )}
        <p className="faint breakable">Digest of its bytes: {refresh.digest}</p>
      </div>
    </Card>
  );
}
