// Texts in one temporary file, found again by their places: memory holds twelve bytes a text.
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { TextShelf } from './near-search.js';

const bufferBytes = 1024 * 1024;

export class FileShelf extends TextShelf {
  private readonly file: number;
  private readonly starts: Float64Array;
  private readonly waiting = Buffer.alloc(bufferBytes);
  private waitingBytes = 0;
  private writtenBytes = 0;
  private count = 0;

  constructor(path: string, textsMax: number) {
    super();
    this.file = openSync(path, 'w+');
    this.starts = new Float64Array(textsMax + 1);
  }

  put(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (this.waitingBytes + bytes > bufferBytes) {
      this.flush();
    }
    if (bytes > bufferBytes) {
      this.writtenBytes += writeSync(this.file, Buffer.from(text), 0, bytes, this.writtenBytes);
    } else {
      this.waitingBytes += this.waiting.write(text, this.waitingBytes);
    }
    this.count += 1;
    this.starts[this.count] = this.writtenBytes + this.waitingBytes;
  }

  get(place: number): string {
    this.flush();
    const start = this.starts[place] ?? 0;
    const bytes = Buffer.allocUnsafe((this.starts[place + 1] ?? start) - start);
    readSync(this.file, bytes, 0, bytes.length, start);
    return bytes.toString();
  }

  close(): void {
    closeSync(this.file);
  }

  private flush(): void {
    if (this.waitingBytes > 0) {
      writeSync(this.file, this.waiting, 0, this.waitingBytes, this.writtenBytes);
      this.writtenBytes += this.waitingBytes;
      this.waitingBytes = 0;
    }
  }
}
