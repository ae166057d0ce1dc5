// Of which detectors does a text hold a word, and where do the words stand that their finds begin with? Looks only at the
// places where a word may be.
import type { Beginnings } from './byte-signs.js';
import type { Detector, Places } from './detectors/detector.js';
import { entrySize, firstSlotOf, nextSlot, type WordIndex } from './word-index.js';

export interface KeyedBytes {
  /** With a blank before the text. */
  readonly bytes: Uint8Array;
  readonly length: number;
  /** Keys that a word may have, with the places of their last bytes; ascending by place. */
  readonly keys: Int32Array;
  readonly keyEnds: Int32Array;
  readonly keyCount: number;
}

interface PlacedWord {
  readonly word: number;
  readonly start: number;
  readonly until: number;
}

function listsOfSlot({ slots, entries, listsOf }: WordIndex, slot: number): number[] {
  const lists: number[] = [];
  if (slots[slot] !== -1) {
    for (let entry = slots[slot + 1] as number, isMore = 1; isMore === 1; entry += entrySize) {
      lists.push(...(listsOf[entries[entry] as number] as readonly number[]));
      isMore = entries[entry + entrySize - 1] as number;
    }
  }
  return lists;
}

export class SpokenWords {
  /** By list. */
  private readonly needed: readonly number[];
  /** By slot of the index: the signs that all detectors of its words need. */
  private readonly neededBySlot: Int32Array;
  private readonly spoken: Uint8Array;
  private isAny = false;
  /** Words that finds begin with, in the order of their places: whose, and at which byte. */
  private readonly owners: number[] = [];
  private readonly starts: number[] = [];
  private readonly places: { at: number[]; count: number } = { at: [], count: 0 };

  /** @param index of the words of all detectors, and behind those of the words that their finds begin with */
  constructor(
    private readonly index: WordIndex,
    detectors: readonly Detector[],
  ) {
    const needed = [...detectors, ...detectors].map(({ signs }) => signs);
    this.needed = needed;
    this.neededBySlot = Int32Array.from({ length: index.slots.length / 2 }, (_one, slot) =>
      listsOfSlot(index, 2 * slot)
        .map((list) => needed[list] as number)
        .reduce((both, one) => both & one, -1),
    );
    this.spoken = new Uint8Array(detectors.length);
  }

  /**
   * Whether any word is there.
   * @param signs of the text: the words of detectors that need others are passed over
   */
  read(text: KeyedBytes, signs: number): boolean {
    const { slots } = this.index;
    const { keys, keyEnds, keyCount } = text;
    this.forget();
    for (let at = 0; at < keyCount; at += 1) {
      const key = keys[at] as number;
      let slot = firstSlotOf(key);
      while (slots[slot] !== key && slots[slot] !== -1) {
        slot = nextSlot(slot);
      }
      const needed = this.neededBySlot[slot >> 1] as number;
      if (slots[slot] === key && (signs & needed) === needed) {
        this.readEntries(slots[slot + 1] as number, keyEnds[at] as number, { text, signs });
      }
    }
    return this.isAny;
  }

  isSpoken(detector: number): boolean {
    return this.spoken[detector] === 1;
  }

  /** Ascending. Used again by the next call. */
  placesOf(detector: number, beginnings: Beginnings): Places {
    const { owners, starts, places } = this;
    places.count = 0;
    for (let word = 0; word < owners.length; word += 1) {
      if (owners[word] === detector) {
        places.at[places.count] = starts[word] as number;
        places.count += 1;
      }
    }
    beginnings.toUnits(places);
    return places;
  }

  private forget(): void {
    if (this.isAny) {
      this.isAny = false;
      this.spoken.fill(0);
      this.owners.length = 0;
      this.starts.length = 0;
    }
  }

  private readEntries(first: number, end: number, { text, signs }: { text: KeyedBytes; signs: number }): void {
    const { entries } = this.index;
    for (let entry = first, isMore = 1; isMore === 1; entry += entrySize) {
      const word = entries[entry] as number;
      const start = end - (entries[entry + 1] as number);
      if (this.isThere({ word, start, until: start + (entries[entry + 2] as number) }, text)) {
        this.note(word, start, signs);
      }
      isMore = entries[entry + 3] as number;
    }
  }

  private isThere({ word, start, until }: PlacedWord, { bytes, length }: KeyedBytes): boolean {
    const { classes, classesFrom, classOf } = this.index;
    if (start < 0 || until > length) {
      return false;
    }
    const from = (classesFrom[word] as number) - start;
    for (let at = start; at < until; at += 1) {
      if (classOf[bytes[at] as number] !== classes[from + at]) {
        return false;
      }
    }
    return true;
  }

  private note(word: number, start: number, signs: number): void {
    for (const list of this.index.listsOf[word] as readonly number[]) {
      const needed = this.needed[list] as number;
      if ((signs & needed) === needed) {
        this.isAny = true;
        if (list < this.spoken.length) {
          this.spoken[list] = 1;
        } else {
          this.noteBeginning(list - this.spoken.length, start);
        }
      }
    }
  }

  /** Words are met in the order of their keys: one that is met late moves forward, by less than the length of a word. */
  private noteBeginning(owner: number, start: number): void {
    const { owners, starts } = this;
    let place = starts.length;
    while (place > 0 && (starts[place - 1] as number) > start) {
      starts[place] = starts[place - 1] as number;
      owners[place] = owners[place - 1] as number;
      place -= 1;
    }
    starts[place] = start;
    owners[place] = owner;
  }
}
