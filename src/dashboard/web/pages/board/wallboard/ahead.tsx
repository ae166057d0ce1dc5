import type { ProjectStatus } from '../../../api/queries';
import { daysUntil } from '../../catalogue/catalogue-words';
import { endingOf } from '../shutdown-words';

const shown = 5;

/** Days that come near: models that end, ways back that close. */
export function Ahead({ projects }: { readonly projects: readonly ProjectStatus[] }) {
  const dates = projects.flatMap(datesOf).sort((left, right) => left.days - right.days);
  if (dates.length === 0) {
    return null;
  }
  return (
    <section className="card wall-card" aria-labelledby="wall-ahead">
      <h2 id="wall-ahead">Days ahead</h2>
      <ul className="wall-list">
        {dates.slice(0, shown).map(({ project, days, text }) => (
          <li key={`${project.id} ${text}`}>
            <span className="wall-days">{days === 0 ? 'today' : `${days.toLocaleString('en')} d`}</span>
            <span className="wall-what">
              <strong>{project.name}</strong>
              <span className="muted">{text}</span>
            </span>
          </li>
        ))}
      </ul>
      {dates.length > shown && <p className="muted">and {(dates.length - shown).toLocaleString('en')} more</p>}
    </section>
  );
}

interface DateAhead {
  readonly project: ProjectStatus;
  readonly days: number;
  readonly text: string;
}

function datesOf(project: ProjectStatus): DateAhead[] {
  const ending = endingOf(project);
  const window = project.rollbackWindowEndsAt;
  const dates = [
    ...(ending === null ? [] : [{ project, days: ending.days, text: `${project.incumbent.model} is shut down.` }]),
    ...(window === null
      ? []
      : [{ project, days: daysUntil(window.slice(0, 10)), text: 'The way back to the incumbent closes.' }]),
  ];
  return dates.filter(({ days }) => days >= 0);
}
