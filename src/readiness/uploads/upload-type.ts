// Which bodies are taken as uploads, by what their sender says of them. What they are, their first bytes decide.
import { type Refusal, refusal } from '../../kernel/refusal.js';

export const importContentTypes = [
  'text/csv',
  'text/tab-separated-values',
  'application/x-ndjson',
  'application/jsonl',
  'application/json',
  'application/vnd.apache.parquet',
  'application/x-tar',
  'application/octet-stream',
] as const;

export interface UploadType {
  readonly mediaType: string;
  readonly encoding: 'gzip' | 'zstd' | null;
}

const encodings: Readonly<Record<string, UploadType['encoding']>> = {
  '': null,
  identity: null,
  gzip: 'gzip',
  'x-gzip': 'gzip',
  zstd: 'zstd',
};
const charsets = ['utf-8', 'utf8', 'us-ascii'];

export function uploadTypeOf(headers: { contentType: string; contentEncoding: string | null }): UploadType | Refusal {
  const [mediaType = '', ...parameters] = headers.contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || charsets.includes(charset.replaceAll('"', ''));
  if (!(importContentTypes as readonly string[]).includes(mediaType) || !isUtf8) {
    const known = importContentTypes.join(', ');
    return refusal(
      'unsupported-media-type',
      `Send the file as ${known}, in UTF-8; as it is, or packed by gzip or zstd.`,
    );
  }
  const encoding = encodings[(headers.contentEncoding ?? '').trim().toLowerCase()];
  return encoding === undefined
    ? refusal('unsupported-media-type', 'Send the file as it is, or with the content encoding gzip or zstd.')
    : { mediaType, encoding };
}
