// What the catalogue's pages ask. The facts change with a refresh that was let in, so a decision asks for all of it anew.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, orderKey, type Schemas, taken } from '../../api/client';

export type Model = Schemas['CatalogModelResponse'];
export type ModelDetail = Schemas['CatalogModelDetailResponse'];
export type PriceRow = Schemas['PriceRowResponse'];
export type Refresh = Schemas['RefreshResponse'];

/** Why a change is held. The API’s description gives it the shape of a finding about data, which has the same name. */
export interface Finding {
  readonly rule: string;
  readonly text: string;
}
export type Change = Omit<Schemas['RefreshChangeResponse'], 'findings'> & { readonly findings: readonly Finding[] };
interface ChangePage {
  readonly changes: readonly Change[];
  readonly next: number | null;
}

const rarelyMs = 300_000;
const changesPerPage = 100;

export function useModel(modelId: string) {
  return useQuery({
    queryKey: ['catalog', 'model', modelId],
    queryFn: () =>
      taken(
        api.GET('/v1/catalog/models/{modelId}', { params: { path: { modelId } } } as never),
      ) as Promise<ModelDetail>,
    staleTime: rarelyMs,
  });
}

export function useLifecycles() {
  return useQuery({
    queryKey: ['catalog', 'lifecycle'],
    queryFn: () => taken(api.GET('/v1/catalog/lifecycle')) as Promise<Schemas['LifecycleListResponse']>,
    staleTime: rarelyMs,
  });
}

export function useLicences() {
  return useQuery({
    queryKey: ['catalog', 'licences'],
    queryFn: async () =>
      ((await taken(api.GET('/v1/catalog/licences'))) as Schemas['ModelLicenceListResponse']).licences,
    staleTime: rarelyMs,
  });
}

export function useVendorTerms() {
  return useQuery({
    queryKey: ['catalog', 'terms'],
    queryFn: async () =>
      ((await taken(api.GET('/v1/catalog/vendor-terms'))) as Schemas['VendorTermsListResponse']).terms,
    staleTime: rarelyMs,
  });
}

export function useOverrides() {
  return useQuery({
    queryKey: ['catalog', 'overrides'],
    queryFn: () => taken(api.GET('/v1/catalog/overrides')) as Promise<Schemas['OverrideListResponse']>,
    staleTime: rarelyMs,
  });
}

export function useConflicts() {
  return useQuery({
    queryKey: ['catalog', 'conflicts'],
    queryFn: () => taken(api.GET('/v1/catalog/conflicts')) as Promise<Schemas['CatalogConflictListResponse']>,
  });
}

export function useRules() {
  return useQuery({
    queryKey: ['catalog', 'rules'],
    queryFn: async () =>
      ((await taken(api.GET('/v1/catalog/quarantine-rules'))) as Schemas['QuarantineRuleListResponse']).rules,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Answers of a person about the use that is meant, as the service takes them; what is left out is not known. */
export type IntendedUse = Readonly<Record<string, string>>;

export function useLicenceGates(modelId: string, use: IntendedUse) {
  return useQuery({
    queryKey: ['catalog', 'gates', modelId, use],
    queryFn: () =>
      taken(
        api.GET('/v1/catalog/models/{modelId}/licence-gates', {
          params: { path: { modelId }, query: use },
        } as never),
      ) as Promise<Schemas['LicenceRulingResponse']>,
    staleTime: rarelyMs,
  });
}

export function useRefreshes() {
  return useQuery({
    queryKey: ['catalog', 'refreshes'],
    queryFn: async () => ((await taken(api.GET('/v1/catalog/refreshes'))) as Schemas['RefreshListResponse']).refreshes,
  });
}

export function useRefresh(refreshId: string) {
  return useQuery({
    queryKey: ['catalog', 'refresh', refreshId],
    queryFn: () =>
      taken(
        api.GET('/v1/catalog/refreshes/{refreshId}', { params: { path: { refreshId } } } as never),
      ) as Promise<Refresh>,
  });
}

/** What a refresh would change, page by page; of one verdict or of all. */
export function useChanges(refreshId: string, verdict: string) {
  return useInfiniteQuery({
    queryKey: ['catalog', 'changes', refreshId, verdict],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam }) => {
      const query = {
        limit: changesPerPage,
        ...(verdict === '' ? {} : { verdict }),
        ...(pageParam === null ? {} : { after: pageParam }),
      };
      return (await taken(
        api.GET('/v1/catalog/refreshes/{refreshId}/changes', { params: { path: { refreshId }, query } } as never),
      )) as unknown as ChangePage;
    },
    getNextPageParam: (last) => last.next,
  });
}

/** @returns sends a document and gives the refresh that came of it; rejects with the service's refusal */
export function useUpload(): (document: { file: File; source: string; observedOn?: string }) => Promise<Refresh> {
  const queries = useQueryClient();
  return async ({ file, source, observedOn }) => {
    const query = { source, ...(observedOn === undefined ? {} : { observedOn }) };
    const refresh = (await taken(
      api.POST('/v1/catalog/refreshes', {
        params: { query },
        headers: { 'content-type': 'application/json', 'Idempotency-Key': orderKey() },
        body: file,
        // The document goes as it is: the service keeps the digest of its bytes.
        bodySerializer: (body: unknown) => body,
      } as never),
    )) as Refresh;
    await queries.invalidateQueries({ queryKey: ['catalog'] });
    return refresh;
  };
}

/** @returns decides about a refresh or one of its changes; `path` is `approve`, `changes/3/reject` and so on */
export function useDecision(refreshId: string): (path: string, reason: string) => Promise<void> {
  const queries = useQueryClient();
  return async (path, reason) => {
    await taken(
      api.POST(
        `/v1/catalog/refreshes/${refreshId}/${path}` as never,
        { headers: { 'Idempotency-Key': orderKey() }, body: reason === '' ? {} : { reason } } as never,
      ),
    );
    await queries.invalidateQueries({ queryKey: ['catalog'] });
  };
}
