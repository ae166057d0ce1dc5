// Two models answered the same examples: who was right where? The 2 × 2 table that every paired comparison starts from.
// Only the pairs in which exactly one model was right (the discordant ones) tell the models apart.

/** Counts of judged pairs, by who was right. */
export interface PairedCounts {
  readonly bothCorrect: number;
  readonly onlyCandidateCorrect: number;
  readonly onlyIncumbentCorrect: number;
  readonly bothWrong: number;
}

/** One example, both answers judged. Null: could not be judged; an answer that never came is wrong, not null. */
export interface JudgedPair {
  readonly candidateCorrect: boolean | null;
  readonly incumbentCorrect: boolean | null;
}

export interface PairedTable extends PairedCounts {
  /** Pairs left out because one side or both could not be judged. They count for nobody. */
  readonly unjudged: number;
}

export function pairedTable(pairs: Iterable<JudgedPair>): PairedTable {
  const table = { bothCorrect: 0, onlyCandidateCorrect: 0, onlyIncumbentCorrect: 0, bothWrong: 0, unjudged: 0 };
  for (const pair of pairs) {
    table[cellOf(pair)] += 1;
  }
  return table;
}

function cellOf({ candidateCorrect, incumbentCorrect }: JudgedPair): keyof PairedTable {
  if (candidateCorrect === null || incumbentCorrect === null) {
    return 'unjudged';
  }
  if (candidateCorrect) {
    return incumbentCorrect ? 'bothCorrect' : 'onlyCandidateCorrect';
  }
  return incumbentCorrect ? 'onlyIncumbentCorrect' : 'bothWrong';
}

/** Number of judged pairs. RangeError when a count is negative or no whole number. */
export function pairCount(counts: PairedCounts): number {
  const cells = [counts.bothCorrect, counts.onlyCandidateCorrect, counts.onlyIncumbentCorrect, counts.bothWrong];
  if (!cells.every((cell) => Number.isSafeInteger(cell) && cell >= 0)) {
    throw new RangeError(`paired counts are whole numbers from 0 up, not ${cells.join(', ')}`);
  }
  return cells.reduce((sum, cell) => sum + cell, 0);
}
