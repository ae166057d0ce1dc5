// Cuts a stream of bytes into lines, with the exact line number and byte offset of each. Works on bytes, because a chunk
// may end inside a character. Only LF ends a line (CR before it is dropped); U+2028 does not. Memory is bounded by the
// longest line that is kept.

export interface ByteLine {
  /** 1-based. */
  readonly number: number;
  /** Where the line begins in the file; after the byte order mark on the first line. */
  readonly offset: number;
  /** Without the line end; null when the line is longer than the bound. */
  readonly bytes: Uint8Array | null;
}

/** 16 MiB: the bound that the row format documents. */
export const lineBytesMax = 16 * 1024 * 1024;

const lineFeed = 10;
const carriageReturn = 13;
const byteOrderMark = [0xef, 0xbb, 0xbf];

export class ByteLines {
  private parts: Uint8Array[] = [];
  private held = 0;
  private tooLong = false;
  private number = 1;
  private offset = 0;
  private position = 0;

  constructor(private readonly bytesMax: number = lineBytesMax) {}

  /** The lines that this chunk completes. The chunk may be reused by the caller afterwards only if it is copied. */
  push(chunk: Uint8Array): ByteLine[] {
    const lines: ByteLine[] = [];
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, from)) {
      this.hold(chunk.subarray(from, at));
      lines.push(this.take(at + 1 - from));
      from = at + 1;
    }
    this.hold(chunk.subarray(from));
    this.position += chunk.length - from;
    return lines;
  }

  /** The last line, when the file does not end with a line end. */
  end(): ByteLine[] {
    return this.held === 0 && !this.tooLong ? [] : [this.take(0)];
  }

  private hold(part: Uint8Array): void {
    if (part.length === 0 || this.tooLong) {
      return;
    }
    // Two more than the bound: CR and, on the first line, a mark are not part of the content.
    if (this.held + part.length > this.bytesMax + 4) {
      this.tooLong = true;
      this.parts = [];
      this.held = 0;
      return;
    }
    this.parts.push(part);
    this.held += part.length;
  }

  private take(consumed: number): ByteLine {
    const whole = this.tooLong ? null : joined(this.parts, this.held);
    const markLength = whole !== null && this.number === 1 && startsWithMark(whole) ? byteOrderMark.length : 0;
    const content = whole === null ? null : withoutReturn(whole.subarray(markLength));
    const line: ByteLine = {
      number: this.number,
      offset: this.offset + markLength,
      bytes: content !== null && content.length > this.bytesMax ? null : content,
    };
    this.position += consumed;
    this.offset = this.position;
    this.number += 1;
    this.parts = [];
    this.held = 0;
    this.tooLong = false;
    return line;
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    return only;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function startsWithMark(bytes: Uint8Array): boolean {
  return byteOrderMark.every((byte, place) => bytes[place] === byte);
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
}
