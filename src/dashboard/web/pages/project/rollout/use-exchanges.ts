import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client';
import { keys } from '../../../api/queries';

export type Exchange = Schemas['ExchangeSummaryResponse'];

const newest = 500;
const watchMs = 10_000;
export const arms = ['candidate', 'incumbent'] as const;
export type Arm = (typeof arms)[number];

/** The newest 500 calls of each arm, without their content; calls make no event, so they are asked for again. */
export function useExchanges(projectId: string, isLive: boolean) {
  return useQuery({
    queryKey: keys.of(projectId, 'exchanges'),
    queryFn: async (): Promise<readonly Exchange[]> => {
      const pages = await Promise.all(
        arms.map(
          (arm) =>
            taken(
              api.GET('/v1/projects/{projectId}/exchanges', {
                params: { path: { projectId }, query: { limit: newest, arm } },
              } as never),
            ) as Promise<Schemas['ExchangeListResponse']>,
        ),
      );
      return pages.flatMap((page) => page.exchanges);
    },
    refetchInterval: isLive ? watchMs : false,
  });
}
