// Where in a JSON text stand the members of its outermost object? Found by walking the bytes once, so that a request
// can be forwarded as it came but for the few bytes that must differ: re-serialising would change numbers, escapes,
// key order and duplicate keys. Deliberately lenient inside values; the vendor is the judge of what it accepts.

/** One member: half-open byte ranges. `key` is decoded. */
export interface Member {
  readonly key: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface TopLevel {
  readonly members: readonly Member[];
  /** Byte offset of the closing brace. */
  readonly close: number;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (isSpace(bytes[at])) {
    at += 1;
  }
  return at;
}

/** @param open offset of an opening quote. Returns the offset after the closing one, or -1. */
function afterString(bytes: Buffer, open: number): number {
  let at = bytes.indexOf(quote, open + 1);
  while (at !== -1) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === backslash) {
      slashes += 1;
    }
    if (slashes % 2 === 0) {
      return at + 1;
    }
    at = bytes.indexOf(quote, at + 1);
  }
  return -1;
}

/** Offset after the container that opens at `open`, or -1. */
function afterContainer(bytes: Buffer, open: number): number {
  let depth = 0;
  let at = open;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === quote) {
      at = afterString(bytes, at);
      if (at === -1) {
        return -1;
      }
      continue;
    }
    if (byte === openBrace || byte === openBracket) {
      depth += 1;
    } else if (byte === closeBrace || byte === closeBracket) {
      depth -= 1;
    }
    at += 1;
    if (depth === 0) {
      return at;
    }
  }
  return -1;
}

function afterWord(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && !isSpace(bytes[at]) && bytes[at] !== comma && bytes[at] !== closeBrace) {
    at += 1;
  }
  return at === from ? -1 : at;
}

function afterValue(bytes: Buffer, from: number): number {
  const first = bytes[from];
  if (first === quote) {
    return afterString(bytes, from);
  }
  return first === openBrace || first === openBracket ? afterContainer(bytes, from) : afterWord(bytes, from);
}

function decodeKey(bytes: Buffer, start: number, end: number): string | null {
  try {
    return JSON.parse(bytes.toString('utf8', start, end)) as string;
  } catch {
    return null;
  }
}

function memberAt(bytes: Buffer, keyStart: number): Member | null {
  const keyEnd = bytes[keyStart] === quote ? afterString(bytes, keyStart) : -1;
  const key = keyEnd === -1 ? null : decodeKey(bytes, keyStart, keyEnd);
  const colonAt = skipSpace(bytes, keyEnd);
  if (key === null || bytes[colonAt] !== colon) {
    return null;
  }
  const valueStart = skipSpace(bytes, colonAt + 1);
  const valueEnd = afterValue(bytes, valueStart);
  return valueEnd === -1 ? null : { key, valueStart, valueEnd };
}

/**
 * The members of the object that `bytes` holds, in order, duplicates included. Null when it holds anything else
 * (another JSON value, broken JSON, bytes after the object). Linear; strings are skipped by native search.
 */
export function topLevelMembers(bytes: Buffer): TopLevel | null {
  const members: Member[] = [];
  let at = skipSpace(bytes, 0);
  if (bytes[at] !== openBrace) {
    return null;
  }
  at = skipSpace(bytes, at + 1);
  while (bytes[at] !== closeBrace || members.length > 0) {
    const member = memberAt(bytes, at);
    if (member === null) {
      return null;
    }
    members.push(member);
    at = skipSpace(bytes, member.valueEnd);
    if (bytes[at] === closeBrace) {
      break;
    }
    if (bytes[at] !== comma) {
      return null;
    }
    at = skipSpace(bytes, at + 1);
  }
  return skipSpace(bytes, at + 1) === bytes.length ? { members, close: at } : null;
}
