// What is it, by its first bytes? Names and media types are often wrong.

export type Wrapping = 'gzip' | 'zstd';
export type Container = 'parquet' | 'tar';

/** Bytes that have to be there to know: the mark of a tar stands at 257. */
export const firstBytesLength = 512;

const ascii = (head: Uint8Array, from: number, text: string) =>
  head.length >= from + text.length && [...text].every((char, at) => head[from + at] === char.charCodeAt(0));

export function wrappingOf(head: Uint8Array): Wrapping | null {
  if (head[0] === 0x1f && head[1] === 0x8b) {
    return 'gzip';
  }
  const isZstd = head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
  return isZstd ? 'zstd' : null;
}

export function containerOf(head: Uint8Array): Container | null {
  if (ascii(head, 0, 'PAR1')) {
    return 'parquet';
  }
  return ascii(head, 257, 'ustar') ? 'tar' : null;
}

const foreign: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive or an office document'],
  ['\u0089PNG', 'a PNG picture'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['%PDF', 'a PDF document'],
  ['SQLite format 3', 'an SQLite database'],
  ['ARROW1', 'an Arrow file'],
  ['Obj\u0001', 'an Avro file'],
  ['BZh', 'compressed by bzip2'],
  ['\u00fd7zXZ', 'compressed by xz'],
];

/** Names a kind of file that is not taken; null when it is none of those. */
export function foreignKind(head: Uint8Array): string | null {
  return foreign.find(([mark]) => ascii(head, 0, mark))?.[1] ?? null;
}
