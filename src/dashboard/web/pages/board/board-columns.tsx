import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { ProjectStatus } from '../../api/queries';
import { byStage, stages, stageWord } from './board-filter';
import { ProjectCard } from './project-card';

const cardHeightPx = 216;

export function BoardColumns({ projects }: { readonly projects: readonly ProjectStatus[] }) {
  const columns = useMemo(() => {
    const found = byStage(projects);
    return stages.flatMap((stage) => {
      const of = found.get(stage);
      return of === undefined ? [] : [{ stage, of }];
    });
  }, [projects]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="board-columns" tabIndex={0} aria-label="Projects by stage">
      {columns.map(({ stage, of }) => (
        <div key={stage} className="board-column">
          <h2 id={`stage-${stage}`}>
            {stageWord(stage)} <span className="faint">{of.length.toLocaleString('en')}</span>
          </h2>
          <Column projects={of} label={stageWord(stage)} />
        </div>
      ))}
    </section>
  );
}

/** Only the cards in sight are drawn: a column may hold thousands. */
function Column({ projects, label }: { readonly projects: readonly ProjectStatus[]; readonly label: string }) {
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: projects.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeightPx,
    getItemKey: (at) => projects[at]?.id ?? at,
    overscan: 3,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={scroller} className="board-scroller" tabIndex={0} aria-label={`Projects: ${label}`}>
      <ul style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((item) => {
          const project = projects[item.index];
          return project === undefined ? null : (
            <li
              key={project.id}
              ref={rows.measureElement}
              data-index={item.index}
              className="board-slot"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <ProjectCard project={project} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
