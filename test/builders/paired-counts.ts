import fc from 'fast-check';
import type { PairedCounts } from '../../src/evaluation/paired-table.js';

/** Cells in the order of the literature: both, only the candidate, only the incumbent, neither. */
export function pairedCounts(cells: readonly [number, number, number, number]): PairedCounts {
  const [bothCorrect, onlyCandidateCorrect, onlyIncumbentCorrect, bothWrong] = cells;
  return { bothCorrect, onlyCandidateCorrect, onlyIncumbentCorrect, bothWrong };
}

/** A table of n pairs of which only the discordant ones are told apart. */
export function discordantCounts(parts: { candidateOnly: number; incumbentOnly: number; n: number }): PairedCounts {
  const { candidateOnly, incumbentOnly, n } = parts;
  return pairedCounts([n - candidateOnly - incumbentOnly, candidateOnly, incumbentOnly, 0]);
}

/** The same table with candidate and incumbent in each other's place. */
export function swapped(counts: PairedCounts): PairedCounts {
  const { onlyCandidateCorrect, onlyIncumbentCorrect } = counts;
  return { ...counts, onlyCandidateCorrect: onlyIncumbentCorrect, onlyIncumbentCorrect: onlyCandidateCorrect };
}

/** Tables of at least one pair, empty cells included often. */
export function arbitraryCounts(cellMax = 2000): fc.Arbitrary<PairedCounts> {
  const cell = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: cellMax }));
  return fc
    .tuple(cell, cell, cell, cell)
    .filter((cells) => cells.some((count) => count > 0))
    .map(pairedCounts);
}
