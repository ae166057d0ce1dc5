// Rows that are looked at closely because all would take too long: every one of a small set, and of a large one those
// whose key falls into a share that is halved whenever too many were taken. Which rows are left in the end lies in their
// keys alone, so neither order nor segmentation shows. (Adaptive sampling: Wegman 1984, analysed by Flajolet 1990.)

import { lotIn } from '../rows/key-lot.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence, type Showable } from './evidence-sample.js';

/** Of more, between half as many and so many stay. */
export const halvedSampleMax = 4_096;

/** Rows of one share: those whose keys have so many zero bits before the first that is set. */
interface Share {
  readonly rows: number;
  readonly found: EvidenceSample;
}

/** Plain data, so that it can be stored and sent between threads. */
export interface HalvedSample {
  /** By zero bits. Below `from` they were left out. */
  readonly shares: Share[];
  from: number;
  rows: number;
}

const bits = 32;
const hexDigits = bits / 4;

export function startHalved(): HalvedSample {
  return { shares: Array.from({ length: bits + 1 }, () => ({ rows: 0, found: noEvidence })), from: 0, rows: 0 };
}

/** Whether the row has to be looked at. */
export function isTaken({ from }: HalvedSample, rowKey: string): boolean {
  return from === 0 || zeroBits(rowKey) >= from;
}

/** Of a row that is taken. Changes the sample and returns it. @param foundBy the check, where the row shows it; else null */
export function addLooked(sample: HalvedSample, row: Showable, foundBy: string | null): HalvedSample {
  const zeros = zeroBits(row.rowKey);
  const { rows, found } = shareOf(sample, zeros);
  sample.shares[zeros] = { rows: rows + 1, found: foundBy === null ? found : addEvidence(found, foundBy, row) };
  sample.rows += 1;
  return halved(sample);
}

/** Changes the left one. */
export function mergeHalved(left: HalvedSample, right: HalvedSample): HalvedSample {
  left.from = Math.max(left.from, right.from);
  left.rows = 0;
  for (let zeros = 0; zeros <= bits; zeros += 1) {
    const [one, other] = [shareOf(left, zeros), shareOf(right, zeros)];
    const isLeft = zeros >= left.from;
    left.shares[zeros] = isLeft
      ? { rows: one.rows + other.rows, found: mergeEvidence(one.found, other.found) }
      : { rows: 0, found: noEvidence };
    left.rows += isLeft ? one.rows + other.rows : 0;
  }
  return halved(left);
}

/** Of all rows that are left in the sample. */
export function foundIn({ shares }: HalvedSample): EvidenceSample {
  return shares.reduce((all, { found }) => mergeEvidence(all, found), noEvidence);
}

/** Something is left: where most rows have the same content, more than the sample has room for. */
function halved(sample: HalvedSample): HalvedSample {
  while (sample.rows > halvedSampleMax && sample.rows > shareOf(sample, sample.from).rows) {
    sample.rows -= shareOf(sample, sample.from).rows;
    sample.shares[sample.from] = { rows: 0, found: noEvidence };
    sample.from += 1;
  }
  return sample;
}

function shareOf({ shares }: HalvedSample, zeros: number): Share {
  return shares[zeros] ?? { rows: 0, found: noEvidence };
}

/** Of the first 32 bits of a digest in hex. */
function zeroBits(rowKey: string): number {
  // The first digit settles it for fifteen rows in sixteen.
  const first = lotIn(rowKey, 0, 1);
  return first === 0 ? Math.clz32(lotIn(rowKey, 0, hexDigits)) : Math.clz32(first) - (bits - 4);
}
