// Byte-pair encoding in numbers: of all neighbouring tokens the pair that was learnt first is joined, the leftmost of
// equal ones first, until none is left. The pairs lie in one table of numbers, found by both ids. Each join looks at all
// pairs: for words, not for long texts.

/** Left token, right token, and what they become. */
const numbersAPair = 3;
/** Spreads neighbouring ids over the table: 2^32 divided by the golden ratio (Knuth, TAOCP 3, 6.4). */
const spread = 0x9e3779b1;
/** Of a pair that is not joined. */
const never = 0x7fffffff;

export class PairMerges {
  /** Numbers of pairs plus one, each at the first free slot from where its ids are spread to; 0: free. */
  private readonly slots: Int32Array;
  private readonly shift: number;

  /** @param pairs left, right, joined; left, right, joined; and so on, in the order in which they were learnt */
  constructor(private readonly pairs: Uint16Array) {
    const bits = 33 - Math.clz32(Math.max(1, pairs.length / numbersAPair));
    this.slots = new Int32Array(2 ** bits);
    this.shift = 32 - bits;
    for (let at = 0; at < pairs.length; at += numbersAPair) {
      const slot = this.slotOf(pairs[at] as number, pairs[at + 1] as number);
      if (this.slots[slot] !== 0) {
        throw new RangeError(`the tokens ${pairs[at]} and ${pairs[at + 1]} are joined twice`);
      }
      this.slots[slot] = at / numbersAPair + 1;
    }
  }

  /** @param ids of the single characters; changed in place */
  merge(ids: number[]): void {
    const ranks: number[] = [];
    for (let at = 1; at < ids.length; at += 1) {
      ranks.push(this.rankOf(ids[at - 1] as number, ids[at] as number));
    }
    for (let at = firstOf(ranks); at !== -1; at = firstOf(ranks)) {
      const id = this.pairs[(ranks[at] as number) * numbersAPair + 2] as number;
      ids.splice(at, 2, id);
      ranks.splice(at, 1);
      if (at > 0) {
        ranks[at - 1] = this.rankOf(ids[at - 1] as number, id);
      }
      if (at < ranks.length) {
        ranks[at] = this.rankOf(id, ids[at + 1] as number);
      }
    }
  }

  private rankOf(left: number, right: number): number {
    const found = this.slots[this.slotOf(left, right)] as number;
    return found === 0 ? never : found - 1;
  }

  /** Where the pair is, or would be put. */
  private slotOf(left: number, right: number): number {
    const { pairs, slots } = this;
    let slot = Math.imul((left << 16) | right, spread) >>> this.shift;
    for (let number = slots[slot] as number; number !== 0; number = slots[slot] as number) {
      const at = (number - 1) * numbersAPair;
      if (pairs[at] === left && pairs[at + 1] === right) {
        break;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}

/** -1: nothing is left to join. */
function firstOf(ranks: readonly number[]): number {
  let [first, lowest] = [-1, never];
  for (let at = 0; at < ranks.length; at += 1) {
    const rank = ranks[at] as number;
    if (rank < lowest) {
      first = at;
      lowest = rank;
    }
  }
  return first;
}
