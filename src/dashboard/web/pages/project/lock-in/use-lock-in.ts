// What the lock-in tab asks the service. All keys begin with the project, so that its news makes them stale.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, api, orderKey, type Schemas, taken } from '../../../api/client';
import { keys } from '../../../api/queries';

export type LockIn = Schemas['LockInResponse'];
export type Indicator = Schemas['LockInIndicatorResponse'];
export type IndicatorScore = Schemas['LockInIndicatorScoreResponse'];

/** Somebody’s notice of an alert, until when it rests. */
export interface Notice {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  readonly until: string;
}
export type Alert = Omit<Schemas['AlertResponse'], 'acknowledgement'> & { readonly acknowledgement: Notice | null };
export interface AlertList {
  readonly alerts: readonly Alert[];
  readonly closed: readonly Schemas['ClosedAlertResponse'][];
}

export type ExitPlan = Schemas['ExitPlanResponse'];
export type Arrangement = Schemas['ArrangementResponse'];

const key = (projectId: string, what: string) => [...keys.of(projectId, 'lock-in'), what];
const params = (projectId: string) => ({ params: { path: { projectId } } });
const soonMs = 3000;

/** Null while nothing was measured: that is no fault. */
export function useLockIn(projectId: string) {
  return useQuery({
    queryKey: key(projectId, 'score'),
    queryFn: async (): Promise<LockIn | null> => {
      try {
        return await taken(api.GET('/v1/projects/{projectId}/lock-in', params(projectId)));
      } catch (error) {
        if (error instanceof ApiError && error.problem.status === 404) {
          return null;
        }
        throw error;
      }
    },
    refetchInterval: ({ state }) => (state.data === null ? soonMs : false),
  });
}

export function useLockInHistory(projectId: string, days: number) {
  return useQuery({
    queryKey: [...key(projectId, 'history'), days],
    queryFn: () =>
      taken(
        api.GET('/v1/projects/{projectId}/lock-in/history', {
          params: { path: { projectId }, query: { days } },
        } as never),
      ) as Promise<Schemas['LockInHistoryResponse']>,
  });
}

/** The same for all projects, and changes with the program only. */
export function useIndicators(projectId: string) {
  return useQuery({
    queryKey: ['lock-in-indicators'],
    queryFn: () =>
      taken(api.GET('/v1/projects/{projectId}/lock-in/indicators', params(projectId) as never)) as Promise<
        Schemas['LockInIndicatorsResponse']
      >,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useFacts(projectId: string, indicator: string) {
  return useQuery({
    queryKey: [...key(projectId, 'facts'), indicator],
    queryFn: async () => {
      const page = (await taken(
        api.GET('/v1/projects/{projectId}/lock-in/facts', {
          params: { path: { projectId }, query: { indicator, limit: 20 } },
        } as never),
      )) as Schemas['LockInFactListResponse'];
      return page.facts;
    },
  });
}

export function useFeatures(projectId: string) {
  return useQuery({
    queryKey: key(projectId, 'features'),
    queryFn: () => taken(api.GET('/v1/projects/{projectId}/lock-in/features', params(projectId))),
  });
}

export function useAlerts(projectId: string) {
  return useQuery({
    queryKey: key(projectId, 'alerts'),
    queryFn: async () =>
      // The description of the API gives the notice of an alert the shape of another room’s acknowledgement.
      (await taken(api.GET('/v1/projects/{projectId}/lock-in/alerts', params(projectId)))) as unknown as AlertList,
  });
}

export function useCosts(projectId: string) {
  return useQuery({
    queryKey: key(projectId, 'costs'),
    queryFn: () => taken(api.GET('/v1/projects/{projectId}/lock-in/costs', params(projectId))),
  });
}

export function useDrills(projectId: string) {
  return useQuery({
    queryKey: key(projectId, 'drills'),
    queryFn: async () =>
      (
        (await taken(
          api.GET('/v1/projects/{projectId}/lock-in/drills', params(projectId)),
        )) as Schemas['DrillListResponse']
      ).drills,
  });
}

export function useInvoices(projectId: string) {
  return useQuery({
    queryKey: key(projectId, 'invoices'),
    queryFn: async () =>
      (
        (await taken(
          api.GET('/v1/projects/{projectId}/lock-in/invoices', params(projectId)),
        )) as Schemas['InvoiceListResponse']
      ).invoices,
  });
}

export function useArrangements(projectId: string) {
  return useQuery({
    queryKey: key(projectId, 'arrangements'),
    queryFn: async () =>
      (
        (await taken(
          api.GET('/v1/projects/{projectId}/lock-in/arrangements', params(projectId)),
        )) as Schemas['ArrangementListResponse']
      ).arrangements,
  });
}

export function useEntity(projectId: string) {
  return useQuery({
    queryKey: key(projectId, 'entity'),
    queryFn: () =>
      taken(api.GET('/v1/projects/{projectId}/lock-in/register/entity', params(projectId))) as Promise<
        Schemas['EntityResponse']
      >,
  });
}

export function useExitPlans(projectId: string) {
  return useQuery({
    queryKey: key(projectId, 'exit-plan'),
    queryFn: async () =>
      (
        (await taken(
          api.GET('/v1/projects/{projectId}/lock-in/exit-plan', params(projectId)),
        )) as Schemas['ExitPlanListResponse']
      ).plans,
  });
}

export interface LockInChange {
  readonly method: 'POST' | 'PUT';
  /** Below …/lock-in/. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Of the arrangement that was looked at. */
  readonly version?: number;
}

/** @returns carries a change out and asks everything of lock-in anew; rejects with the service's refusal */
export function useLockInChange(projectId: string): (change: LockInChange) => Promise<void> {
  const queries = useQueryClient();
  return async ({ method, path, body, version }) => {
    const headers = {
      'Idempotency-Key': orderKey(),
      ...(version === undefined ? {} : { 'If-Match': `"v${version}"` }),
    };
    const at = `/v1/projects/${projectId}/lock-in/${path}` as '/v1/projects/{projectId}/lock-in/costs';
    await taken(
      (method === 'POST' ? api.POST : api.PUT)(
        at as never,
        { headers, ...(body === undefined ? {} : { body }) } as never,
      ),
    );
    await queries.invalidateQueries({ queryKey: keys.of(projectId, 'lock-in') });
  };
}
