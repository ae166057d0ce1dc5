// Alerts about lock-in that wait for the one who looks: those of the own projects, or of all where there are few. The
// service keeps them by project, so only so many projects are asked.
import { useQueries } from '@tanstack/react-query';
import { api, taken } from '../../api/client';
import { keys, type Me, type ProjectStatus } from '../../api/queries';
import type { Attention } from './attention';

const askedMax = 20;
const freshMs = 60_000;
const ended = new Set(['decommissioned', 'retained', 'aborted']);

interface AlertLine {
  readonly state: string;
  readonly severity: string;
  readonly owner: string;
  readonly text: string;
}

export interface LockInAlerts {
  readonly waiting: readonly Attention[];
  /** How many projects were left out, for there are too many to ask. */
  readonly notAsked: number;
}

export function useLockInAlerts(board: readonly ProjectStatus[], me: Me | undefined): LockInAlerts {
  const concerned = me === undefined ? [] : concernedBy(board, me);
  const asked = concerned.slice(0, askedMax);
  const answers = useQueries({
    queries: asked.map(({ id }) => ({
      queryKey: [...keys.of(id, 'lock-in'), 'alerts'],
      queryFn: () => taken(api.GET('/v1/projects/{projectId}/lock-in/alerts', { params: { path: { projectId: id } } })),
      staleTime: freshMs,
    })),
  });
  const waiting = asked.flatMap((project, at) => {
    const alerts: readonly AlertLine[] = answers[at]?.data?.alerts ?? [];
    const mine = alerts.filter((one) => one.state === 'open' && isFor(one, me));
    return mine.length === 0 ? [] : [lineOf(project, mine)];
  });
  return { waiting, notAsked: concerned.length - asked.length };
}

function concernedBy(board: readonly ProjectStatus[], me: Me): readonly ProjectStatus[] {
  const running = board.filter(({ stage, lockIn }) => lockIn !== null && !ended.has(stage));
  return running.length <= askedMax ? running : running.filter(({ owner }) => owner === me.person);
}

/** An administrator is shown what is critical: everything else is for those who can act. */
function isFor({ owner, severity }: AlertLine, me: Me | undefined): boolean {
  return owner === me?.role || (severity === 'critical' && me?.role === 'admin');
}

function lineOf(project: ProjectStatus, alerts: readonly AlertLine[]): Attention {
  const [worst] = alerts;
  const more = alerts.length - 1;
  const text = `${worst?.text ?? ''}${more === 0 ? '' : ` And ${more} more.`}`;
  return { kind: 'lock-in', project, text, to: `/projects/${project.id}/lock-in/alerts` };
}
