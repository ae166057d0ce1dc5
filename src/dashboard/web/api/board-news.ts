// News of single projects, brought into the board that is held: a board of thousands is not asked for anew because one of
// them moved. News of a short while are gathered; where many moved, the whole is asked for after all.
import type { QueryClient } from '@tanstack/react-query';
import { api, taken } from './client';
import { keys, type ProjectStatus } from './queries';

const gatherMs = 400;
const singlyMax = 25;

export class BoardNews {
  private readonly moved = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly queries: QueryClient) {}

  heard(projectId: string): void {
    this.moved.add(projectId);
    this.timer ??= setTimeout(() => void this.bring(), gatherMs);
  }

  private async bring(): Promise<void> {
    this.timer = undefined;
    const ids = [...this.moved];
    this.moved.clear();
    if (this.queries.getQueryData(keys.board) === undefined) {
      return;
    }
    if (ids.length > singlyMax) {
      await this.queries.invalidateQueries({ queryKey: keys.board });
      return;
    }
    try {
      const told = await Promise.all(ids.map(statusOf));
      this.queries.setQueryData<readonly ProjectStatus[]>(keys.board, (board) => withNews(board ?? [], told));
    } catch {
      await this.queries.invalidateQueries({ queryKey: keys.board });
    }
  }
}

async function statusOf(projectId: string): Promise<ProjectStatus> {
  return (await taken(
    api.GET('/v1/projects/{projectId}/status', { params: { path: { projectId } } }),
  )) as ProjectStatus;
}

/** The newest of each project; one that was not there yet comes last. An older answer never takes a newer one's place. */
export function withNews(board: readonly ProjectStatus[], told: readonly ProjectStatus[]): readonly ProjectStatus[] {
  const news = new Map(told.map((one) => [one.id, one]));
  const kept = board.map((one) => {
    const newer = news.get(one.id);
    news.delete(one.id);
    return newer !== undefined && newer.version >= one.version ? newer : one;
  });
  return [...kept, ...news.values()];
}
