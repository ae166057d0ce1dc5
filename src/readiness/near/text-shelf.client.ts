// Texts and their keys in two temporary files, found again by their places: memory holds eight bytes a text.
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { bandCount } from './minhash.js';
import { TextShelf } from './near-search.js';

const bufferBytes = 1024 * 1024;
const readBytesMax = 64 * bufferBytes;

/** Bytes that are put one after the other and read from anywhere. */
class AppendedFile {
  writtenBytes = 0;
  private readonly file: number;
  private readonly waiting = Buffer.alloc(bufferBytes);
  private waitingBytes = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w+');
  }

  put(bytes: Uint8Array): void {
    if (this.waitingBytes + bytes.length > bufferBytes) {
      this.flush();
    }
    if (bytes.length > bufferBytes) {
      this.write(bytes);
    } else {
      this.waiting.set(bytes, this.waitingBytes);
      this.waitingBytes += bytes.length;
    }
    this.writtenBytes += bytes.length;
  }

  putText(text: string): void {
    // At most three bytes a unit: then it need not be measured before it is written.
    if (3 * text.length > bufferBytes) {
      this.put(Buffer.from(text));
      return;
    }
    if (this.waitingBytes + 3 * text.length > bufferBytes) {
      this.flush();
    }
    const bytes = this.waiting.write(text, this.waitingBytes);
    this.waitingBytes += bytes;
    this.writtenBytes += bytes;
  }

  read(into: Uint8Array, start: number): void {
    this.flush();
    for (let got = 0; got < into.length; ) {
      const bytes = readSync(this.file, into, got, Math.min(readBytesMax, into.length - got), start + got);
      if (bytes === 0) {
        throw new Error(`a temporary file of texts ends at byte ${start + got}: was it changed from outside?`);
      }
      got += bytes;
    }
  }

  close(): void {
    closeSync(this.file);
  }

  private flush(): void {
    this.write(this.waiting.subarray(0, this.waitingBytes));
    this.waitingBytes = 0;
  }

  private write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      from += writeSync(this.file, bytes, from);
    }
  }
}

export class FileShelf extends TextShelf {
  private readonly texts: AppendedFile;
  private readonly bands: AppendedFile;
  private readonly starts: Float64Array;
  private read = Buffer.allocUnsafeSlow(bufferBytes);
  private count = 0;

  /** @param path two files are made, whose names begin with it */
  constructor(path: string, textsMax: number) {
    super();
    this.texts = new AppendedFile(path);
    this.bands = new AppendedFile(`${path}-keys`);
    this.starts = new Float64Array(textsMax + 1);
  }

  put(text: string, keys: Uint32Array): void {
    this.texts.putText(text);
    this.bands.put(new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength));
    this.count += 1;
    this.starts[this.count] = this.texts.writtenBytes;
  }

  get(place: number): string {
    const start = this.starts[place] ?? 0;
    const length = (this.starts[place + 1] ?? start) - start;
    // One buffer for all: texts are asked for by the million, and each of its own would wait for the collector.
    if (length > this.read.length) {
      this.read = Buffer.allocUnsafeSlow(2 * length);
    }
    this.texts.read(this.read.subarray(0, length), start);
    return this.read.toString('utf8', 0, length);
  }

  keys(): Uint32Array {
    const keys = new Uint32Array(this.count * bandCount);
    this.bands.read(new Uint8Array(keys.buffer), 0);
    return keys;
  }

  close(): void {
    this.texts.close();
    this.bands.close();
  }
}
