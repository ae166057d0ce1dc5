// Alerts about lock-in that wait for the one who looks, of all projects that are running.
import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../api/client';
import type { Me, ProjectStatus } from '../../api/queries';
import { isEnded } from '../board/board-filter';
import { endingOf } from '../board/shutdown-words';
import type { Attention } from './attention';

const freshMs = 60_000;
/** A thousand projects each. */
const pagesMax = 10;

type AlertLine = Schemas['ProjectAlertResponse'];

export function useLockInAlerts(board: readonly ProjectStatus[], me: Me | undefined): readonly Attention[] {
  const wanted = me === undefined ? null : wantedBy(me.role);
  const { data = [] } = useQuery({
    queryKey: ['lock-in-alerts', wanted],
    queryFn: () => allOf(wanted ?? {}),
    enabled: wanted !== null,
    staleTime: freshMs / 6,
    refetchInterval: freshMs,
  });
  return linesOf(board, data);
}

/** Who may act is shown what is his; an administrator, who may not, what is critical. Null: nothing waits for such a one. */
function wantedBy(role: string): { owner?: 'lead' | 'risk-owner'; severity?: 'critical' } | null {
  if (role === 'lead' || role === 'risk-owner') {
    return { owner: role };
  }
  return role === 'admin' ? { severity: 'critical' } : null;
}

async function allOf(wanted: NonNullable<ReturnType<typeof wantedBy>>): Promise<readonly AlertLine[]> {
  const found: AlertLine[] = [];
  let page: string | null = null;
  for (let pages = 0; pages < pagesMax && (pages === 0 || page !== null); pages += 1) {
    const query = { ...wanted, state: 'open' as const, limit: 1000, ...(page !== null && { page }) };
    const answer: Schemas['AlertBoardResponse'] = await taken(api.GET('/v1/lock-in/alerts', { params: { query } }));
    found.push(...answer.alerts);
    page = answer.nextCursor;
  }
  return found;
}

/** One line a project: its worst alert, and how many more there are. */
export function linesOf(board: readonly ProjectStatus[], alerts: readonly AlertLine[]): readonly Attention[] {
  const byProject = new Map<string, AlertLine[]>();
  for (const alert of alerts) {
    byProject.set(alert.projectId, [...(byProject.get(alert.projectId) ?? []), alert]);
  }
  return board
    .filter((project) => !isEnded(project))
    .flatMap((project) => {
      // An end that the board tells of already stands among the days that come near.
      const told = endingOf(project) !== null;
      const untold = (byProject.get(project.id) ?? []).filter(({ name }) => !told || name !== 'shutdown.near');
      const [worst, ...more] = untold;
      if (worst === undefined) {
        return [];
      }
      const text = `${worst.text}${more.length === 0 ? '' : ` And ${more.length} more.`}`;
      return [{ kind: 'lock-in' as const, project, text, to: `/projects/${project.id}/lock-in/alerts` }];
    });
}
