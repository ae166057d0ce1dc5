// What waits for the one who looks: the first page, because everything else can wait.
import { Link, useSearchParams } from 'react-router';
import { type ProjectStatus, useBoard, useMe } from '../../api/queries';
import { CopyAsCurl } from '../../pieces/copy-button';
import { Empty } from '../../pieces/empty';
import { Icon } from '../../pieces/icon';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { ProblemBox } from '../../pieces/problem-box';
import { type Attention, attentionOf } from './attention';
import { AttentionList } from './attention-list';
import { type GroupKey, groups } from './attention-words';
import { useLockInAlerts } from './use-lock-in-alerts';
import './needs-you.css';

const none: readonly ProjectStatus[] = [];

export function Page() {
  const board = useBoard();
  const me = useMe();
  const alerts = useLockInAlerts(board.data ?? none, me.data);
  const [search] = useSearchParams();
  const asked = groups.find(({ key }) => key === search.get('show'))?.key ?? null;
  const waiting =
    board.data === undefined || me.data === undefined ? null : [...attentionOf(board.data, me.data), ...alerts];
  return (
    <>
      <PageHead
        title="Needs you"
        lead="Approvals, closed gates, guardrails that cannot see or have tripped, models that end, alerts about lock-in."
        aside={<CopyAsCurl path="/v1/status" />}
      />
      {board.isError && <ProblemBox error={board.error} retry={() => void board.refetch()} />}
      {waiting === null && !board.isError && <Loading what="what waits for you" />}
      {waiting !== null && board.data !== undefined && (
        <>
          <Summary waiting={waiting} asked={asked} />
          {waiting.length > 0 ? (
            <AttentionList key={asked} waiting={waiting.filter((one) => fits(one, asked))} />
          ) : (
            <Nothing hasProjects={board.data.length > 0} />
          )}
        </>
      )}
    </>
  );
}

function fits({ kind }: Attention, asked: GroupKey | null): boolean {
  return asked === null || groups.some((group) => group.key === asked && group.kinds.includes(kind));
}

interface SummaryProps {
  readonly waiting: readonly Attention[];
  readonly asked: GroupKey | null;
}

/** Counts that are links: each shows its own alone, and the address can be sent on. */
function Summary({ waiting, asked }: SummaryProps) {
  return (
    <nav className="needs-tiles" aria-label="What is shown">
      <Link to="/" className="card tile" aria-current={asked === null ? 'true' : undefined}>
        <span className="value">{waiting.length.toLocaleString('en')}</span>
        <span className="label">All that waits</span>
      </Link>
      {groups.map(({ key, label, kinds }) => (
        <Link key={key} to={`/?show=${key}`} className="card tile" aria-current={asked === key ? 'true' : undefined}>
          <span className="value">
            {waiting.filter(({ kind }) => kinds.includes(kind)).length.toLocaleString('en')}
          </span>
          <span className="label">{label}</span>
        </Link>
      ))}
    </nav>
  );
}

function Nothing({ hasProjects }: { readonly hasProjects: boolean }) {
  return (
    <div className="card">
      {hasProjects ? (
        <Empty title="Nothing waits for you">
          Every gate, guardrail and deadline of your projects is looked at all the time; what needs a person appears
          here by itself.
        </Empty>
      ) : (
        <Empty
          title="There is no project yet"
          action={
            <Link to="/projects/new" className="button" data-kind="primary">
              <Icon name="plus" />
              Start the first project
            </Link>
          }
        >
          A project moves one AI task from a closed model to an open one. To look around with data first, run{' '}
          <code>npm run demo</code>.
        </Empty>
      )}
    </div>
  );
}
