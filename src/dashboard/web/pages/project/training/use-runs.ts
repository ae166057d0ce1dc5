import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client';
import { keys } from '../../../api/queries';

export type TrainingRun = Schemas['TrainingRunResponse'];

const watchMs = 2000;
const newest = 20;

/** The newest runs; asked again every two seconds while one is at work, for its progress makes no event. */
export function useRuns(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'training-runs'),
    queryFn: async () => {
      const page = (await taken(
        api.GET('/v1/projects/{projectId}/training-runs', {
          params: { path: { projectId }, query: { limit: newest } },
        } as never),
      )) as Schemas['TrainingRunListResponse'];
      return page.runs;
    },
    refetchInterval: ({ state }) => (state.data?.some((run) => run.state === 'running') === true ? watchMs : false),
  });
}
