// Where the bytes of a file come from: written straight into the buffer that somebody hands in, so that a plain file is
// copied once and read in few and large steps.
import { type FileHandle, open } from 'node:fs/promises';

export interface ByteSource {
  /** Writes at least one byte, and tells how many; 0: there are no more. @param into of at least one byte */
  read(into: Uint8Array): Promise<number>;
  /** Before the end too, when nobody wants the rest. */
  close(): Promise<void>;
}

/** As it lies on the disk. */
export function bytesOfFile(path: string): ByteSource {
  let file: FileHandle | null = null;
  return {
    read: async (into) => {
      file ??= await open(path, 'r');
      return (await file.read(into, 0, into.length)).bytesRead;
    },
    close: async () => {
      await file?.close();
      file = null;
    },
  };
}

export function bytesOfChunks(chunks: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = chunks[Symbol.asyncIterator]();
  let chunk: Uint8Array = new Uint8Array();
  return {
    read: async (into) => {
      while (chunk.length === 0) {
        const next = await iterator.next();
        if (next.done === true) {
          return 0;
        }
        chunk = next.value;
      }
      const taken = chunk.subarray(0, into.length);
      into.set(taken);
      chunk = chunk.subarray(taken.length);
      return taken.length;
    },
    close: async () => {
      await iterator.return?.();
    },
  };
}

export interface PeekedBytes {
  readonly head: Uint8Array;
  /** There is nothing behind the head. */
  readonly isWhole: boolean;
  /** The head is the beginning of it. */
  readonly all: ByteSource;
}

/** Looks at the first bytes without taking them away. @param bytesMax of the head */
export async function withFirst(source: ByteSource, bytesMax: number): Promise<PeekedBytes> {
  const buffer = new Uint8Array(bytesMax);
  let length = 0;
  let got = 1;
  while (got > 0 && length < bytesMax) {
    got = await source.read(buffer.subarray(length));
    length += got;
  }
  const head = buffer.subarray(0, length);
  let left = head;
  const all: ByteSource = {
    read: async (into) => {
      if (left.length === 0) {
        return got === 0 ? 0 : source.read(into);
      }
      const taken = left.subarray(0, into.length);
      into.set(taken);
      left = left.subarray(taken.length);
      return taken.length;
    },
    close: () => source.close(),
  };
  return { head, isWhole: got === 0, all };
}
