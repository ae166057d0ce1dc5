import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client';
import { keys } from '../../../api/queries';

export type HistoryEntry = Schemas['HistoryEntryResponse'];

const pageSize = 500;

/** The whole history, oldest first. */
export function useHistory(projectId: string) {
  return useQuery({ queryKey: keys.of(projectId, 'history'), queryFn: () => whole(projectId) });
}

async function whole(projectId: string): Promise<readonly HistoryEntry[]> {
  const all: HistoryEntry[] = [];
  let afterVersion: number | null = null;
  do {
    const query = { limit: pageSize, ...(afterVersion === null ? {} : { afterVersion }) };
    const page: Schemas['HistoryResponse'] = await taken(
      api.GET('/v1/projects/{projectId}/history', { params: { path: { projectId }, query } } as never),
    );
    all.push(...page.entries);
    afterVersion = page.nextAfterVersion as number | null;
  } while (afterVersion !== null);
  return all;
}
