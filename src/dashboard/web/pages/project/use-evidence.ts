// What was measured or declared of a project, newest first.
import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../api/client';
import { keys } from '../../api/queries';

export type Evidence = Schemas['EvidenceResponse'];

const newest = 100;

const words: Readonly<Record<string, string>> = {
  'intake.assessment': 'intake',
  'readiness.report': 'data readiness',
  'dataset.frozen': 'frozen data set',
  'training.run': 'training run',
  'evaluation.comparison': 'comparison',
  'shadow.agreement': 'shadow agreement',
  'guardrail.window': 'guardrails',
  'fallback.check': 'probe of the incumbent',
  'lockin.score': 'lock-in',
  'rights.ruling': 'rights',
};

export function evidenceWord(kind: string): string {
  return words[kind] ?? kind;
}

/** The newest hundred, of every kind or of one. */
export function useEvidence(projectId: string, kind?: string) {
  return useQuery({
    queryKey: [...keys.of(projectId, 'evidence'), kind ?? 'all'],
    queryFn: async (): Promise<readonly Evidence[]> => {
      const query = { limit: newest, ...(kind === undefined ? {} : { kind }) };
      const page = (await taken(
        api.GET('/v1/projects/{projectId}/evidence', { params: { path: { projectId }, query } } as never),
      )) as Schemas['EvidenceListResponse'];
      return page.evidence;
    },
  });
}
