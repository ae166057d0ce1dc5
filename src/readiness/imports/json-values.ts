// Cuts a stream of bytes into the objects of a JSON list, or into objects that follow one another, each possibly over
// several lines: with the line and byte at which each begins. Works on bytes and does not judge the values; whatever
// breaks the form is handed on as it is, and the reader of the row says what is wrong with it.
import { type ByteLine, lineBytesMax } from './byte-lines.js';

const feed = 10;
const space = 32;
const quote = 34;
const comma = 44;
const backslash = 92;
const openList = 91;
const closeList = 93;
const openObject = 123;
const closeObject = 125;

function lastSign(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at > 0 && isBlank(bytes[at] ?? 0)) {
    at -= 1;
  }
  return bytes[at] ?? 0;
}

const isBlank = (byte: number) => byte === space || byte === feed || byte === 13 || byte === 9;

export class JsonValues {
  blankLines = 0;
  crlfLines = 0;
  private feeds = 0;
  private previous = feed;
  private readonly levels: number[] = [];
  private parts: Uint8Array[] = [];
  private held = 0;
  private tooLong = false;
  private inValue = false;
  private inText = false;
  private escaped = false;
  /** The value can no longer be JSON; where it ends is guessed by the lines. */
  private broken = false;
  private inList = false;
  private line = 1;
  private lineStart = 0;
  private isLineBlank = true;
  private position = 0;
  private start = { line: 1, offset: 0, column: 0 };

  /** Lines so far, a last one without its end included. */
  get lines(): number {
    return this.previous === feed ? this.feeds : this.feeds + 1;
  }

  /** The values that this chunk completes. */
  push(chunk: Uint8Array): ByteLine[] {
    const values: ByteLine[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.inText && !this.escaped && !this.broken) {
        at = this.skipText(chunk, at);
        if (at === chunk.length) {
          break;
        }
      }
      const byte = chunk[at] ?? 0;
      if (this.resumesAt(byte, at)) {
        this.hold(chunk.subarray(from, at));
        values.push(this.take());
      }
      const began = this.inValue;
      const ends = this.step(byte, at);
      if (!began && this.inValue) {
        from = at;
      }
      if (ends) {
        this.hold(chunk.subarray(from, at + (ends === 'here' ? 1 : 0)));
        values.push(this.take());
      }
      this.countLine(byte, at);
    }
    if (this.inValue) {
      this.hold(chunk.subarray(from));
    }
    this.position += chunk.length;
    return values;
  }

  /** What is left: a value that nobody closed. */
  end(): ByteLine[] {
    if (!this.inValue) {
      return [];
    }
    const value = this.take();
    // A last value that broke the form has swallowed the end of the list.
    this.inList &&= value.source === null || lastSign(value.source) !== closeList;
    return [value];
  }

  /** Why the file is not whole, as a sentence; ask after the end. */
  problem(): string | null {
    return this.inList ? 'The list is never closed: the file is cut.' : null;
  }

  /** Where the text may end: at the next quote, backslash or line end, or at the end of the chunk. */
  private skipText(chunk: Uint8Array, from: number): number {
    let at = from;
    let byte = chunk[at];
    while (at < chunk.length && byte !== quote && byte !== backslash && byte !== feed) {
      at += 1;
      byte = chunk[at];
    }
    this.previous = at > from ? (chunk[at - 1] ?? 0) : this.previous;
    return at;
  }

  /** A value that is no JSON ends where, on a line of its own and as far to the right, the next object begins. */
  private resumesAt(byte: number, at: number): boolean {
    const column = this.position + at - this.lineStart;
    return this.broken && byte === openObject && this.isLineBlank && column === this.start.column;
  }

  /** Whether a value ends with this byte (`here`) or before it. */
  private step(byte: number, at: number): 'here' | 'before' | false {
    if (!this.inValue) {
      this.between(byte, at);
      return false;
    }
    if (this.broken) {
      return false;
    }
    if (this.inText) {
      this.withinText(byte);
      return false;
    }
    if (byte === quote) {
      this.inText = true;
    } else if (byte === openObject || byte === openList) {
      this.levels.push(byte);
    } else if (byte === closeObject || byte === closeList) {
      return this.closes(byte);
    } else if (this.levels.length === 0 && (byte === comma || byte === feed)) {
      // A bare word between the objects.
      return 'before';
    }
    return false;
  }

  private between(byte: number, at: number): void {
    if (isBlank(byte) || byte === comma) {
      return;
    }
    if (byte === openList && !this.inList) {
      this.inList = true;
      return;
    }
    if (byte === closeList && this.inList) {
      this.inList = false;
      return;
    }
    this.inValue = true;
    const offset = this.position + at;
    this.start = { line: this.line, offset, column: offset - this.lineStart };
    this.inText = byte === quote;
    if (byte === openObject || byte === openList) {
      this.levels.push(byte);
    }
  }

  private withinText(byte: number): void {
    if (this.escaped) {
      this.escaped = false;
    } else if (byte === backslash) {
      this.escaped = true;
    } else if (byte === quote) {
      this.inText = false;
    } else if (byte === feed) {
      this.broken = true;
    }
  }

  private closes(byte: number): 'here' | 'before' | false {
    const opener = byte === closeObject ? openObject : openList;
    if (this.levels.at(-1) === opener) {
      this.levels.pop();
      return this.levels.length === 0 ? 'here' : false;
    }
    if (!this.levels.includes(opener)) {
      if (byte === closeList && this.inList) {
        this.inList = false;
        return 'before';
      }
      this.broken = true;
      return false;
    }
    // What was left open inside is closed with it: the value is faulty, and the next one is read.
    while (this.levels.pop() !== opener) {}
    return this.levels.length === 0 ? 'here' : false;
  }

  private countLine(byte: number, at: number): void {
    if (byte === feed) {
      this.line += 1;
      this.feeds += 1;
      this.crlfLines += this.previous === 13 ? 1 : 0;
      this.blankLines += this.isLineBlank && !this.inValue ? 1 : 0;
      this.lineStart = this.position + at + 1;
      this.isLineBlank = true;
    } else if (this.isLineBlank && !isBlank(byte)) {
      this.isLineBlank = false;
    }
    this.previous = byte;
  }

  private hold(part: Uint8Array): void {
    if (part.length === 0 || this.tooLong) {
      return;
    }
    if (this.held + part.length > lineBytesMax) {
      this.tooLong = true;
      this.parts = [];
      return;
    }
    this.parts.push(part);
    this.held += part.length;
  }

  private take(): ByteLine {
    const source = this.tooLong ? null : Buffer.concat(this.parts);
    const { line, offset } = this.start;
    this.parts = [];
    this.held = 0;
    this.tooLong = false;
    this.inValue = false;
    this.inText = false;
    this.escaped = false;
    this.broken = false;
    this.levels.length = 0;
    return { number: line, offset, source, from: 0, to: source?.length ?? 0 };
  }
}
