// AssemblyScript, compiled to WebAssembly: reads one line of a chat file from its bytes, sixteen at a time. A line that is a
// plain chat (turns of a role and a text, each text with a word in it) comes out as unescaped texts, the normal forms of
// prompt and answer, the text whose digest is the key of the row, the signs that were met and the cluster of the prompt.
// Whatever else a line holds or breaks is declined, and read the long way, which is the definition. Only the list of turns
// is read here: what stands around it is parsed by the caller, with a number in its place.
import { lookAt, lookAtWide } from './answer-look.kernel';
import { aroundIsWide, beginAround, endAround } from './around-turns.kernel';
import { afterBlanks, endOfText, textIsRespelt, textIsWide, textWrittenTo, unescapeText } from './json-text.kernel';
import {
  COMMA,
  INPUT,
  INPUT_BYTES_MAX,
  LINE_BYTES_MAX,
  NORMAL,
  QUOTE,
  RESULT,
  SYSTEM,
  SYSTEM_BYTES_MAX,
  TEXTS,
} from './memory-plan.kernel';
import { beginNormal, clusterOf, meetSigns, normalEnd, signsIn, signsMet, writeNormal } from './normal-bytes.kernel';
import { copy, isSameText } from './packed-bytes.kernel';
import { beginKey, beginTurnKey, endKey, endTurnKey, writeAsItStands, writeEscaped } from './row-key.kernel';

const TURNS_MAX: i32 = 256;
const COLON: i32 = 58;
const OPEN_BRACE: i32 = 123;
const CLOSE_BRACE: i32 = 125;
const OPEN_SQUARE: i32 = 91;
const CLOSE_SQUARE: i32 = 93;

const SYSTEM_ROLE: i32 = 0;
const USER_ROLE: i32 = 1;
const ASSISTANT_ROLE: i32 = 2;

/** Fields of the result, in words of four bytes; behind them four words a turn. */
const AROUND_BYTES: usize = RESULT;
const AROUND_IS_WIDE: usize = RESULT + 4;
const KEY_BYTES: usize = RESULT + 8;
const PROMPT_END: usize = RESULT + 12;
const NORMAL_END: usize = RESULT + 16;
const SIGN_BITS: usize = RESULT + 20;
const CONTENT_BYTES: usize = RESULT + 24;
const CLUSTER: usize = RESULT + 28;
const IS_SAME_SYSTEM: usize = RESULT + 32;
const ANSWER_LOOK: usize = RESULT + 36;
const TURNS: usize = RESULT + 64;
const TURN_BYTES: usize = 16;

/** Of the line that is read: where it ends, and where the texts that were read and its list of turns end. */
let end: usize = 0;
let textEnd: usize = 0;
let listEnd: usize = 0;
/** Of the turn that is read: its role, its text, and where that stands in the line. */
let role: i32 = 0;
let textFrom: usize = 0;
let rawFrom: usize = 0;
let rawTo: usize = 0;
/** The system prompt of the line before, which most lines of a file share; −1: there is none. */
let systemBytes: i32 = -1;
let systemSigns: i32 = 0;

export { countFeeds, findFeeds } from './line-feeds.kernel';
/** For the caller, who writes and reads there. */
export {
  AROUND,
  ENDINGS,
  FEEDS,
  FEEDS_MAX,
  GRAM_SLOTS,
  INPUT,
  INPUT_BYTES_MAX,
  KEY,
  LOOK_ENTRIES,
  NORMAL,
  NORMALS,
  RESULT,
  SIGNS,
} from './memory-plan.kernel';
export { prepare } from './prepared-tables.kernel';

/** Turns of the line at these bytes of the input; 0: read it the long way. */
export function read(from: i32, to: i32): i32 {
  if (to - from > LINE_BYTES_MAX || to > INPUT_BYTES_MAX) {
    return 0;
  }
  end = INPUT + <usize>to;
  textEnd = TEXTS;
  beginNormal();
  beginKey();
  const list = findMessages(INPUT + <usize>from);
  const turns = list === 0 ? 0 : readTurns(list);
  if (turns === 0) {
    // The caller has not seen it.
    systemBytes = -1;
    return 0;
  }
  beginAround(INPUT + <usize>from, list);
  store<i32>(AROUND_BYTES, endAround(listEnd, end));
  store<i32>(AROUND_IS_WIDE, aroundIsWide() ? 1 : 0);
  store<i32>(KEY_BYTES, endKey());
  store<i32>(NORMAL_END, <i32>(normalEnd() - NORMAL));
  store<i32>(SIGN_BITS, signsMet());
  store<i32>(CONTENT_BYTES, <i32>(textEnd - TEXTS));
  store<i32>(ANSWER_LOOK, textIsWide() ? lookAtWide(textFrom, textEnd) : lookAt(textFrom, textEnd));
  store<i32>(CLUSTER, clusterOf(<usize>load<i32>(PROMPT_END)));
  return turns;
}

/** The square bracket behind the key `messages` of the outermost object, or 0. Other texts are stepped over. */
function findMessages(start: usize): usize {
  let depth = 0;
  let at = start;
  while (at < end) {
    const byte = <i32>load<u8>(at);
    if (byte === QUOTE) {
      // "messages" in two words of four.
      if (
        depth === 1 &&
        load<u32>(at + 1) === 0x7373656d &&
        load<u32>(at + 5) === 0x73656761 &&
        load<u8>(at + 9) === 34
      ) {
        const list = valueBehind(at + 10);
        if (list !== 0 && load<u8>(list) === OPEN_SQUARE) {
          return list;
        }
      }
      at = endOfText(at + 1, end);
      if (at === 0) {
        return 0;
      }
    } else if (byte === OPEN_BRACE || byte === OPEN_SQUARE) {
      depth++;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_SQUARE) {
      depth--;
    }
    at++;
  }
  return 0;
}

/** Where the value behind a key begins, or 0. @param at behind the closing quote of the key */
function valueBehind(at: usize): usize {
  const colon = afterBlanks(at, end);
  return colon < end && load<u8>(colon) === COLON ? afterBlanks(colon + 1, end) : 0;
}

/** @returns how many there are, or 0 */
function readTurns(list: usize): i32 {
  let at = list + 1;
  let turns = 0;
  let isAsked = false;
  let isSameSystem = 0;
  let promptEnd: usize = 0;
  let isLast = false;
  while (!isLast && turns < TURNS_MAX) {
    at = readTurn(afterBlanks(at, end));
    if (at === 0 || (role === SYSTEM_ROLE && turns > 0)) {
      return 0;
    }
    promptEnd = normalEnd();
    if (role === SYSTEM_ROLE) {
      isSameSystem = readSystem() ? 1 : 0;
    } else if (!writeNormal(textFrom, textEnd)) {
      return 0;
    }
    isAsked = isAsked || role === USER_ROLE;
    isLast = load<u8>(at) === CLOSE_SQUARE;
    writeTurnKey(turns);
    storeTurn(turns);
    turns++;
    at++;
  }
  if (!isLast || !isAsked || role !== ASSISTANT_ROLE) {
    return 0;
  }
  listEnd = at;
  store<i32>(PROMPT_END, <i32>(promptEnd - NORMAL));
  store<i32>(IS_SAME_SYSTEM, isSameSystem);
  return turns;
}

/** A role and a text, in this order or the other. @returns the comma or the bracket behind the turn, or 0 */
function readTurn(from: usize): usize {
  if (from >= end || load<u8>(from) !== OPEN_BRACE) {
    return 0;
  }
  let at = from;
  let met = 0;
  for (let member = 0; member < 2; member++) {
    at = afterBlanks(at + 1, end);
    // "role" or "cont", and the rest of "content".
    const isRole = load<u32>(at + 1) === 0x656c6f72 && load<u8>(at + 5) === QUOTE;
    const isContent = load<u32>(at + 1) === 0x746e6f63 && load<u32>(at + 5) === 0x22746e65;
    if (load<u8>(at) !== QUOTE || !(isRole || isContent)) {
      return 0;
    }
    at = valueBehind(at + (isRole ? 6 : 9));
    if (at === 0 || load<u8>(at) !== QUOTE) {
      return 0;
    }
    at = isRole ? readRole(at + 1) : readText(at + 1);
    if (at === 0) {
      return 0;
    }
    met |= isRole ? 1 : 2;
    at = afterBlanks(at + 1, end);
    if (at >= end || <i32>load<u8>(at) !== (member === 0 ? COMMA : CLOSE_BRACE)) {
      return 0;
    }
  }
  at = afterBlanks(at + 1, end);
  const isGood = at < end && met === 3 && (load<u8>(at) === COMMA || load<u8>(at) === CLOSE_SQUARE);
  return isGood ? at : 0;
}

/** @returns the closing quote, or 0 */
function readRole(at: usize): usize {
  if (load<u32>(at) === 0x72657375 && load<u8>(at + 4) === QUOTE) {
    role = USER_ROLE;
    return at + 4;
  }
  // "assistant" and "system", both with their quotes.
  if (load<u32>(at) === 0x69737361 && load<u32>(at + 4) === 0x6e617473 && load<u16>(at + 8) === 0x2274) {
    role = ASSISTANT_ROLE;
    return at + 9;
  }
  if (load<u32>(at) === 0x74737973 && (load<u32>(at + 4) & 0xffffff) === 0x226d65) {
    role = SYSTEM_ROLE;
    return at + 6;
  }
  return 0;
}

/** Unescapes a text behind the texts before it. @returns the closing quote, or 0 */
function readText(from: usize): usize {
  textFrom = textEnd;
  rawFrom = from;
  rawTo = unescapeText(from, end, textFrom);
  textEnd = textWrittenTo();
  return rawTo;
}

/** A system prompt has no part in the prompt. True: it is that of the line before. */
function readSystem(): bool {
  const bytes = <i32>(textEnd - textFrom);
  const isSame = bytes === systemBytes && isSameText(SYSTEM, textFrom, bytes);
  if (!isSame) {
    systemSigns = signsIn(textFrom, textEnd);
    systemBytes = bytes <= SYSTEM_BYTES_MAX ? bytes : -1;
    if (systemBytes >= 0) {
      copy(SYSTEM, textFrom, textEnd);
    }
  }
  meetSigns(systemSigns);
  return isSame;
}

function writeTurnKey(turn: i32): void {
  beginTurnKey(turn);
  if (textIsRespelt()) {
    writeEscaped(textFrom, textEnd);
  } else {
    writeAsItStands(rawFrom, rawTo);
  }
  endTurnKey(role);
}

function storeTurn(turn: i32): void {
  const at = TURNS + <usize>turn * TURN_BYTES;
  store<i32>(at, role);
  store<i32>(at + 4, <i32>textFrom);
  store<i32>(at + 8, <i32>textEnd);
  store<i32>(at + 12, textIsWide() ? 1 : 0);
}
