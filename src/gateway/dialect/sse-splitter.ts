// Cuts a byte stream into server-sent events at their blank lines, whatever the chunks and line endings are (LF, CRLF,
// CR; WHATWG HTML, section 9.2). Cutting happens on bytes, so that a character split over two chunks stays whole.
// The concatenation of all event bytes and the rest is the stream, byte for byte.

export interface SseEvent {
  /** The event as it came, its blank line included. */
  readonly bytes: Buffer;
  /** Its data lines, joined by LF. Null for comments and events without data. */
  readonly data: string | null;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dataLine = /^data(?::[ ]?|$)/;

function dataOf(bytes: Buffer): string | null {
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/);
  const data = lines.filter((line) => dataLine.test(line)).map((line) => line.replace(dataLine, ''));
  return data.length === 0 ? null : data.join('\n');
}

/** One per stream. Holds at most the bytes of the event that is still open. */
export class SseSplitter {
  private open: Buffer[] = [];
  private openBytes = 0;
  /** Whether the line being read has had a byte yet. */
  private lineIsEmpty = true;
  /** A CR ended the last line; an LF that follows belongs to it. */
  private afterCarriageReturn = false;
  /** Whether anything but line ends stands in the open event. */
  private hasContent = false;

  /** Bytes held back because their event is not complete. */
  get heldBytes(): number {
    return this.openBytes;
  }

  push(chunk: Buffer): SseEvent[] {
    const events: SseEvent[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.endsEvent(chunk[at])) {
        const end = chunk[at] === carriageReturn && chunk[at + 1] === lineFeed ? at + 2 : at + 1;
        events.push(this.close(chunk.subarray(from, end)));
        this.afterCarriageReturn = chunk[at] === carriageReturn && end === at + 1;
        from = end;
        at = end - 1;
      }
    }
    this.hold(chunk.subarray(from));
    return events;
  }

  /** What stands open at the end of the stream, as an event of its own; null when nothing does. */
  end(): SseEvent | null {
    return this.openBytes === 0 ? null : this.close(Buffer.alloc(0));
  }

  private endsEvent(byte: number | undefined): boolean {
    if (byte === lineFeed && this.afterCarriageReturn) {
      this.afterCarriageReturn = false;
      return false;
    }
    this.afterCarriageReturn = byte === carriageReturn;
    if (byte !== lineFeed && byte !== carriageReturn) {
      this.lineIsEmpty = false;
      this.hasContent = true;
      return false;
    }
    const blank = this.lineIsEmpty;
    this.lineIsEmpty = true;
    return blank && this.hasContent;
  }

  private close(last: Buffer): SseEvent {
    const bytes = this.open.length === 0 ? last : Buffer.concat([...this.open, last]);
    this.open = [];
    this.openBytes = 0;
    this.lineIsEmpty = true;
    this.hasContent = false;
    return { bytes, data: dataOf(bytes) };
  }

  private hold(rest: Buffer): void {
    if (rest.length > 0) {
      this.open.push(rest);
      this.openBytes += rest.length;
    }
  }
}
