// What is in a text at all? One pass over its bytes tells which detectors are worth running: it asks at each for all the
// words that detectors know, and marks what is no small letter. Most texts of a chat need no second look, and
// many detectors look only at the places where they could begin.
import { Beginnings, kindOf, readSigns } from './byte-signs.js';
import type { Beginning, Detector, Places } from './detectors/detector.js';
import { SpokenWords } from './spoken-words.js';
import type { TextScan } from './text-scan.js';
import { codeBits, encoder, keyMask, makeWordIndex, spread, spreadShift } from './word-index.js';

const firstUnits = 1 << 14;
const bytesOfUnitMax = 3;
/** Beside the signs of a text: a word of the detector is in it. */
const spokenSign = 1 << 16;
const pairBits = 2 * codeBits;
const pairMask = (1 << pairBits) - 1;

interface Buffers {
  readonly units: number;
  /** Begins with a blank: a text begins like a word after one. */
  readonly bytes: Uint8Array;
  readonly behindBlank: Uint8Array;
  readonly marks: Int32Array;
  readonly keys: Int32Array;
  readonly keyEnds: Int32Array;
}

function makeBuffers(units: number): Buffers {
  const length = 2 * (units * bytesOfUnitMax + 1);
  const bytes = new Uint8Array(length).fill(0x20, 0, 1);
  return {
    ...{ units, bytes },
    behindBlank: bytes.subarray(1),
    marks: new Int32Array(length / 2),
    keys: new Int32Array(length / 2),
    keyEnds: new Int32Array(length / 2),
  };
}

/** By byte: its code in keys, and above that whether it has a kind. For first or second bytes of pairs. */
function infoOfBytes(codeOf: Uint8Array, isFirst: boolean): Uint16Array {
  return Uint16Array.from(
    codeOf,
    (code, byte) => (isFirst ? code << codeBits : code) | (kindOf[byte] === 0 ? 0 : 1 << pairBits),
  );
}

export class HintScan implements TextScan {
  private readonly words: SpokenWords;
  /** By signs: the detectors that wait for no word. */
  private readonly wordless = new Map<number, Places>();
  private readonly worth: { readonly at: number[]; count: number } = { at: [], count: 0 };
  private readonly infoOfFirst: Uint16Array;
  private readonly infoOfSecond: Uint16Array;
  private readonly maybe: Int32Array;
  private readonly beginnings = new Beginnings();
  private readonly needed: Int32Array;
  private readonly begins: readonly (Beginning | undefined)[];
  private buffers = makeBuffers(firstUnits);
  private markCount = 0;
  private keyCount = 0;

  constructor(private readonly detectors: readonly Detector[]) {
    const index = makeWordIndex([
      ...detectors.map(({ words }) => words),
      ...detectors.map(({ begins }) => (typeof begins === 'object' ? begins : [])),
    ]);
    this.words = new SpokenWords(index, detectors);
    this.begins = detectors.map(({ begins }) => begins);
    this.needed = Int32Array.from(detectors, ({ signs, words }) => (words.length > 0 ? signs | spokenSign : signs));
    this.maybe = index.maybe;
    this.infoOfFirst = infoOfBytes(index.codeOf, true);
    this.infoOfSecond = infoOfBytes(index.codeOf, false);
  }

  worthIn(text: string): Places {
    if (this.buffers.units < text.length) {
      this.buffers = makeBuffers(text.length * 2);
    }
    const { bytes, behindBlank, marks, keys, keyEnds } = this.buffers;
    const { written } = encoder.encodeInto(text, behindBlank);
    const length = written + 1;
    bytes[length] = 0;
    this.readPairs(length);
    const signs = readSigns({ bytes, length, marks, markCount: this.markCount }, this.beginnings);
    const isSpoken = this.words.read({ bytes, length, keys, keyEnds, keyCount: this.keyCount }, signs);
    return isSpoken ? this.worthAmong(signs) : this.wordlessOf(signs);
  }

  placesOf(detector: number): Places | undefined {
    const begins = this.begins[detector];
    if (begins === undefined) {
      return undefined;
    }
    if (begins === 'digit') {
      return this.beginnings.digits;
    }
    return begins === 'capital' ? this.beginnings.capitals : this.words.placesOf(detector, this.beginnings);
  }

  /** Written for speed: two bytes a step, and no decision for any of them. */
  private readPairs(length: number): void {
    const { infoOfFirst, infoOfSecond, maybe } = this;
    const { bytes, marks, keys, keyEnds } = this.buffers;
    let markCount = 0;
    let keyCount = 0;
    let key = 0;
    for (let place = 0; place < length; place += 2) {
      const info =
        (infoOfFirst[bytes[place] as number] as number) | (infoOfSecond[bytes[place + 1] as number] as number);
      marks[markCount] = place;
      markCount += info >> pairBits;
      key = ((key << pairBits) | (info & pairMask)) & keyMask;
      const product = Math.imul(key, spread) >>> spreadShift;
      keys[keyCount] = key;
      keyEnds[keyCount] = place + 1;
      keyCount += ((maybe[product >> 5] as number) >> product) & 1;
    }
    this.markCount = markCount;
    this.keyCount = keyCount;
  }

  private wordlessOf(signs: number): Places {
    let places = this.wordless.get(signs);
    if (places === undefined) {
      const at = this.detectors.flatMap((one, place) =>
        (signs & one.signs) === one.signs && one.words.length === 0 ? [place] : [],
      );
      places = { at, count: at.length };
      this.wordless.set(signs, places);
    }
    return places;
  }

  private worthAmong(signs: number): Places {
    const { needed, worth, words } = this;
    worth.count = 0;
    for (let place = 0; place < needed.length; place += 1) {
      const need = needed[place] as number;
      if (((words.isSpoken(place) ? signs | spokenSign : signs) & need) === need) {
        worth.at[worth.count] = place;
        worth.count += 1;
      }
    }
    return worth;
  }
}
