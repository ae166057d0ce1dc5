// Byte-pair encoding in numbers: of all neighbouring tokens the pair that was learnt first is joined, the leftmost of
// equal ones first, until none is left. What a pair becomes is asked once and remembered by a number, because most pairs
// of a language are met again and again. Each join looks at all pairs: for words, not for long texts.

export interface Merge {
  /** The lower one is joined first. */
  readonly rank: number;
  readonly id: number;
}

/** Null: the two are not joined. */
export type MergeOf = (left: number, right: number) => Merge | null;

/** Ids are below it. */
const idsMax = 65_536;
const rememberedMax = 200_000;

export class PairMerges {
  private pairs = new Map<number, Merge | null>();

  constructor(private readonly mergeOf: MergeOf) {}

  /** @param ids of the single characters; changed in place */
  merge(ids: number[]): void {
    const merges: (Merge | null)[] = [];
    for (let at = 1; at < ids.length; at += 1) {
      merges.push(this.known(ids[at - 1] ?? 0, ids[at] ?? 0));
    }
    for (let at = firstOf(merges); at !== -1; at = firstOf(merges)) {
      const id = merges[at]?.id ?? 0;
      ids.splice(at, 2, id);
      merges.splice(at, 1);
      if (at > 0) {
        merges[at - 1] = this.known(ids[at - 1] ?? 0, id);
      }
      if (at < merges.length) {
        merges[at] = this.known(id, ids[at + 1] ?? 0);
      }
    }
  }

  private known(left: number, right: number): Merge | null {
    const key = left * idsMax + right;
    const known = this.pairs.get(key);
    if (known !== undefined) {
      return known;
    }
    if (this.pairs.size >= rememberedMax) {
      this.pairs = new Map();
    }
    const merge = this.mergeOf(left, right);
    this.pairs.set(key, merge);
    return merge;
  }
}

/** -1: nothing is left to join. */
function firstOf(merges: readonly (Merge | null)[]): number {
  let [first, lowest] = [-1, Number.POSITIVE_INFINITY];
  for (let at = 0; at < merges.length; at += 1) {
    const rank = merges[at]?.rank ?? Number.POSITIVE_INFINITY;
    if (rank < lowest) {
      first = at;
      lowest = rank;
    }
  }
  return first;
}
