// Which prompts are the same but for their numbers? A bucket of 1,024 by a hash of the normal prompt with each run of
// digits as one sign. Nothing is kept of the text. All rows pass here: four signs are hashed at a time.

const buckets = 1024;
const digitSign = 35;
const hashStart = 0x811c9dc5;
const prime = 0x01000193;
const { imul } = Math;

export function clusterHistogram(): Uint32Array {
  return new Uint32Array(buckets);
}

/** 0 to 1,023. @param normalPrompt as `normalText` gives it */
export function clusterOf(normalPrompt: string): number {
  const lanes = new Lanes();
  let word = 0;
  let signs = 0;
  let isInNumber = false;
  for (let place = 0; place < normalPrompt.length; place += 1) {
    const unit = normalPrompt.charCodeAt(place);
    const isDigit = unit >= 48 && unit <= 57;
    if (!isDigit || !isInNumber) {
      word ^= (isDigit ? digitSign : unit) << ((signs & 3) * 8);
      signs += 1;
      if ((signs & 3) === 0) {
        lanes.take(word);
        word = 0;
      }
    }
    isInNumber = isDigit;
  }
  if ((signs & 3) !== 0) {
    lanes.take(word);
  }
  return lanes.bucket();
}

/** Four hashes take the words in turn: each need not wait for the one before. */
class Lanes {
  private next: number = hashStart;
  private second: number = hashStart;
  private third: number = hashStart;
  private last: number = hashStart;

  take(word: number): void {
    const hash = step(this.next, word);
    this.next = this.second;
    this.second = this.third;
    this.third = this.last;
    this.last = hash;
  }

  bucket(): number {
    const hash = step(step(step(this.next, this.second), this.third), this.last);
    const mixed = imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) & (buckets - 1);
  }
}

/** By byte: what stands for it, and a bit for a digit. */
const digitBit = 8;
const masks = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 48 && byte <= 57 ? digitSign | (1 << digitBit) : byte,
);
let masked = new Uint8Array(4096);

/**
 * The same of a normal prompt in Latin-1.
 * @param bytes hold it from their beginning on, and room for three more
 * @param hasDigits false: it surely has none
 */
export function clusterOfBytes(bytes: Uint8Array, length: number, hasDigits: boolean): number {
  if (!hasDigits) {
    return hashOfBytes(bytes, length);
  }
  if (masked.length < length + 4) {
    masked = new Uint8Array(2 * length + 4);
  }
  let written = 0;
  let wasDigit = 0;
  for (let place = 0; place < length; place += 1) {
    const mask = masks[bytes[place] as number] as number;
    const isDigit = mask >> digitBit;
    masked[written] = mask;
    written += 1 - (isDigit & wasDigit);
    wasDigit = isDigit;
  }
  return hashOfBytes(masked, written);
}

function hashOfBytes(bytes: Uint8Array, length: number): number {
  const lanes = new Lanes();
  let place = 0;
  for (; place + 4 <= length; place += 4) {
    lanes.take(wordAt(bytes, place));
  }
  const left = (length & 3) * 8;
  if (left !== 0) {
    lanes.take(wordAt(bytes, place) & ((1 << left) - 1));
  }
  return lanes.bucket();
}

function wordAt(bytes: Uint8Array, place: number): number {
  const low = (bytes[place] as number) | ((bytes[place + 1] as number) << 8);
  return low | ((bytes[place + 2] as number) << 16) | ((bytes[place + 3] as number) << 24);
}

function step(hash: number, word: number): number {
  const mixed = imul(hash ^ word, prime);
  return mixed ^ (mixed >>> 15);
}

/** FNV-1a, 32 bits, unsigned; each run of ASCII digits counts as one sign. */
export function maskedHash(text: string): number {
  let hash: number = hashStart;
  let isInNumber = false;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    const isDigit = unit >= 48 && unit <= 57;
    if (!isDigit || !isInNumber) {
      hash = imul(hash ^ (isDigit ? digitSign : unit), prime);
    }
    isInNumber = isDigit;
  }
  return hash >>> 0;
}
