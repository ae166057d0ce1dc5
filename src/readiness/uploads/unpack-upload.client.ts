// Gzip and Zstandard are unpacked as they arrive. A stream that ends before its end is named as such: half a file read as
// a whole one would look like good data.
import { PassThrough, pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { firstBytesLength, type Wrapping, wrappingOf } from './first-bytes.js';
import { UnreadableUpload } from './upload-reader.js';

type Bytes = AsyncIterable<Uint8Array>;

/** A file in an archive in an encoded body: more layers than this nobody means. */
const layersMax = 3;
const isOfZlib = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '').startsWith('Z_');
const cut = (name: string) =>
  `The ${name} stream is cut or damaged, so the file is not whole. Compress it again and upload it again.`;

export interface Unpacked {
  /** The first bytes of the plain content, fewer than 512 only where there are no more. */
  readonly head: Uint8Array;
  readonly all: Bytes;
}

/** Looks at the first bytes without taking them away. */
export async function withHead(bytes: Bytes): Promise<Unpacked> {
  const iterator = bytes[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < firstBytesLength) {
    const next = await iterator.next();
    if (next.done === true) {
      break;
    }
    taken.push(next.value);
    length += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* taken;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: Buffer.concat(taken).subarray(0, firstBytesLength), all: all() };
}

/** @param encoding what the sender said of the outermost layer; what the bytes say counts for the others */
export async function unpackUpload(bytes: Bytes, encoding: string | null): Promise<Unpacked> {
  let plain = await withHead(bytes);
  if (encoding !== null && wrappingOf(plain.head) !== encoding) {
    throw new UnreadableUpload(`The body was announced as ${encoding}, and it is none.`);
  }
  for (let layer = 0; layer < layersMax; layer += 1) {
    const wrapping = wrappingOf(plain.head);
    if (wrapping === null) {
      break;
    }
    plain = await withHead(unwrapped(plain.all, wrapping));
  }
  return plain;
}

function unwrapped(bytes: Bytes, wrapping: Wrapping): AsyncGenerator<Uint8Array> {
  return wrapping === 'gzip' ? gunzipped(bytes) : unzstd(bytes);
}

async function* gunzipped(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const plain = new PassThrough();
  const source = Readable.from(bytes, { objectMode: false });
  pipeline(source, createGunzip(), plain, () => undefined);
  try {
    for await (const chunk of plain) {
      yield chunk as Buffer;
    }
  } catch (error) {
    throw isOfZlib(error) ? new UnreadableUpload(cut('gzip')) : error;
  } finally {
    source.destroy();
  }
}

async function* unzstd(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const stream = new Decompress((chunk) => out.push(chunk.slice()));
  const push = (chunk: Uint8Array, isLast: boolean): Uint8Array[] => {
    out = [];
    try {
      stream.push(chunk, isLast);
    } catch {
      throw new UnreadableUpload(cut('Zstandard'));
    }
    return out;
  };
  for await (const chunk of bytes) {
    yield* push(chunk, false);
  }
  yield* push(new Uint8Array(0), true);
}
