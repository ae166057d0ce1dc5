// Cuts a file into pieces of some megabytes that end where a line ends, each with the lines and bytes before it. Files
// whose rows cannot be told apart by lines (lists, tables, objects over several lines) are cut anywhere, for one reader.
import { createReadStream, statSync } from 'node:fs';
import { type FileKind, kindByName } from '../imports/file-facts.js';
import { sniff, sniffBytesMax } from '../imports/file-kind.js';
import { unpackUpload } from '../uploads/unpack-upload.client.js';

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
  readonly declaredKind: FileKind | null;
  readonly pieces: AsyncGenerator<Piece>;
}

/**
 * @param isText by its format: a table is never cut at lines, because a cell may hold line ends
 * @param take gives a buffer of at least that many bytes; whoever gets a piece gives its buffer back
 */
export async function cutFile(path: string, isText: boolean, take: (bytes: number) => ArrayBuffer): Promise<CutFile> {
  const { all } = await unpackUpload(createReadStream(path, { highWaterMark: readBytes }), null);
  const bytes = all[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let held = 0;
  let isWhole = false;
  while (held < sniffBytesMax && !isWhole) {
    const next = await bytes.next();
    isWhole = next.done === true;
    if (next.done !== true) {
      first.push(next.value);
      held += next.value.length;
    }
  }
  const kind = sniff(Buffer.concat(first), isWhole)?.kind ?? null;
  const cut = kind === 'jsonl' && !isText ? 'lines' : 'stream';
  return { declaredKind: kindByName(path), pieces: piecesOf(rest(first, bytes), cut, take) };
}

/** Bytes of the file as they lie on the disk. */
export function bytesOnDisk(path: string): number {
  return statSync(path).size;
}

async function* rest(first: readonly Uint8Array[], bytes: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  yield* { [Symbol.asyncIterator]: () => bytes };
}

async function* piecesOf(
  bytes: AsyncIterable<Uint8Array>,
  cut: Piece['cut'],
  take: (bytes: number) => ArrayBuffer,
): AsyncGenerator<Piece> {
  let open = new Uint8Array(take(pieceBytes));
  let [length, linesBefore, offset] = [0, 0, 0];
  for await (const chunk of bytes) {
    if (length + chunk.length > open.length) {
      const end = cut === 'stream' ? length : open.subarray(0, length).lastIndexOf(lineFeed) + 1;
      const keptBytes = length - end;
      // A line longer than a piece asks for a larger one.
      const next = new Uint8Array(take(Math.max(pieceBytes, 2 * (keptBytes + chunk.length))));
      next.set(open.subarray(end, length));
      if (end > 0) {
        const lines = cut === 'stream' ? 0 : linesIn(open, end);
        // From here on the buffer is somebody else's.
        yield { cut, buffer: open.buffer, length: end, isLast: false, linesBefore, offset };
        linesBefore += lines;
        offset += end;
      }
      open = next;
      length = keptBytes;
    }
    open.set(chunk, length);
    length += chunk.length;
  }
  yield { cut, buffer: open.buffer, length, isLast: true, linesBefore, offset };
}

function linesIn(bytes: Uint8Array, end: number): number {
  const within = bytes.subarray(0, end);
  let lines = 0;
  for (let at = within.indexOf(lineFeed); at !== -1; at = within.indexOf(lineFeed, at + 1)) {
    lines += 1;
  }
  return lines;
}
