// What the key of a row is the digest of: its turns as canonical JSON. A text is that already as it stands in the line,
// unless a character stands there by its number. (AssemblyScript)
import { BACKSLASH, COMMA, KEY, LITERALS, QUOTE } from './memory-plan.kernel';
import { copy } from './packed-bytes.kernel';

const SLOT_BYTES: usize = 32;
const HEAD: usize = LITERALS;
const OPENING: usize = LITERALS + SLOT_BYTES;
/** By role. */
const CLOSINGS: usize = LITERALS + 2 * SLOT_BYTES;

let end: usize = KEY;

/** Call once. */
export function prepareLiterals(): void {
  keepLiteral(HEAD, '{"messages":[');
  keepLiteral(OPENING, '{"content":"');
  keepLiteral(CLOSINGS, '","role":"system"}');
  keepLiteral(CLOSINGS + SLOT_BYTES, '","role":"user"}');
  keepLiteral(CLOSINGS + 2 * SLOT_BYTES, '","role":"assistant"}');
}

/** ASCII only; behind it its length. */
function keepLiteral(slot: usize, text: string): void {
  for (let at = 0; at < text.length; at++) {
    store<u8>(slot + <usize>at, text.charCodeAt(at));
  }
  store<u8>(slot + SLOT_BYTES - 1, text.length);
}

function writeLiteral(slot: usize): void {
  v128.store(end, v128.load(slot));
  v128.store(end + 16, v128.load(slot + 16));
  end += <usize>load<u8>(slot + SLOT_BYTES - 1);
}

export function beginKey(): void {
  end = KEY;
  writeLiteral(HEAD);
}

export function beginTurnKey(turn: i32): void {
  if (turn > 0) {
    store<u8>(end, COMMA);
    end++;
  }
  writeLiteral(OPENING);
}

/** @param from where the text stands in the line, without its quotes */
export function writeAsItStands(from: usize, to: usize): void {
  copy(end, from, to);
  end += to - from;
}

/** @param from where the unescaped text is */
export function writeEscaped(from: usize, to: usize): void {
  for (let at = from; at < to; at++) {
    const byte = <i32>load<u8>(at);
    const sign =
      byte === 10 ? 110 : byte === 9 ? 116 : byte === 13 ? 114 : byte === QUOTE || byte === BACKSLASH ? byte : 0;
    if (sign !== 0) {
      store<u8>(end, BACKSLASH);
      end++;
    }
    store<u8>(end, sign === 0 ? byte : sign);
    end++;
  }
}

export function endTurnKey(role: i32): void {
  writeLiteral(CLOSINGS + <usize>role * SLOT_BYTES);
}

/** @returns bytes of the whole */
export function endKey(): i32 {
  store<u16>(end, 0x7d5d);
  end += 2;
  return <i32>(end - KEY);
}
