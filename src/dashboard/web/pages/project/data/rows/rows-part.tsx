// The rows themselves, as they stand after every remedy, each with where it came from. What people wrote is shown as text
// and as nothing else.
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { Empty } from '../../../../pieces/empty';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import type { DataPartProps } from '../data-part';
import { number } from '../data-words';
import { useMay, whoMay } from '../may';
import { NothingYet } from '../nothing-yet';
import { useOriginNames } from '../origin-names';
import { RowList } from './row-list';
import { type Example, type Side, useExamples } from './use-examples';
import './rows.css';

const sides: readonly (readonly [Side, string])[] = [
  ['all', 'All'],
  ['train', 'Training'],
  ['holdout', 'Held out'],
  ['auto', 'Dealt by the service'],
];

export function Part({ status, project }: DataPartProps) {
  const maySee = useMay('seeRows');
  if (!maySee) {
    return (
      <div className="card">
        <Empty title="Rows hold what people wrote">{whoMay('seeRows')} may read them.</Empty>
      </div>
    );
  }
  return <Browser projectId={status.id} empty={<NothingYet project={project} />} />;
}

/** What is looked for stands in the address, so that it can be sent to somebody. */
function useRowFilter() {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '' || value === 'all') {
      next.delete(name);
    } else {
      next.set(name, value);
    }
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  const side = sides.find(([one]) => one === search.get('side'))?.[0] ?? 'all';
  return { side, sought: search.get('text') ?? '', origin: search.get('origin') ?? '', set };
}

function Browser({ projectId, empty }: { readonly projectId: string; readonly empty: React.ReactNode }) {
  const { side, sought, origin, set } = useRowFilter();
  const pages = useExamples(projectId, side);
  const names = useOriginNames(projectId);
  const loaded = useMemo(() => pages.data?.pages.flatMap(({ rows }) => rows) ?? [], [pages.data]);
  const shown = useMemo(() => loaded.filter((row) => fits(row, sought, origin)), [loaded, sought, origin]);
  if (pages.isError) {
    return <ProblemBox error={pages.error} retry={() => void pages.refetch()} />;
  }
  if (pages.isPending) {
    return <Loading what="the rows" />;
  }
  if (loaded.length === 0 && side === 'all') {
    return empty;
  }
  const more = () => {
    if (pages.hasNextPage && !pages.isFetchingNextPage) {
      void pages.fetchNextPage();
    }
  };
  const isFiltered = sought !== '' || origin !== '';
  return (
    <div className="card">
      <div className="card-body stack">
        <Filters side={side} sought={sought} origin={origin} onSet={set} />
        <p className="faint" role="status">
          {isFiltered
            ? `${number(shown.length)} of the ${number(loaded.length)} rows`
            : `${number(loaded.length)} rows`}{' '}
          loaded so far{pages.hasNextPage ? '; more come as you scroll.' : ', which are all.'}
        </p>
        {shown.length === 0 ? (
          <Empty title="No such row among those loaded">
            {pages.hasNextPage ? 'Load more to look further.' : 'Change what you look for.'}
          </Empty>
        ) : (
          <RowList rows={shown} names={names} onEnd={more} />
        )}
        {pages.hasNextPage && <MoreButton isLoading={pages.isFetchingNextPage} onMore={more} />}
      </div>
    </div>
  );
}

function MoreButton({ isLoading, onMore }: { readonly isLoading: boolean; readonly onMore: () => void }) {
  return (
    <div>
      <button type="button" className="button" data-size="small" disabled={isLoading} onClick={onMore}>
        {isLoading ? 'Loading…' : 'Load more'}
      </button>
    </div>
  );
}

interface FiltersProps {
  readonly side: Side;
  readonly sought: string;
  readonly origin: string;
  readonly onSet: (name: string, value: string) => void;
}

function Filters({ side, sought, origin, onSet }: FiltersProps) {
  return (
    <div className="row-filters">
      <fieldset className="segments">
        <legend className="visually-hidden">Declared side</legend>
        {sides.map(([one, label]) => (
          <button key={one} type="button" aria-pressed={one === side} onClick={() => onSet('side', one)}>
            {label}
          </button>
        ))}
      </fieldset>
      <label className="visually-hidden" htmlFor="row-origin">
        Origin
      </label>
      <select
        id="row-origin"
        className="input"
        value={origin}
        onChange={(event) => onSet('origin', event.target.value)}
      >
        <option value="">Uploads and calls</option>
        <option value="import">Uploads only</option>
        <option value="exchange">Captured calls only</option>
      </select>
      <label className="visually-hidden" htmlFor="row-text">
        Text or label to look for
      </label>
      <input
        id="row-text"
        className="input"
        type="search"
        placeholder="Text or label"
        value={sought}
        onChange={(event) => onSet('text', event.target.value)}
      />
    </div>
  );
}

function fits(row: Example, sought: string, origin: string): boolean {
  if (origin !== '' && row.origin !== origin) {
    return false;
  }
  const wanted = sought.trim().toLowerCase();
  return wanted === '' || row.turns.some(({ content }) => content.toLowerCase().includes(wanted));
}
