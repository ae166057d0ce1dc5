// What kind of file is it, by its first bytes? Decided from the beginning of the file alone, however it is cut.
import type { FileEncoding, FileKind } from './file-facts.js';

/** As much of the file as may be needed: a longer first line is one object a line. */
export const sniffBytesMax = 65_536;

const feed = 10;
const openList = 91;
const openObject = 123;

export interface Sniffed {
  readonly encoding: FileEncoding;
  /** Null: neither JSON nor a table could be told apart, because nothing is there. */
  readonly kind: FileKind | null;
}

/** Null: more bytes are needed. @param isWhole no more will come */
export function sniff(head: Uint8Array, isWhole: boolean): Sniffed | null {
  if (head.length < 4 && !isWhole) {
    return null;
  }
  const wide = wideEncoding(head);
  if (wide !== null) {
    return { encoding: wide, kind: null };
  }
  const start = firstSign(head, startsWithMark(head) ? 3 : 0);
  if (start === -1) {
    return isWhole || head.length >= sniffBytesMax ? { encoding: 'utf-8', kind: null } : null;
  }
  const sign = head[start];
  if (sign === openList) {
    return { encoding: 'utf-8', kind: 'json-array' };
  }
  const end = head.subarray(0, sniffBytesMax).indexOf(feed, start);
  if (end === -1 && !isWhole && head.length < sniffBytesMax) {
    return null;
  }
  const line = head.subarray(start, end === -1 ? Math.min(head.length, sniffBytesMax) : end);
  if (sign !== openObject) {
    return { encoding: 'utf-8', kind: isTabbed(line) ? 'tsv' : 'csv' };
  }
  if (end === -1 || isClosed(line)) {
    return { encoding: 'utf-8', kind: 'jsonl' };
  }
  return objectsOver(head, { from: end + 1, isWhole });
}

/** The first line leaves its object open. Another object at the start of a line means that the first is broken. */
function objectsOver(head: Uint8Array, { from, isWhole }: { from: number; isWhole: boolean }): Sniffed | null {
  let lineStart = from;
  for (let at = from; at < Math.min(head.length, sniffBytesMax); at += 1) {
    const byte = head[at] ?? 0;
    if (byte === feed) {
      lineStart = at + 1;
    } else if (!isBlank(byte)) {
      return { encoding: 'utf-8', kind: byte === openObject && at === lineStart ? 'jsonl' : 'pretty-json' };
    }
  }
  return isWhole || head.length >= sniffBytesMax ? { encoding: 'utf-8', kind: 'jsonl' } : null;
}

const isBlank = (byte: number) => byte === 32 || byte === 9 || byte === 13 || byte === feed;

function firstSign(head: Uint8Array, from: number): number {
  for (let at = from; at < Math.min(head.length, sniffBytesMax); at += 1) {
    if (!isBlank(head[at] ?? 0)) {
      return at;
    }
  }
  return -1;
}

function startsWithMark(head: Uint8Array): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}

/** By its mark, or by the empty half of an ASCII character in it. */
function wideEncoding([first = -1, second = -1, third = -1, fourth = -1]: Uint8Array): FileEncoding | null {
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  if (first > 0 && second === 0 && third > 0 && fourth === 0) {
    return 'utf-16le';
  }
  return first === 0 && second > 0 && third === 0 && fourth > 0 ? 'utf-16be' : null;
}

function isTabbed(line: Uint8Array): boolean {
  return line.includes(9) && !line.includes(44);
}

/** Whether as many braces and brackets are closed as are opened, outside of texts. */
function isClosed(line: Uint8Array): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < line.length; at += 1) {
    const byte = line[at];
    if (inText) {
      at += byte === 92 ? 1 : 0;
      inText = byte !== 34;
    } else if (byte === 34) {
      inText = true;
    } else if (byte === openObject || byte === openList) {
      depth += 1;
    } else if (byte === 125 || byte === 93) {
      depth -= 1;
    }
  }
  return depth <= 0;
}
