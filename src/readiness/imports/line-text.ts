// The text of a line, or why there is none. Decoding never repairs: a byte that is no UTF-8 is a fault, not U+FFFD.
import type { ByteLine } from './byte-lines.js';
import { lineBytesMax } from './byte-lines.js';
import type { RowFault } from './import-fault.js';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text, or why there is none. */
export function lineText(line: ByteLine): string | RowFault {
  if (line.source === null) {
    return { code: 'row.bytes', field: '', reason: `The line is longer than ${lineBytesMax / 1024 / 1024} MiB.` };
  }
  const text = decoded(line.source, line.from, line.to);
  if (text === null) {
    const badByte = line.offset + firstBadByte(line.source.subarray(line.from, line.to));
    return { code: 'row.bytes', field: '', reason: `Byte ${badByte} of the file is not valid UTF-8.`, badByte };
  }
  return text.includes('\0')
    ? { code: 'row.bytes', field: '', reason: 'The line holds a NUL byte. Is the file UTF-16? Save it as UTF-8.' }
    : text;
}

const replacement = '\ufffd';

/** The quick decoder puts U+FFFD in place of bytes that are no UTF-8: where one turns up, the strict one decides. */
function decoded(source: Buffer, from: number, to: number): string | null {
  const text = source.toString('utf8', from, to);
  if (!text.includes(replacement)) {
    return text;
  }
  try {
    return decoder.decode(source.subarray(from, to));
  } catch {
    return null;
  }
}

/** Why the text cannot be stored, or null. Neither can travel through UTF-8 and both stores unchanged. */
export function unstorable(text: string): string | null {
  if (text.includes('\0')) {
    return 'The text holds a NUL character, which cannot be stored.';
  }
  return /\p{Surrogate}/u.test(text) ? 'The text holds half of a surrogate pair, which is no character.' : null;
}

/** Where the first sequence that is no UTF-8 begins. Decoding a prefix as a stream forgives only a cut last character. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), { stream: true })) {
      good = middle;
    } else {
      bad = middle;
    }
  }
  // The sequence may have begun before the byte that broke it.
  let start = good;
  while (start > 0 && good - start < 3 && !decodes(bytes.subarray(0, start), { stream: false })) {
    start -= 1;
  }
  return start;
}

function decodes(bytes: Uint8Array, options: { stream: boolean }): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, options);
    return true;
  } catch {
    return false;
  }
}
