// Which texts are nearly the same? Texts that share bands of MinHash are candidates, and each candidate pair is verified
// once by the exact Jaccard share of its shingles. For each band the texts are sorted by their key, so that a band needs
// one array of numbers and no map: a million texts take 128 MB of keys, while they are compared. A pair counts at the first band that it shares.
// From 0.75 on a pair has to share two bands: at 0.8 that misses one pair in a million, and spares nearly all strangers.
import { KeptShingles } from './kept-shingles.js';
import { bandCount } from './minhash.js';
import { jaccard, shinglesInPlace } from './shingles.js';

export const nearJaccardMin = 0.8;
/** Two texts that are both shorter are different texts as soon as one letter differs. */
export const nearUnitsMin = 20;
/** Members of one bucket that a text is compared with; only template floods have more, and then the bound shows. */
const bucketMembersMax = 256;
/** Comparisons in one bucket that is too full, about. */
const bucketWorkMax = 1_048_576;

export interface NearTexts {
  readonly count: number;
  /** `bandCount` keys for each text, one text after the other. */
  readonly keys: Uint32Array;
  /** UTF-16 units of each normal text. */
  readonly units: Uint32Array;
  /** Whether it is of the hold-out: two such texts are not compared. */
  readonly isHeldOut: Uint8Array;
  /** The normal text itself, for the verification. */
  textOf(text: number): string;
}

export interface NearPairsTaker {
  /** `left` is the smaller number. */
  take(left: number, right: number, share: number): void;
  /** In an overfull bucket, pairs that are in one cluster already are passed over. */
  areJoined(left: number, right: number): boolean;
}

/** @returns false when a bucket was too full to compare all of it: all counts are lower bounds then */
export function findNearPairs(texts: NearTexts, taker: NearPairsTaker, jaccardMin = nearJaccardMin): boolean {
  const steps = nearPairSteps(texts, taker, jaccardMin);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/** The same, one band at a step: whoever shares a thread with others lets them have their turn between two. */
export function* nearPairSteps(
  texts: NearTexts,
  taker: NearPairsTaker,
  jaccardMin = nearJaccardMin,
): Generator<void, boolean> {
  const search = new PairSearch(texts, taker, jaccardMin);
  for (let band = 0; band < bandCount; band += 1) {
    search.searchBand(band);
    yield;
  }
  return search.complete;
}

interface SharedBands {
  readonly first: number;
  readonly second: number | null;
}

const exactBits = 53;

class PairSearch {
  complete = true;
  private readonly shingles = new KeptShingles();
  private readonly makeShingles = (text: number) => shinglesInPlace(this.texts.textOf(text));
  private readonly sorted: Float64Array;
  /** Numbers of texts below this; a power of two. */
  private readonly room: number;
  /** Bits of a key that fit beside the number of its text. */
  private readonly keyShift: number;
  private readonly sharedMin: number;

  constructor(
    private readonly texts: NearTexts,
    private readonly taker: NearPairsTaker,
    private readonly jaccardMin: number,
  ) {
    const bits = Math.max(1, Math.ceil(Math.log2(texts.count + 1)));
    this.sorted = new Float64Array(texts.count);
    this.room = 2 ** bits;
    this.keyShift = Math.max(0, 32 + bits - exactBits);
    this.sharedMin = jaccardMin >= 0.75 ? 2 : 1;
  }

  searchBand(band: number): void {
    const { count, keys } = this.texts;
    for (let text = 0; text < count; text += 1) {
      this.sorted[text] = ((keys[text * bandCount + band] ?? 0) >>> this.keyShift) * this.room + text;
    }
    this.sorted.sort();
    let from = 0;
    for (let at = 1; at <= count; at += 1) {
      const isSame = at < count && this.keyAt(at) === this.keyAt(from);
      if (!isSame) {
        this.searchBucket(band, from, at);
        from = at;
      }
    }
  }

  private keyAt(place: number): number {
    return this.keyOf(this.sorted[place]);
  }

  private keyOf(packed: number | undefined): number {
    return Math.floor((packed ?? 0) / this.room);
  }

  private textAt(place: number): number {
    return (this.sorted[place] ?? 0) % this.room;
  }

  /** Texts of one bucket stand side by side, in their own order. */
  private searchBucket(band: number, from: number, until: number): void {
    const members = until - from;
    if (members < 2) {
      return;
    }
    if (members > bucketMembersMax && this.sharedMin === 2) {
      this.searchByNextBand(band, from, until);
      return;
    }
    const bands = { first: band, second: null };
    for (let place = from + 1; place < until; place += 1) {
      const right = this.textAt(place);
      for (let other = this.firstReached(from, place, members); other < place; other += 1) {
        this.compare(this.textAt(other), right, bands);
      }
    }
  }

  /** Too many for all pairs: but a pair has to share a second band as well, and by that the bucket falls into small ones. */
  private searchByNextBand(band: number, from: number, until: number): void {
    const texts = this.sorted.slice(from, until).map((packed) => packed % this.room);
    for (let second = band + 1; second < bandCount; second += 1) {
      const packed = texts.map(
        (text) => ((this.texts.keys[text * bandCount + second] ?? 0) >>> this.keyShift) * this.room + text,
      );
      packed.sort();
      let start = 0;
      for (let at = 1; at <= packed.length; at += 1) {
        const isSame = at < packed.length && this.keyOf(packed[at]) === this.keyOf(packed[start]);
        if (!isSame) {
          this.searchSubBucket(packed.subarray(start, at), { first: band, second });
          start = at;
        }
      }
    }
  }

  private searchSubBucket(packed: Float64Array, bands: SharedBands): void {
    const isOverfull = packed.length > bucketMembersMax;
    for (let place = 1; place < packed.length; place += 1) {
      const right = (packed[place] ?? 0) % this.room;
      for (let other = this.firstReached(0, place, packed.length); other < place; other += 1) {
        const left = (packed[other] ?? 0) % this.room;
        if (!(isOverfull && this.taker.areJoined(left, right))) {
          this.compare(left, right, bands);
        }
      }
    }
  }

  /** The first of those before `place` that it is compared with. */
  private firstReached(from: number, place: number, members: number): number {
    const reach = Math.min(bucketMembersMax, Math.max(8, Math.floor(bucketWorkMax / members)));
    if (members > reach + 1) {
      this.complete = false;
    }
    return Math.max(from, place - reach);
  }

  private compare(left: number, right: number, bands: SharedBands): void {
    const { isHeldOut } = this.texts;
    const areHeldOut = isHeldOut[left] === 1 && isHeldOut[right] === 1;
    if (areHeldOut || !this.isCandidate(left, right, bands)) {
      return;
    }
    const share = this.shareOf(left, right);
    if (share >= this.jaccardMin) {
      this.taker.take(left, right, share);
    }
  }

  private shareOf(left: number, right: number): number {
    const { units, textOf } = this.texts;
    if ((units[left] ?? 0) < nearUnitsMin && (units[right] ?? 0) < nearUnitsMin) {
      return textOf(left) === textOf(right) ? 1 : 0;
    }
    this.shingles.makeRoom();
    const one = this.shingles.of(left, this.makeShingles);
    const other = this.shingles.of(right, this.makeShingles);
    const small = Math.min(one.length, other.length);
    return small < this.jaccardMin * Math.max(one.length, other.length) ? 0 : jaccard(one, other);
  }

  /** `first` is the first band that the two share, and `second` the one after it; null: any. */
  private isCandidate(left: number, right: number, { first, second }: SharedBands): boolean {
    const { keys } = this.texts;
    const [one, other] = [left * bandCount, right * bandCount];
    for (let before = 0; before < first; before += 1) {
      if (keys[one + before] === keys[other + before]) {
        return false;
      }
    }
    let shared = 0;
    for (let at = first; at < bandCount && shared < this.sharedMin; at += 1) {
      const isShared = keys[one + at] === keys[other + at];
      if (isShared && shared === 1 && second !== null && at !== second) {
        return false;
      }
      shared += isShared ? 1 : 0;
    }
    return shared >= this.sharedMin;
  }
}
