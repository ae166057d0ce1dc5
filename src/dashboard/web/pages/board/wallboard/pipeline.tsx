// How many projects stand where, and how they fare: a bar for each stage, its parts in words as well.
import type { ProjectStatus } from '../../../api/queries';
import { byStage, isEnded, stages, stageWord } from '../board-filter';

const healths = [
  ['off-track', 'off track'],
  ['at-risk', 'at risk'],
  ['on-track', 'on track'],
  ['unknown', 'not known'],
] as const;
const namesShown = 4;

export function Pipeline({ projects }: { readonly projects: readonly ProjectStatus[] }) {
  const found = byStage(projects);
  const most = Math.max(1, ...[...found.values()].map((of) => of.length));
  return (
    <section className="card wall-card" aria-labelledby="wall-stages">
      <div className="wall-stages-head">
        <h2 id="wall-stages">By stage</h2>
        <ul className="wall-legend" aria-label="Colours">
          {healths.map(([key, word]) => (
            <li key={key}>
              <i data-health={key} aria-hidden="true" />
              {word}
            </li>
          ))}
        </ul>
      </div>
      <ul className="wall-stages">
        {stages
          .filter((stage) => found.has(stage))
          .map((stage) => (
            <Stage key={stage} stage={stage} of={found.get(stage) ?? []} most={most} />
          ))}
      </ul>
    </section>
  );
}

interface StageProps {
  readonly stage: string;
  readonly of: readonly ProjectStatus[];
  readonly most: number;
}

function Stage({ stage, of, most }: StageProps) {
  const count = (health: string) => of.filter((one) => (one.health ?? 'unknown') === health).length;
  const isOver = of.every(isEnded);
  const bars = isOver
    ? [['unknown', of.length] as const]
    : healths.map(([key]) => [key, count(key)] as const).filter(([, size]) => size > 0);
  const words = healths.flatMap(([key, word]) => (count(key) === 0 ? [] : [`${count(key)} ${word}`])).join(', ');
  return (
    <li>
      <span className="wall-stage-name">{stageWord(stage)}</span>
      <span className="wall-stage-count">{of.length.toLocaleString('en')}</span>
      <span className="wall-stage-bar" role="img" aria-label={isOver ? 'ended' : words}>
        {bars.map(([key, size]) => (
          <span key={key} data-health={key} style={{ width: `${(size / most) * 100}%` }} />
        ))}
      </span>
      <span className="wall-stage-names muted">
        {of
          .slice(0, namesShown)
          .map(({ name }) => name)
          .join(' · ')}
        {of.length > namesShown && ` · ${(of.length - namesShown).toLocaleString('en')} more`}
      </span>
    </li>
  );
}
