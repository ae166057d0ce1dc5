// Which texts are nearly the same? Candidates by banded MinHash, every one verified by the exact Jaccard share of its
// shingles. Two texts that are both under 20 normalised characters are compared for equality only: a difference of one
// letter is a different text there. Equal texts are handled once, so that a text that stands a thousand times costs nothing.
import { bandCount, bandKeys } from './minhash.js';
import { jaccard, shinglesOf } from './shingles.js';

export const nearJaccardMin = 0.8;
const nearUnitsMin = 20;
/** Members of one band bucket that a text is compared with; only template floods have more, and then the bound shows. */
const bucketMembersMax = 256;

export interface NearPair {
  readonly left: number;
  readonly right: number;
  readonly jaccard: number;
}

export interface NearGroups {
  /** Pairs of rows at or above the bound, equal texts included. */
  readonly pairs: number;
  readonly rowsInClusters: number;
  /** Rows that could go if one of each cluster stayed. */
  readonly removable: number;
  readonly largestCluster: number;
  /** For each row, the first row of its cluster (in the order given), or the row itself. */
  readonly leaders: Int32Array;
  /** With all rows in it, under their places in the list. */
  readonly index: NearIndex;
}

interface Entry {
  readonly text: string;
  readonly shingles: Float64Array;
  readonly keys: Uint32Array;
  /** For each band, the entry before it in the same bucket; −1 at the end of the chain. */
  readonly before: Int32Array;
  readonly rows: number[];
  /** Number of the last question for which it was looked at. */
  askedAt: number;
}

interface Near {
  readonly entry: Entry;
  readonly jaccard: number;
}

/** Texts that can be asked for near neighbours. */
export class NearIndex {
  private readonly entries: Entry[] = [];
  private readonly byText = new Map<string, Entry>();
  private readonly heads: Map<number, number>[] = Array.from({ length: bandCount }, () => new Map());
  private overfull = false;
  private questions = 0;

  constructor(private readonly jaccardMin: number = nearJaccardMin) {}

  /** False: a bucket was too full to compare all of it, so all counts are lower bounds. */
  get complete(): boolean {
    return !this.overfull;
  }

  /** Puts a row in. @returns its near neighbours that were there before. `row` is the caller's own number for it. */
  add(row: number, normalised: string): NearPair[] {
    const known = this.byText.get(normalised);
    const entry = known ?? makeEntry(normalised);
    const found = this.neighbours(entry);
    if (known === undefined) {
      this.byText.set(normalised, entry);
      this.chain(entry);
    }
    const pairs = found.flatMap((near) => pairsWith(row, near));
    entry.rows.push(row);
    return pairs;
  }

  /** The near neighbours of a text that is not itself put in. */
  probe(row: number, normalised: string): NearPair[] {
    const entry = this.byText.get(normalised) ?? makeEntry(normalised);
    return this.neighbours(entry).flatMap((near) => pairsWith(row, near));
  }

  private chain(entry: Entry): void {
    const place = this.entries.push(entry) - 1;
    for (let band = 0; band < bandCount; band += 1) {
      const key = entry.keys[band] ?? 0;
      entry.before[band] = this.heads[band]?.get(key) ?? -1;
      this.heads[band]?.set(key, place);
    }
  }

  /** Distinct texts near the entry; itself first, if it has rows. */
  private neighbours(asked: Entry): Near[] {
    const near: Near[] = asked.rows.length > 0 ? [{ entry: asked, jaccard: 1 }] : [];
    this.questions += 1;
    asked.askedAt = this.questions;
    for (let band = 0; band < bandCount; band += 1) {
      this.search(asked, band, near);
    }
    return near;
  }

  private search(asked: Entry, band: number, near: Near[]): void {
    let place = this.heads[band]?.get(asked.keys[band] ?? 0) ?? -1;
    let looked = 0;
    while (place !== -1) {
      const entry = this.entries[place];
      looked += 1;
      if (entry === undefined || looked > bucketMembersMax) {
        this.overfull = true;
        return;
      }
      if (entry.askedAt !== this.questions) {
        entry.askedAt = this.questions;
        const share = this.share(asked, entry);
        if (share >= this.jaccardMin) {
          near.push({ entry, jaccard: share });
        }
      }
      place = entry.before[band] ?? -1;
    }
  }

  /** 0 where it is clear without counting: two short texts that differ, or sets too unlike in size. */
  private share(left: Entry, right: Entry): number {
    if (left.text.length < nearUnitsMin && right.text.length < nearUnitsMin) {
      return 0;
    }
    const small = Math.min(left.shingles.length, right.shingles.length);
    const large = Math.max(left.shingles.length, right.shingles.length);
    return small < this.jaccardMin * large ? 0 : jaccard(left.shingles, right.shingles);
  }
}

function makeEntry(text: string): Entry {
  const shingles = shinglesOf(text);
  const keys = bandKeys(shingles);
  return { text, shingles, keys, before: new Int32Array(bandCount).fill(-1), rows: [], askedAt: 0 };
}

function pairsWith(right: number, { entry, jaccard: share }: Near): NearPair[] {
  return entry.rows.map((left) => ({ left, right, jaccard: share }));
}

/** @param normalised texts in the order that decides which row of a cluster comes first */
export function nearGroups(normalised: readonly string[], jaccardMin: number = nearJaccardMin): NearGroups {
  const index = new NearIndex(jaccardMin);
  const parents = Int32Array.from(normalised, (_, row) => row);
  let pairs = 0;
  for (const [row, text] of normalised.entries()) {
    for (const pair of index.add(row, text)) {
      pairs += 1;
      join(parents, pair);
    }
  }
  const leaders = parents.map((_, row) => rootOf(parents, row));
  const sizes = new Map<number, number>();
  for (const leader of leaders) {
    sizes.set(leader, (sizes.get(leader) ?? 0) + 1);
  }
  const clusters = [...sizes.values()].filter((size) => size > 1);
  const rowsInClusters = clusters.reduce((sum, size) => sum + size, 0);
  return {
    pairs,
    rowsInClusters,
    removable: rowsInClusters - clusters.length,
    largestCluster: clusters.reduce((most, size) => Math.max(most, size), 0),
    leaders,
    index,
  };
}

function rootOf(parents: Int32Array, row: number): number {
  let at = row;
  while ((parents[at] ?? at) !== at) {
    at = parents[at] ?? at;
  }
  parents[row] = at;
  return at;
}

/** The earlier root stays, so that the leader of a cluster is its first row. */
function join(parents: Int32Array, pair: NearPair): void {
  const left = rootOf(parents, pair.left);
  const right = rootOf(parents, pair.right);
  parents[Math.max(left, right)] = Math.min(left, right);
}
