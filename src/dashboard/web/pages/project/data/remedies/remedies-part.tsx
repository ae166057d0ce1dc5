// What can mend the rows. Each remedy is looked at before it is taken, counted on all rows, and can be undone: the rows as
// they were delivered stay as they are.
import { useSearchParams } from 'react-router';
import { Card } from '../../../../pieces/card';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import type { DataPartProps } from '../data-part';
import { wantsLooking } from '../data-words';
import { useOriginNames } from '../origin-names';
import { ActionItem } from './action-item';
import { StepList } from './step-list';
import { type Action, useActions } from './use-curation';
import './remedies.css';
import '../checks/checks.css';

function helpsNow({ predicted }: Action): boolean {
  return predicted.some(({ outcome }) => wantsLooking(outcome));
}

export function Part({ status }: DataPartProps) {
  const actions = useActions(status.id);
  if (actions.isError) {
    return <ProblemBox error={actions.error} retry={() => void actions.refetch()} />;
  }
  if (actions.isPending) {
    return <Loading what="the remedies" />;
  }
  const all = actions.data;
  const helpful = all.filter(helpsNow);
  const others = all.filter((one) => !helpsNow(one));
  return (
    <div className="stack">
      <StepList projectId={status.id} />
      {helpful.length > 0 && (
        <section className="card check-group" aria-labelledby="helps-now">
          <div className="card-head">
            <h2 id="helps-now">Would help now</h2>
          </div>
          <p className="card-note check-note">
            The newest report found something that these change. A preview counts what would happen and changes nothing.
          </p>
          <ActionList projectId={status.id} actions={helpful} />
        </section>
      )}
      {others.length > 0 && (
        <section className="card check-group" aria-labelledby="other-remedies">
          <div className="card-head">
            <h2 id="other-remedies">{helpful.length === 0 ? 'Remedies' : 'Not needed now'}</h2>
          </div>
          <ActionList projectId={status.id} actions={others} />
        </section>
      )}
      {all.length === 0 && (
        <Card title="Remedies">
          <p className="muted">There is nothing to mend yet.</p>
        </Card>
      )}
    </div>
  );
}

interface ActionListProps {
  readonly projectId: string;
  readonly actions: readonly Action[];
}

/** One is open at a time; which one stands in the address. */
function ActionList({ projectId, actions }: ActionListProps) {
  const [search, setSearch] = useSearchParams();
  const names = useOriginNames(projectId);
  const opened = search.get('action');
  return (
    <ul className="check-list">
      {actions.map((action) => (
        <ActionItem
          key={action.id}
          action={action}
          projectId={projectId}
          names={names}
          isOpen={action.id === opened}
          onOpen={(isOpen) =>
            setSearch(isOpen ? { action: action.id } : {}, { replace: true, preventScrollReset: true })
          }
        />
      ))}
    </ul>
  );
}
