import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { Link } from 'react-router';
import type { ProjectStatus } from '../../api/queries';
import { HealthBadge } from '../../pieces/badge';
import { gateWord } from '../../pieces/service-words';
import { type BoardSort, daysIn, sorts, stageWord } from './board-filter';
import { LockInMark } from './lock-in-mark';

const rowHeightPx = 56;

export interface BoardTableProps {
  readonly projects: readonly ProjectStatus[];
  readonly sort: BoardSort;
  readonly setSort: (sort: BoardSort) => void;
}

/** Only the rows in sight are drawn; the table still says how many there are. */
export function BoardTable({ projects, sort, setSort }: BoardTableProps) {
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: projects.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={scroller} className="card table-wrap board-table" tabIndex={0} aria-label="Projects, as a table">
      <table className="table" aria-rowcount={projects.length + 1}>
        <Heads sort={sort} setSort={setSort} />
        <tbody>
          {above > 0 && <tr style={{ height: above }} />}
          {items.map((item) => {
            const project = projects[item.index];
            return project === undefined ? null : <Row key={project.id} project={project} index={item.index + 2} />;
          })}
          {below > 0 && <tr style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}

function Heads({ sort, setSort }: Pick<BoardTableProps, 'sort' | 'setSort'>) {
  return (
    <thead>
      <tr>
        {sorts.map(({ key, label, isNumber }) => (
          <th
            key={key}
            scope="col"
            className={isNumber ? 'number' : undefined}
            aria-sort={sort === key ? (isNumber ? 'descending' : 'ascending') : 'none'}
          >
            <button type="button" className="sort-button" onClick={() => setSort(key)}>
              {label}
              <span aria-hidden="true">{sort === key ? (isNumber ? ' ↓' : ' ↑') : ''}</span>
            </button>
          </th>
        ))}
        <th scope="col">Next gate</th>
      </tr>
    </thead>
  );
}

const Row = memo(function Row({ project, index }: { readonly project: ProjectStatus; readonly index: number }) {
  return (
    <tr aria-rowindex={index}>
      <td className="clipped">
        <Link to={`/projects/${project.id}`} title={project.name}>
          {project.name}
        </Link>
        <span className="faint table-models">
          {project.incumbent.model} <span aria-hidden="true">→</span>
          <span className="visually-hidden"> to </span> {project.candidate.model}
        </span>
      </td>
      <td>{project.owner}</td>
      <td>
        {stageWord(project.stage)}
        {project.step === null ? '' : <span className="faint"> {project.step}</span>}
      </td>
      <td>
        <HealthBadge health={project.health} />
      </td>
      <td className="number">{daysIn(project)}</td>
      <td className="number">
        <LockInMark lockIn={project.lockIn} />
      </td>
      <td className="number">{project.traffic.candidateWeightPercent} %</td>
      <td>{project.gate === null ? '' : gateWord(project.gate.name)}</td>
    </tr>
  );
});
