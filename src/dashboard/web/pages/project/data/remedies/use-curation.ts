import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';

export type Action = Schemas['CurationActionResponse'];
export type Step = Schemas['CurationStepResponse'];
export type Preview = Schemas['CurationPreviewResponse'];

export function useActions(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'curation-actions'),
    queryFn: async (): Promise<readonly Action[]> =>
      (await taken(api.GET('/v1/projects/{projectId}/curation/actions', { params: { path: { projectId } } }))).actions,
  });
}

/** Newest first, undone ones included. */
export function useSteps(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'curation-steps'),
    queryFn: async (): Promise<readonly Step[]> =>
      (await taken(api.GET('/v1/projects/{projectId}/curation/steps', { params: { path: { projectId } } }))).steps,
  });
}
