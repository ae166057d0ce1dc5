import { api, type Schemas, taken } from '../../../../api/client';
import type { RightsAnswers } from './rights-answers';

export type FinishedUpload = Schemas['FinishedImportResponse'];

export interface UploadOrder {
  readonly projectId: string;
  readonly file: File;
  readonly split: string;
  readonly format: string;
  readonly rights: RightsAnswers;
}

const typesByEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  tar: 'application/x-tar',
};

/** The service looks at the first bytes of what has no ending that it knows. */
function typeOf(name: string): string {
  return typesByEnding[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}

/** Sends the file as it is; the answer comes when its last row was read. Rejects with the service's refusal. */
export async function sendUpload({ projectId, file, split, format, rights }: UploadOrder): Promise<FinishedUpload> {
  const query = { split, format, fileName: file.name, ...rights };
  const answer = await taken(
    api.POST('/v1/projects/{projectId}/imports', {
      params: { path: { projectId }, query },
      body: file,
      bodySerializer: (body: unknown) => body,
      headers: { 'Content-Type': typeOf(file.name) },
    } as never),
  );
  return answer as FinishedUpload;
}
