// The short way from the texts of a row to its keys and normal forms: each text is turned into bytes once and walked once,
// and on the way its normal form, its signs, the hash of its cluster and what JSON has to escape come off together. What
// the tables do not reach (letters of other scripts, calls, pictures, weights, very long rows) goes the long way, which
// says the same.
import { sha256Hex } from '../../kernel/digest.js';
import { clusterOfBytes } from '../drift/prompt-cluster.js';
import { lookAt } from '../quality/answer-look.js';
import { append, bytesToEscape, escapeText, moreToEscape } from './json-bytes.js';
import { normalUnits, notInTable } from './normal-form.js';
import { completeSigns, runSign, signBits } from './text-signs.js';

/** What the short way needs of a message; one with more to it is not plain. */
export interface Turn {
  readonly role: keyof typeof closings;
  readonly content: string;
}

/** What is read off a row beside its content. */
export interface RowTexts {
  /** Hex SHA-256. */
  readonly rowKey: string;
  readonly normalPrompt: string;
  readonly normalAnswer: string;
  /** UTF-8 bytes of all contents. */
  readonly contentBytes: number;
  /** Bits of `textSigns`. */
  readonly signs: number;
  /** As `lookAt` gives it for the answer. */
  readonly answerLook: number;
  /** As `clusterOf` gives it for the normal prompt. */
  readonly promptCluster: number;
}

/** Of all texts together; an escape takes six bytes, a unit three. */
const unitsMax = 1 << 15;
const messagesMax = 256;
const aroundMessage = 64;
const keyBuffer = Buffer.alloc(unitsMax * 6 + messagesMax * aroundMessage);
const normalBuffer = Buffer.alloc(unitsMax * 3 + messagesMax);
/** The same bytes as plain arrays, so that the loops below meet one kind of array only. */
const keyBytes = new Uint8Array(keyBuffer.buffer, keyBuffer.byteOffset, keyBuffer.length);
const normalBytes = new Uint8Array(normalBuffer.buffer, normalBuffer.byteOffset, normalBuffer.length);

const [space, lineFeed, ascii] = [32, 10, 128];
const twoByteLeadsEnd = 0xe0;
const generalPunctuation = 0xe2;

/** What there is to know of a byte: its normal form, whether that is a space, its sign, whether it is escaped, wide, a digit. */
const [spaceShift, signsShift, signsMask] = [8, 9, 0xffff];
const [escapeBit, wideBit, digitBit] = [1 << 25, 1 << 26, 1 << 27];
const byteTable = Int32Array.from({ length: 256 }, (_, byte) => {
  const normal = byte < ascii ? (normalUnits[byte] ?? 0) : 0;
  const isSpace = normal === space ? 1 << spaceShift : 0;
  const isEscaped = (moreToEscape[byte] ?? 0) > 0 ? escapeBit : 0;
  const isDigit = byte >= 48 && byte <= 57 ? digitBit : 0;
  return isDigit | normal | isSpace | ((signBits[byte] ?? 0) << signsShift) | isEscaped | (byte < ascii ? 0 : wideBit);
});

const head = Buffer.from('{"messages":[');
const opening = Buffer.from('{"content":"');
const closings = {
  system: Buffer.from('","role":"system"}'),
  user: Buffer.from('","role":"user"}'),
  assistant: Buffer.from('","role":"assistant"}'),
  tool: Buffer.from('","role":"tool"}'),
} as const;

/** Where the walk is; set back for every row. */
const walk = { key: 0, normal: 0, hasDigits: false, signs: 0, escaped: 0, bytes: 0 };
/** The system prompt of the row before, which most rows of a data set share. */
let system = { content: '', signs: 0, bytes: 0, written: Buffer.alloc(0) };

/** Null: it has to go the long way. The messages are those of a row whose form was checked. */
export function plainRowTexts(kind: string, messages: readonly Turn[]): RowTexts | null {
  if (!isPlain(kind, messages)) {
    return null;
  }
  walk.key = append(keyBytes, 0, head);
  walk.normal = 0;
  walk.signs = 0;
  walk.bytes = 0;
  walk.hasDigits = false;
  let promptEnd = 0;
  const last = messages.length - 1;
  for (let at = 0; at <= last; at += 1) {
    const { role, content } = messages[at] as Turn;
    const isWritten = role === 'system' ? writeSystem(content) : writeTurn(content, role);
    if (!isWritten) {
      return null;
    }
    if (at === last - 1) {
      promptEnd = walk.normal;
    }
  }
  const answerLook = lookAt(messages[last]?.content ?? '');
  return { ...(kind === 'text' ? textTexts() : chatTexts(promptEnd)), answerLook };
}

function isPlain(kind: string, messages: readonly Turn[]): boolean {
  if ((kind !== 'chat' && kind !== 'text') || messages.length > messagesMax) {
    return false;
  }
  if (kind === 'text' && messages.length !== 1) {
    return false;
  }
  let units = 0;
  for (let at = 0; at < messages.length; at += 1) {
    const message = messages[at] as Turn;
    units += message.content.length;
    // One more key than role and content, and the row is not plain.
    for (const key in message) {
      if (key !== 'content' && key !== 'role') {
        return false;
      }
    }
  }
  return units <= unitsMax;
}

function textTexts(): Omit<RowTexts, 'answerLook'> {
  const normal = normalBuffer.toString('latin1', 0, walk.normal);
  return {
    rowKey: rowKeyWritten(),
    normalPrompt: normal,
    normalAnswer: normal,
    contentBytes: walk.bytes,
    signs: completeSigns(walk.signs),
    promptCluster: clusterOfBytes(normalBytes, walk.normal, walk.hasDigits),
  };
}

function chatTexts(promptEnd: number): Omit<RowTexts, 'answerLook'> {
  const normalPrompt = normalBuffer.toString('latin1', 0, promptEnd);
  // Behind the prompt stands the line end that would part it from a further turn.
  const answerFrom = promptEnd + 1;
  const normalAnswer = normalBuffer.toString('latin1', answerFrom, walk.normal);
  return {
    rowKey: rowKeyWritten(),
    normalPrompt,
    normalAnswer,
    contentBytes: walk.bytes,
    signs: completeSigns(walk.signs),
    promptCluster: clusterOfBytes(normalBytes, promptEnd, walk.hasDigits),
  };
}

function rowKeyWritten(): string {
  keyBytes[walk.key] = 93;
  keyBytes[walk.key + 1] = 125;
  return sha256Hex(keyBuffer.subarray(0, walk.key + 2));
}

function begin(): number {
  if (walk.key > head.length) {
    keyBytes[walk.key] = 44;
    walk.key += 1;
  }
  return append(keyBytes, walk.key, opening);
}

/** A system prompt has no part in the prompt. */
function writeSystem(content: string): boolean {
  const from = begin();
  if (content === system.content) {
    walk.key = append(keyBytes, from, system.written);
  } else {
    const to = from + keyBuffer.write(content, from, 'utf8');
    const signs = signsBetween(from, to);
    if (signs === null) {
      return false;
    }
    const end = escapeText(keyBytes, { from, to }, walk.escaped);
    walk.key = append(keyBytes, end, closings.system);
    system = {
      content,
      signs: signs | runSign(content),
      bytes: to - from,
      written: Buffer.from(keyBytes.subarray(from, walk.key)),
    };
  }
  walk.signs |= system.signs;
  walk.bytes += system.bytes;
  return true;
}

/** Signs of a text; counts what is to be escaped. Null where it may hold half a character, which UTF-8 cannot say. */
function signsBetween(from: number, to: number): number | null {
  let signs = 0;
  let escaped = 0;
  for (let at = from; at < to; at += 1) {
    const byte = keyBytes[at] as number;
    if (byte === 0xef) {
      return null;
    }
    signs |= signBits[byte] as number;
    escaped += moreToEscape[byte] as number;
  }
  walk.escaped = escaped;
  return signs;
}

function writeTurn(content: string, role: 'user' | 'assistant' | 'tool'): boolean {
  if (walk.normal > 0) {
    normalBytes[walk.normal] = lineFeed;
    walk.normal += 1;
  }
  const from = begin();
  const to = from + keyBuffer.write(content, from, 'utf8');
  if (!walkText(from, to)) {
    return false;
  }
  walk.signs |= runSign(content);
  walk.bytes += to - from;
  walk.key = append(keyBytes, escapeText(keyBytes, { from, to }, walk.escaped), closings[role]);
  return true;
}

/** False where the tables do not reach, or no word is in the text. */
function walkText(from: number, to: number): boolean {
  const start = walk.normal;
  const seen = walkAscii(from, to);
  walk.signs |= (seen >> signsShift) & signsMask;
  walk.hasDigits ||= (seen & (digitBit | wideBit)) !== 0;
  if ((seen & wideBit) !== 0) {
    walk.normal = start;
    if (!walkWide(from, to)) {
      return false;
    }
  }
  walk.escaped = (seen & escapeBit) === 0 ? 0 : bytesToEscape(keyBytes, { from, to });
  return walk.normal > start;
}

/**
 * Writes the normal form of a text, as if all its bytes were ASCII. Nearly all rows pass here: no byte takes a decision,
 * and a space after a space is written over. Returns all bits that were met.
 */
function walkAscii(from: number, to: number): number {
  const start = walk.normal;
  let normalAt = start;
  let wasSpace = 1;
  let seen = 0;
  for (let at = from; at < to; at += 1) {
    const entry = byteTable[keyBytes[at] as number] as number;
    const isSpace = (entry >> spaceShift) & 1;
    seen |= entry;
    normalBytes[normalAt] = entry;
    normalAt += 1 - (isSpace & wasSpace);
    wasSpace = isSpace;
  }
  walk.normal = normalAt - (normalAt > start ? wasSpace : 0);
  return seen;
}

/** The same for a text with characters of several bytes. */
function walkWide(from: number, to: number): boolean {
  const start = walk.normal;
  let normalAt = start;
  let wasSpace = true;
  for (let at = from; at < to; at += 1) {
    const byte = keyBytes[at] as number;
    const normal = byte < ascii ? (normalUnits[byte] as number) : normalOfWide(at);
    if (normal === notInTable) {
      return false;
    }
    at += byte < ascii ? 0 : byte === generalPunctuation ? 2 : 1;
    if (normal !== space || !wasSpace) {
      normalBytes[normalAt] = normal;
      normalAt += 1;
    }
    wasSpace = normal === space;
  }
  walk.normal = normalAt - (wasSpace && normalAt > start ? 1 : 0);
  return true;
}

/** Of the character that begins at this byte. */
function normalOfWide(at: number): number {
  const byte = keyBytes[at] as number;
  const next = (keyBytes[at + 1] as number) & 63;
  if (byte < twoByteLeadsEnd) {
    return normalUnits[((byte & 31) << 6) | next] as number;
  }
  const code = 0x2000 | (next << 6) | ((keyBytes[at + 2] as number) & 63);
  return byte === generalPunctuation && code < normalUnits.length ? (normalUnits[code] as number) : notInTable;
}
