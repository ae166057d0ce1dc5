import { QueryClient } from '@tanstack/react-query';
import { keys } from './queries';

describe('the keys of answers', () => {
  it('make everything of one project stale at once, and nothing of another', async () => {
    const queries = new QueryClient();
    queries.setQueryData(keys.of('prj_1', 'status'), 'kept');
    queries.setQueryData(keys.of('prj_2', 'status'), 'kept');
    queries.setQueryData(keys.board, 'kept');
    await queries.invalidateQueries({ queryKey: keys.project('prj_1') });
    const isStale = (key: readonly string[]) => queries.getQueryState(key)?.isInvalidated;
    expect([isStale(keys.of('prj_1', 'status')), isStale(keys.of('prj_2', 'status')), isStale(keys.board)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
