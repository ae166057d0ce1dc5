// What kind of file was it, beside the rows in it? Counted while it is read.

export const fileKinds = ['jsonl', 'json-array', 'pretty-json', 'csv', 'tsv', 'parquet', 'tar'] as const;
/** `pretty-json`: objects one after the other, each over several lines. */
export type FileKind = (typeof fileKinds)[number];

export const fileEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'not-utf-8'] as const;
/** `not-utf-8`: some lines are in a one-byte code page, such as Latin-1. */
export type FileEncoding = (typeof fileEncodings)[number];

export interface FileFacts {
  /** What its bytes say; null: nothing in it, or nothing that is known. */
  readonly kind: FileKind | null;
  /** What its name or media type said; null: nothing. */
  readonly declaredKind: FileKind | null;
  /** It is another kind than declared, and was read as what it is. */
  readonly autoConverted: boolean;
  /** A UTF-8 byte order mark at its start, which was stripped. */
  readonly bom: boolean;
  readonly encodingFound: FileEncoding;
  /** Lines that are no UTF-8, and where in the file the first such byte stands (from 0). */
  readonly badUtf8Lines: number;
  readonly firstBadByte: number | null;
  readonly lines: number;
  readonly blankLines: number;
  readonly crlfLines: number;
  readonly endsWithNewline: boolean;
  /** Accepted rows by the name of the row format. */
  readonly shapes: Readonly<Record<string, number>>;
  /** The first line whose row has another shape than the first row; null: they have one. */
  readonly mixedFromLine: number | null;
}

export const noFileFacts: FileFacts = {
  kind: null,
  declaredKind: null,
  autoConverted: false,
  bom: false,
  encodingFound: 'utf-8',
  badUtf8Lines: 0,
  firstBadByte: null,
  lines: 0,
  blankLines: 0,
  crlfLines: 0,
  endsWithNewline: false,
  shapes: {},
  mixedFromLine: null,
};

const kindOfExtension: Readonly<Record<string, FileKind>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json-array',
  csv: 'csv',
  tsv: 'tsv',
  parquet: 'parquet',
  tar: 'tar',
};

/** What the name of a file says it is, `.gz` and `.zst` looked through; null when it says nothing. */
export function kindByName(fileName: string): FileKind | null {
  const name = fileName.toLowerCase().replace(/\.(gz|gzip|zst|zstd)$/, '');
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return Object.hasOwn(kindOfExtension, extension) ? (kindOfExtension[extension] ?? null) : null;
}

/** A `.json` file may hold a list or objects. */
export function isAsDeclared(kind: FileKind, declared: FileKind): boolean {
  return kind === declared || (declared === 'json-array' && kind === 'pretty-json');
}
