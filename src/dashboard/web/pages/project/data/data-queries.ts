// What the data page asks the service. Every key begins with the project, so that news of it makes the answers stale.
import { useQuery } from '@tanstack/react-query';
import { ApiError, api, type Schemas, taken } from '../../../api/client';
import { keys } from '../../../api/queries';

export type Report = Schemas['ReadinessReportResponse'];
export type ReportSummary = Schemas['ReadinessReportSummaryResponse'];
export type Finding = Schemas['FindingResponse'];
export type Readiness = Schemas['ReadinessStatusResponse'];
export type Statistics = Schemas['StatisticsResponse'];
export type Upload = Schemas['ImportResponse'];
export type Dataset = Schemas['DatasetResponse'];
export type Plan = Schemas['DataPlanResponse'];
export type Waiver = Schemas['WaiverResponse'];
export type Signature = Schemas['AcknowledgementResponse'];

const pageSize = 100;
const whileRunningMs = 1000;

/** Null: nothing was measured yet, which is a state and no mistake. */
export function useReadiness(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'readiness'),
    queryFn: async (): Promise<Readiness | null> => {
      try {
        return await taken(api.GET('/v1/projects/{projectId}/readiness', { params: { path: { projectId } } }));
      } catch (error) {
        if (error instanceof ApiError && error.problem.status === 404) {
          return null;
        }
        throw error;
      }
    },
  });
}

/** The newest hundred, newest first. */
export function useReports(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'readiness-reports'),
    queryFn: async () => {
      const query = { limit: pageSize };
      const page = await taken(
        api.GET('/v1/projects/{projectId}/readiness-reports', { params: { path: { projectId }, query } }),
      );
      return page.reports;
    },
  });
}

/** A report never changes once it is there. */
export function useReport(projectId: string, reportId: string | null) {
  return useQuery({
    queryKey: ['readiness-report', projectId, reportId],
    enabled: reportId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => reportOf(projectId, reportId ?? ''),
  });
}

export function reportOf(projectId: string, reportId: string): Promise<Report> {
  const path = { projectId, reportId };
  return taken(api.GET('/v1/projects/{projectId}/readiness-reports/{reportId}', { params: { path } }));
}

/** What each check asks and where its limits come from: the same for all projects. */
export function useChecks() {
  return useQuery({
    queryKey: ['readiness-checks'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await taken(api.GET('/v1/readiness/checks'))).checks,
  });
}

/** Uploads, newest first; asked again each second while one runs. */
export function useUploads(projectId: string, isSending = false) {
  return useQuery({
    queryKey: keys.of(projectId, 'imports'),
    queryFn: async (): Promise<readonly Upload[]> => {
      const query = { limit: pageSize };
      const page = await taken(api.GET('/v1/projects/{projectId}/imports', { params: { path: { projectId }, query } }));
      return page.imports;
    },
    refetchInterval: ({ state }) =>
      isSending || state.data?.some((one) => one.state === 'running') === true ? whileRunningMs : false,
  });
}

/** Newest first. */
export function useDatasets(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'datasets'),
    queryFn: async (): Promise<readonly Dataset[]> =>
      (await taken(api.GET('/v1/projects/{projectId}/datasets', { params: { path: { projectId } } }))).datasets,
  });
}

export function usePlan(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'data-plan'),
    queryFn: () => taken(api.GET('/v1/projects/{projectId}/data-plan', { params: { path: { projectId } } })),
  });
}

export function useWaivers(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'readiness-waivers'),
    queryFn: async () =>
      (await taken(api.GET('/v1/projects/{projectId}/readiness-waivers', { params: { path: { projectId } } }))).waivers,
  });
}

export function useSignatures(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'rights-acknowledgements'),
    queryFn: async () =>
      (await taken(api.GET('/v1/projects/{projectId}/rights-acknowledgements', { params: { path: { projectId } } })))
        .acknowledgements,
  });
}
