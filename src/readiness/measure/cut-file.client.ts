// Cuts a file into pieces of some megabytes that end where a line ends, each with the lines and bytes before it. Files
// whose rows cannot be told apart by lines (lists, tables, objects over several lines) are cut anywhere, for one reader.
// The rows of Parquet become lines first; an archive of pictures is left to those who know what belongs together in it.
import { closeSync, createReadStream, openSync, type ReadStream, readSync } from 'node:fs';
import { type FileKind, kindByName } from '../imports/file-facts.js';
import { sniff, sniffBytesMax } from '../imports/file-kind.js';
import { makePlainLines } from '../plain-chats/plain-chats.client.js';
import type { PlainLines } from '../plain-chats/plain-lines.js';
import { type Container, containerOf, firstBytesLength, foreignKind, wrappingOf } from '../uploads/first-bytes.js';
import { parquetFileLines, parquetLines } from '../uploads/parquet-rows.client.js';
import { unpackUpload } from '../uploads/unpack-upload.client.js';
import { UnreadableUpload } from '../uploads/upload-reader.js';
import { type ByteSource, bytesOfChunks, bytesOfFile, withFirst } from './byte-source.client.js';

const pieceBytes = 2 * 1024 * 1024;
const readBytes = 256 * 1024;
const lineFeed = 10;

export interface Piece {
  readonly cut: 'lines' | 'stream';
  readonly buffer: ArrayBuffer;
  readonly length: number;
  readonly isLast: boolean;
  readonly linesBefore: number;
  readonly offset: number;
}

export interface CutFile {
  /** `parquet`: its rows, one a line. `tar`: no pieces, because its files are no rows. Null: as it lies there. */
  readonly container: Container | null;
  readonly pieces: AsyncGenerator<Piece>;
}

/** Gives a buffer of at least so many bytes. */
export type TakeBuffer = (bytes: number) => ArrayBuffer;

/**
 * @param isText by its format: a table is never cut at lines, because a cell may hold line ends
 * @param take whoever gets a piece gives its buffer back
 * @throws UnreadableUpload for a file that is of no kind that is read
 */
export async function cutFile(path: string, isText: boolean, take: TakeBuffer): Promise<CutFile> {
  const first = firstBytesAt(path);
  const packed = wrappingOf(first) === null ? null : await unpacked(path);
  const head = packed === null ? first : packed.head;
  const container = containerOf(head);
  const reason = whyUnread(head, kindByName(path));
  if (reason !== null || container === 'tar') {
    packed?.source.destroy();
  }
  if (reason !== null) {
    throw new UnreadableUpload(reason);
  }
  if (container === 'tar') {
    return { container, pieces: none() };
  }
  if (container === 'parquet') {
    // Read from where it lies; a packed one has to be unpacked into a file of its own first.
    const lines = packed === null ? parquetFileLines(path) : parquetLines(packed.all);
    return { container, pieces: piecesOf(bytesOfChunks(encoded(lines)), 'lines', take) };
  }
  const bytes = packed === null ? bytesOfFile(path) : bytesOfChunks(packed.all);
  return { container, pieces: await piecesOfText(bytes, isText, take) };
}

async function unpacked(path: string) {
  const source = bytesOf(path);
  return { source, ...(await unpackUpload(source, null)) };
}

/** As they lie on the disk, packed or not. */
export function bytesOf(path: string): ReadStream {
  return createReadStream(path, { highWaterMark: readBytes });
}

/** As a sentence; null: it is of a kind that is read. */
function whyUnread(head: Uint8Array, declaredKind: FileKind | null): string | null {
  const foreign = foreignKind(head);
  if (foreign !== null) {
    return `The file is ${foreign}; CSV, TSV, JSON, JSON lines, Parquet and tar archives are read.`;
  }
  const isAnnounced = declaredKind === 'parquet' || declaredKind === 'tar';
  return isAnnounced && head.length > 0 && containerOf(head) === null
    ? `The file is named .${declaredKind}, and by its first bytes it is none.`
    : null;
}

/** Fewer where the file is shorter. */
export function firstBytesAt(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(firstBytesLength);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of lines) {
    if (text !== '') {
      yield Buffer.from(text);
    }
  }
}

async function piecesOfText(bytes: ByteSource, isText: boolean, take: TakeBuffer) {
  const { head, isWhole, all } = await withFirst(bytes, sniffBytesMax);
  const kind = sniff(head, isWhole)?.kind ?? null;
  return piecesOf(all, kind === 'jsonl' && !isText ? 'lines' : 'stream', take);
}

async function* none(): AsyncGenerator<Piece> {
  // An archive has no lines.
}

async function* piecesOf(
  bytes: ByteSource,
  cut: Piece['cut'],
  take: (bytes: number) => ArrayBuffer,
): AsyncGenerator<Piece> {
  let open = new Uint8Array(take(pieceBytes));
  let [length, linesBefore, offset] = [0, 0, 0];
  try {
    for (let got = await bytes.read(open); got > 0; got = await bytes.read(open.subarray(length))) {
      length += got;
      if (length < open.length) {
        continue;
      }
      const end = cut === 'stream' ? length : open.lastIndexOf(lineFeed) + 1;
      // A line longer than a piece asks for a larger one.
      const next = new Uint8Array(take(end === 0 ? 2 * length : pieceBytes));
      next.set(open.subarray(end));
      if (end > 0) {
        const lines = cut === 'stream' ? 0 : linesIn(open, end);
        // From here on the buffer is somebody else's.
        yield { cut, buffer: open.buffer, length: end, isLast: false, linesBefore, offset };
        linesBefore += lines;
        offset += end;
      }
      length -= end;
      open = next;
    }
    yield { cut, buffer: open.buffer, length, isLast: true, linesBefore, offset };
  } finally {
    await bytes.close();
  }
}

/** Made when first needed; null: no processor for it. */
let quick: PlainLines | null | undefined;

function linesIn(bytes: Uint8Array, end: number): number {
  const within = bytes.subarray(0, end);
  quick = quick === undefined ? makePlainLines() : quick;
  if (quick !== null) {
    return quick.feedsIn(within);
  }
  let lines = 0;
  for (let at = within.indexOf(lineFeed); at !== -1; at = within.indexOf(lineFeed, at + 1)) {
    lines += 1;
  }
  return lines;
}
