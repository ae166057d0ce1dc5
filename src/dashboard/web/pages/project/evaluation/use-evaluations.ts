import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useMay } from '../data/may';

export type Evaluation = Schemas['EvaluationResponse'];
export type EvaluationItem = Schemas['EvaluationItemResponse'];

/** What a comparison holds, as far as the page reads it. */
export interface Comparison {
  readonly n: number;
  readonly rows: number;
  readonly failures: number;
  readonly bothCorrect: number;
  readonly onlyCandidateCorrect: number;
  readonly onlyIncumbentCorrect: number;
  readonly bothWrong: number;
  readonly incumbentAccuracy: number | null;
  readonly candidateAccuracy: number | null;
  readonly difference: number | null;
  readonly differenceLow: number | null;
  readonly differenceHigh: number | null;
  readonly confidence: number | null;
  readonly margin: number;
  readonly z: number | null;
  readonly pValueOneSided: number | null;
  readonly requiredPairs: number | null;
  readonly evaluator: string;
  readonly method: string;
  readonly outcome: string;
}

const watchMs = 2000;
const newest = 20;
const itemsPerPage = 500;

/** The newest comparisons; asked again every two seconds while one runs, for its progress makes no event. */
export function useEvaluations(projectId: string) {
  return useQuery({
    queryKey: keys.of(projectId, 'evaluations'),
    queryFn: async () => {
      const page = (await taken(
        api.GET('/v1/projects/{projectId}/evaluations', {
          params: { path: { projectId }, query: { limit: newest } },
        } as never),
      )) as Schemas['EvaluationListResponse'];
      return page.evaluations;
    },
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'running') === true ? watchMs : false),
  });
}

const textsAtOnce = 25;

/** What was asked, by row key, for who may see it; rows that are still to come are not in it. */
export function useTexts(
  { projectId, datasetId }: Evaluation,
  items: readonly EvaluationItem[],
): ReadonlyMap<string, string> {
  const enabled = useMay('seeRows');
  const pieces = Array.from({ length: Math.ceil(items.length / textsAtOnce) }, (_, at) =>
    items.slice(at * textsAtOnce, (at + 1) * textsAtOnce).map(({ rowKey }) => rowKey),
  );
  const answers = useQueries({
    queries: pieces.map((rowKeys) => ({
      queryKey: ['frozen-rows', datasetId, rowKeys],
      queryFn: () =>
        taken(
          api.GET('/v1/projects/{projectId}/datasets/{datasetId}/rows', {
            params: { path: { projectId, datasetId }, query: { keys: rowKeys.join(',') } },
          }),
        ),
      enabled,
      // A frozen data set never changes.
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  return new Map(answers.flatMap(({ data }) => data?.rows.map(({ rowKey, text }) => [rowKey, text] as const) ?? []));
}

/** The rows of one comparison, page by page: disagreements first. */
export function useItems(projectId: string, evaluationId: string) {
  return useInfiniteQuery({
    queryKey: [...keys.of(projectId, 'evaluation-items'), evaluationId],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const query = { limit: itemsPerPage, ...(pageParam === null ? {} : { after: pageParam }) };
      return (await taken(
        api.GET('/v1/projects/{projectId}/evaluations/{evaluationId}/items', {
          params: { path: { projectId, evaluationId }, query },
        } as never),
      )) as Schemas['EvaluationItemListResponse'];
    },
    getNextPageParam: (last) => last.next as string | null,
  });
}
