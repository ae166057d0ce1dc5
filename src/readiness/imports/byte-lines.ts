// Cuts a stream of bytes into lines, with the exact line number and byte offset of each. Works on bytes, because a chunk
// may end inside a character. Only LF ends a line (CR before it is dropped); U+2028 does not. Memory is bounded by the
// longest line that is kept.

export interface ByteLine {
  /** 1-based. */
  readonly number: number;
  /** Where the line begins in the file; after the byte order mark on the first line. */
  readonly offset: number;
  /** The line is a part of these bytes; null when it is longer than the bound. */
  readonly source: Buffer | null;
  /** Where in `source` it begins, and where it ends, without the line end. */
  readonly from: number;
  readonly to: number;
}

export interface LineFeeds {
  readonly count: number;
  /** Ascending; may be longer than the count. */
  readonly places: Int32Array;
}

/** 16 MiB: the bound that the row format documents. */
export const lineBytesMax = 16 * 1024 * 1024;

const lineFeed = 10;
const carriageReturn = 13;
const byteOrderMark = [0xef, 0xbb, 0xbf];

export class ByteLines {
  /** Lines taken, the last one included. */
  lines = 0;
  crlfLines = 0;
  hasMark = false;
  private endsWithFeed = false;
  private parts: Buffer[] = [];
  private held = 0;
  private tooLong = false;
  private number = 1;
  private offset = 0;
  private position = 0;

  constructor(private readonly bytesMax: number = lineBytesMax) {}

  /**
   * The lines that this chunk completes. The chunk may be reused by the caller afterwards only if it is copied.
   * @param feeds of the chunk, by whoever knows them; null: they are looked for
   */
  push(given: Uint8Array, feeds: LineFeeds | null = null): ByteLine[] {
    const chunk = asBuffer(given);
    const lines: ByteLine[] = [];
    if (chunk.length > 0) {
      this.endsWithFeed = chunk[chunk.length - 1] === lineFeed;
    }
    let from = 0;
    let known = 0;
    const next = () => (feeds === null ? chunk.indexOf(lineFeed, from) : placeOf(feeds, known));
    for (let at = next(); at !== -1; at = next()) {
      known += 1;
      if (this.held === 0 && !this.tooLong && at - from <= this.bytesMax) {
        lines.push(this.lineOf(chunk, { from, to: at, consumed: at + 1 - from }));
      } else {
        this.hold(chunk.subarray(from, at));
        lines.push(this.take(at + 1 - from));
      }
      from = at + 1;
    }
    if (from < chunk.length) {
      this.hold(chunk.subarray(from));
    }
    this.position += chunk.length - from;
    return lines;
  }

  /** The last line, when the file does not end with a line end. */
  end(): ByteLine[] {
    return this.held === 0 && !this.tooLong ? [] : [this.take(0)];
  }

  get endsWithNewline(): boolean {
    return this.endsWithFeed;
  }

  private hold(part: Buffer): void {
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
    this.parts = [];
    this.held = 0;
    this.tooLong = false;
    return this.lineOf(whole, { from: 0, to: whole?.length ?? 0, consumed });
  }

  private lineOf(
    source: Buffer | null,
    { from, to, consumed }: { from: number; to: number; consumed: number },
  ): ByteLine {
    const hasMark = this.number === 1 && source !== null && startsWithMark(source, from, to);
    const start = hasMark ? from + byteOrderMark.length : from;
    const hasReturn = source !== null && to > start && source[to - 1] === carriageReturn;
    const end = hasReturn ? to - 1 : to;
    const line: ByteLine = {
      number: this.number,
      offset: this.offset + (start - from),
      source: end - start > this.bytesMax ? null : source,
      from: start,
      to: end,
    };
    this.hasMark ||= hasMark;
    this.lines += 1;
    this.crlfLines += hasReturn && consumed > 0 ? 1 : 0;
    this.position += consumed;
    this.offset = this.position;
    this.number += 1;
    return line;
  }
}

/** The same bytes. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** −1 behind the last one. */
function placeOf({ count, places }: LineFeeds, feed: number): number {
  return feed < count ? (places[feed] as number) : -1;
}

function joined(parts: readonly Buffer[], length: number): Buffer {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts, length);
}

function startsWithMark(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from >= byteOrderMark.length && byteOrderMark.every((byte, place) => bytes[from + place] === byte);
}
