import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, taken } from '../../../../api/client';
import { useReadiness, useReport } from '../data-queries';

type Option = readonly [value: string, label: string];

/** Recipes of this service, and those that the newest report looked at, by their titles. */
export function useRecipes(): readonly Option[] {
  const { projectId = '' } = useParams();
  const recipes = useQuery({
    queryKey: ['recipes'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await taken(api.GET('/v1/recipes'))).recipes,
  });
  const readiness = useReadiness(projectId);
  const report = useReport(projectId, readiness.data?.reportId ?? null);
  const titles = new Map<string, string>();
  for (const { id, title } of recipes.data ?? []) {
    titles.set(id, title);
  }
  for (const { recipe, title } of report.data?.trainerViews ?? []) {
    titles.set(recipe, title);
  }
  return [['', 'The candidate’s own'], ...titles];
}
