// What is in a text at all? One pass over its characters tells which detectors are worth running: it watches for digits
// in a row, signs of addresses and capitals, and at the same time for all words that detectors ask for. Most texts of a
// chat need no second look.
import { type Detector, sign } from './detectors/detector.js';
import { type Automaton, buildAutomaton, encoder, endsHere } from './word-automaton.js';

/** Kinds of bytes of UTF-8. Those up to `upper` need no work of their own. */
const upper = 1;
const digit = 2;
const space = 3;
const at = 4;
const colon = 5;
const dot = 6;

const kindOf = new Uint8Array(256);
kindOf.fill(digit, 48, 58);
kindOf.fill(upper, 65, 91);
// What begins beyond ASCII may be a capital: the detectors look closer.
kindOf.fill(upper, 0xc3, 0xf5);
for (const unit of [9, 10, 13, 32]) {
  kindOf[unit] = space;
}
kindOf[64] = at;
kindOf[58] = colon;
kindOf[46] = dot;

/** Places in the list of the detectors that are worth running, ascending. The array is used again by the next call. */
export type HintScan = (text: string) => readonly number[];

export function makeHintScan(detectors: readonly Detector[]): HintScan {
  const automaton = buildAutomaton(detectors.map((detector) => detector.words));
  const isSpoken = new Uint8Array(detectors.length);
  const needsWord = Uint8Array.from(detectors, (detector) => (detector.words.length > 0 ? 1 : 0));
  const needed = Uint16Array.from(detectors, (detector) => detector.signs);
  const worth: number[] = [];
  let bytes = new Uint8Array(1 << 16);
  return (text) => {
    if (bytes.length < text.length * 3) {
      bytes = new Uint8Array(text.length * 4);
    }
    isSpoken.fill(0);
    const { written } = encoder.encodeInto(text, bytes);
    const signs = readBytes({ bytes, length: written, automaton, isSpoken });
    worth.length = 0;
    for (let place = 0; place < needed.length; place += 1) {
      const need = needed[place] as number;
      if ((signs & need) === need && (needsWord[place] === 0 || isSpoken[place] === 1)) {
        worth.push(place);
      }
    }
    return worth;
  };
}

interface Reading {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly automaton: Automaton;
  /** Set at the places of detectors whose words were read. */
  readonly isSpoken: Uint8Array;
}

/** What a byte can begin: bits for the first pass. */
const [isSpaceBit, isUpperBit, needsCount] = [1, 2, 4];
const bitsOf = Uint8Array.from(kindOf, (kind) =>
  kind === space ? isSpaceBit : kind === upper ? isUpperBit : kind > upper && kind !== dot ? needsCount : 0,
);

/**
 * The signs of a text. Written for speed: the words and the capitals without a decision for any byte, and only a text
 * with digits, colons or an at sign is read a second time.
 */
function readBytes({ bytes, length, automaton, isSpoken }: Reading): number {
  const { next, ends, classOf } = automaton;
  // A text begins like a word after a blank.
  let state = automaton.start;
  let wasSpace = 1;
  let capital = 0;
  let pair = 0;
  let seen = 0;
  for (let place = 0; place < length; place += 1) {
    const byte = bytes[place] as number;
    state = next[state + (classOf[byte] as number)] as number;
    if (state >= endsHere) {
      state -= endsHere;
      markSpoken(ends.get(state), isSpoken);
    }
    const bits = bitsOf[byte] as number;
    const isCapital = (bits >> 1) & wasSpace;
    seen |= bits;
    pair |= capital & isCapital;
    capital ^= (capital ^ isCapital) & -wasSpace;
    wasSpace = bits & isSpaceBit;
  }
  const signs = pair === 1 ? sign.capitals : sign.none;
  return (seen & needsCount) === 0 ? signs : signs | countBytes(bytes, length);
}

/** Signs of digits, colons and at signs. */
function countBytes(bytes: Uint8Array, length: number): number {
  let signs = 0;
  let digitAt = -9;
  let digits = 0;
  let dots = 0;
  let wordAt = 0;
  for (let place = 0; place < length; place += 1) {
    const kind = kindOf[bytes[place] as number] as number;
    if (kind <= upper) {
      continue;
    }
    if (kind === space) {
      signs |= place - wordAt >= 8 && digitAt >= wordAt ? sign.mixed : 0;
      wordAt = place + 1;
    } else if (kind === digit) {
      digits = place - digitAt > 3 ? 1 : digits + 1;
      digitAt = place;
      signs |= digits < 7 ? sign.digit : digits < 12 ? sign.digit | sign.run7 : sign.digit | sign.run7 | sign.run12;
    } else if (kind === dot) {
      dots = digitAt === place - 1 ? dots + 1 : 0;
      signs |= dots >= 3 ? sign.dotted : 0;
    } else {
      signs |= kind === at ? sign.at : signs & sign.colon ? sign.colons : sign.colon;
    }
  }
  return length - wordAt >= 8 && digitAt >= wordAt ? signs | sign.mixed : signs;
}

function markSpoken(places: readonly number[] | undefined, isSpoken: Uint8Array): void {
  for (const place of places ?? []) {
    isSpoken[place] = 1;
  }
}
