// The next end of a model that a project uses, as far as it concerns anybody now.
import type { ProjectStatus } from '../../api/queries';
import { daysUntil } from '../catalogue/catalogue-words';
import { isEnded } from './board-filter';

const aheadDays = 180;

export interface Ending {
  /** Whole days; negative: it is over. */
  readonly days: number;
  readonly isForced: boolean;
  readonly text: string;
}

/** Null: nothing ends within half a year, or the project has ended itself. */
export function endingOf(project: ProjectStatus): Ending | null {
  const { forced, lockIn, incumbent } = project;
  if (isEnded(project)) {
    return null;
  }
  if (forced !== null) {
    const days = daysUntil(forced.shutdownOn);
    return { days, isForced: true, text: `${incumbent.model} ${when(days)}, on ${forced.shutdownOn}` };
  }
  const left = lockIn?.daysToShutdown ?? null;
  if (left === null || left > aheadDays) {
    return null;
  }
  const days = Math.trunc(left);
  return { days, isForced: false, text: `${incumbent.model} ${when(days)}` };
}

function when(days: number): string {
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days).toLocaleString('en')} days`;
  return days < 0 ? `ended ${count} ago` : days === 0 ? 'ends today' : `ends in ${count}`;
}
