// What the page asks the service, with the keys under which answers are kept and made stale.
import { useQuery } from '@tanstack/react-query';
import { ApiError, api, type Schemas, taken } from './client';
import { mayBeSignedIn } from './session';

export type ProjectStatus = Schemas['ProjectStatusResponse'];
export type Project = Schemas['ProjectResponse'];
export type Me = Schemas['CallerResponse'];

export const keys = {
  me: ['me'] as const,
  board: ['board'] as const,
  project: (id: string) => ['project', id] as const,
  of: (id: string, what: string) => ['project', id, what] as const,
};

export function useMe() {
  return useQuery({ queryKey: keys.me, queryFn: whoAmI, staleTime: 60_000, retry: false });
}

/** Without a session the answer is known beforehand, and is not asked for. */
async function whoAmI(): Promise<Me> {
  if (!mayBeSignedIn()) {
    throw new ApiError({ type: 'about:blank', title: 'Signed out', status: 401, detail: 'Nobody is signed in.' });
  }
  return taken(api.GET('/v1/me'));
}

/** Every project that the caller may see, page by page until the last. */
export function useBoard() {
  return useQuery({ queryKey: keys.board, queryFn: wholeBoard });
}

const pageSize = 1000;

async function wholeBoard(): Promise<readonly ProjectStatus[]> {
  const all: ProjectStatus[] = [];
  let page: string | null = null;
  do {
    const query: { limit: number; page?: string } = page === null ? { limit: pageSize } : { limit: pageSize, page };
    const board: Schemas['BoardResponse'] = await taken(api.GET('/v1/status', { params: { query } }));
    all.push(...board.projects);
    page = board.nextCursor;
  } while (page !== null);
  return all;
}

export function useStatus(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'status'),
    queryFn: () =>
      taken(api.GET('/v1/projects/{projectId}/status', { params: { path: { projectId } } })) as Promise<ProjectStatus>,
  });
}

export function useProject(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'document'),
    queryFn: () => taken(api.GET('/v1/projects/{projectId}', { params: { path: { projectId } } })),
  });
}

/** The models that are known, with where each fact comes from. */
export function useCatalog() {
  return useQuery({
    queryKey: ['catalog'],
    queryFn: async () => ((await taken(api.GET('/v1/catalog/models'))) as Schemas['CatalogModelListResponse']).models,
    staleTime: 300_000,
  });
}

export function useVendors() {
  return useQuery({
    queryKey: ['vendors'],
    queryFn: async () => ((await taken(api.GET('/v1/vendors'))) as Schemas['VendorListResponse']).vendors,
  });
}

export function usePolicies() {
  return useQuery({
    queryKey: ['policies'],
    queryFn: async () => ((await taken(api.GET('/v1/policies'))) as Schemas['PolicyListResponse']).policies,
    staleTime: 300_000,
  });
}

export function useRecipes() {
  return useQuery({
    queryKey: ['recipes'],
    queryFn: async () => ((await taken(api.GET('/v1/recipes'))) as Schemas['RecipeListResponse']).recipes,
    staleTime: 300_000,
  });
}
