// All projects by stage, as a table, or large on a wall. What is shown stands in the address.
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type ProjectStatus, useBoard } from '../../api/queries';
import { CopyAsCurl } from '../../pieces/copy-button';
import { Empty } from '../../pieces/empty';
import { Icon } from '../../pieces/icon';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { ProblemBox } from '../../pieces/problem-box';
import { useKiosk } from '../../pieces/use-kiosk';
import { BoardColumns } from './board-columns';
import { BoardControls } from './board-controls';
import { type BoardFilter, filtered, filterOf, sorted } from './board-filter';
import { BoardTable } from './board-table';
import { Wallboard } from './wallboard/wallboard';
import './board.css';

const none: readonly ProjectStatus[] = [];

export function Page() {
  const board = useBoard();
  const [search] = useSearchParams();
  const isKiosk = useKiosk();
  const projects = board.data ?? none;
  const address = search.toString();
  const filter = useMemo(() => filterOf(new URLSearchParams(address)), [address]);
  const shown = useMemo(() => filtered(projects, filter), [projects, filter]);
  if (board.isError && board.data === undefined) {
    return <ProblemBox error={board.error} retry={() => void board.refetch()} />;
  }
  if (isKiosk) {
    return board.isPending ? <Loading what="the board" /> : <Wallboard projects={shown} filter={filter} />;
  }
  return (
    <>
      <PageHead
        title="Board"
        lead={
          board.data === undefined
            ? undefined
            : `${shown.length.toLocaleString('en')} of ${projects.length.toLocaleString('en')} projects`
        }
        aside={
          <>
            <CopyAsCurl path="/v1/status" />
            <Link to={`/board?${wallAddress(search)}`} className="button" data-size="small">
              Wallboard
            </Link>
            <Link to="/projects/new" className="button" data-kind="primary">
              <Icon name="plus" />
              New project
            </Link>
          </>
        }
      />
      <BoardControls board={projects} filter={filter} />
      {board.isPending ? <Loading what="the board" /> : <Shown all={projects} shown={shown} filter={filter} />}
    </>
  );
}

function wallAddress(search: URLSearchParams): string {
  const next = new URLSearchParams(search);
  next.set('kiosk', '1');
  return next.toString();
}

interface ShownProps {
  readonly all: readonly ProjectStatus[];
  readonly shown: readonly ProjectStatus[];
  readonly filter: BoardFilter;
}

function Shown({ all, shown, filter }: ShownProps) {
  const [, setSearch] = useSearchParams();
  const inOrder = useMemo(() => sorted(shown, filter.sort), [shown, filter.sort]);
  if (shown.length === 0) {
    return (
      <div className="card">
        <Empty title={all.length === 0 ? 'There is no project yet' : 'No project fits'}>
          {all.length === 0
            ? 'The first one is made under “New project”.'
            : 'Take a filter away to see more; ended projects are left out unless you ask for them.'}
        </Empty>
      </div>
    );
  }
  if (filter.form === 'board') {
    return <BoardColumns projects={shown} />;
  }
  const setSort = (sort: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('sort', sort);
        return next;
      },
      { replace: true },
    );
  return <BoardTable projects={inOrder} sort={filter.sort} setSort={setSort} />;
}
