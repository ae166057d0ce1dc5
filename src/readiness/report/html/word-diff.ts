// Two texts word by word: what both say, and what only one says. Longest common subsequence; texts are excerpts, so the
// square table stays small.

export interface DiffWord {
  readonly word: string;
  readonly side: 'both' | 'left' | 'right';
}

const wordsMax = 120;

/** At most 120 words of each side are compared. */
export function wordDiff(left: string, right: string): DiffWord[] {
  const [one, other] = [left, right].map((text) =>
    text
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, wordsMax),
  ) as [string[], string[]];
  const table = commonLengths(one, other);
  const words: DiffWord[] = [];
  let [at, to] = [0, 0];
  while (at < one.length || to < other.length) {
    const [word, partner] = [one[at], other[to]];
    if (word !== undefined && word === partner) {
      words.push({ word, side: 'both' });
      at += 1;
      to += 1;
    } else if (
      partner === undefined ||
      (word !== undefined && lengthAt(table, at + 1, to) >= lengthAt(table, at, to + 1))
    ) {
      words.push({ word: word ?? '', side: 'left' });
      at += 1;
    } else {
      words.push({ word: partner, side: 'right' });
      to += 1;
    }
  }
  return words;
}

const lengthAt = (table: readonly (readonly number[])[], at: number, to: number) => table[at]?.[to] ?? 0;

/** Lengths of the common part of both ends, from each pair of places. */
function commonLengths(one: readonly string[], other: readonly string[]): number[][] {
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let at = one.length - 1; at >= 0; at -= 1) {
    for (let to = other.length - 1; to >= 0; to -= 1) {
      const row = table[at];
      if (row !== undefined) {
        row[to] =
          one[at] === other[to]
            ? lengthAt(table, at + 1, to + 1) + 1
            : Math.max(lengthAt(table, at + 1, to), lengthAt(table, at, to + 1));
      }
    }
  }
  return table;
}
