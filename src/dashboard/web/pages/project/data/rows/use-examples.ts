import { useInfiniteQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';

export type Example = Schemas['ExampleResponse'];
export type Side = 'all' | 'train' | 'holdout' | 'auto';

const pageSize = 100;
const beforeEvery = '0'.repeat(64);

/**
 * Rows as they stand, page by page. They come sorted by side, so that one side is a stretch of them: it begins at a
 * cursor that lies before all of its rows, and ends where another side begins.
 */
export function useExamples(projectId: string, side: Side) {
  return useInfiniteQuery({
    queryKey: [...keys.of(projectId, 'examples'), side],
    initialPageParam: side === 'all' ? null : `${side} ${beforeEvery}`,
    queryFn: async ({ pageParam }): Promise<{ readonly rows: readonly Example[]; readonly next: string | null }> => {
      const query = { limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) };
      const page = await taken(
        api.GET('/v1/projects/{projectId}/examples', { params: { path: { projectId }, query } }),
      );
      const rows = side === 'all' ? page.examples : page.examples.filter((one) => one.declaredSplit === side);
      return { rows, next: rows.length < page.examples.length ? null : page.next };
    },
    getNextPageParam: ({ next }) => next,
  });
}
