// Lots that are drawn by the keys of rows, and the sample that is drawn so: rows of which questions are asked that would
// take too long for all of a large set, such as what an export makes of them, or a recipe that nobody chose.

/**
 * Hex digits of a row's key as a number, from 0 to below 16 to the power of `digits`. The key is a digest, so a part of it
 * is as good as drawn by lot, and the same whatever the order of the rows. Every row is asked: no string is made.
 * @param digits eight at most
 */
export function lotIn(rowKey: string, from: number, digits: number): number {
  let lot = 0;
  for (let place = from; place < from + digits; place += 1) {
    const unit = rowKey.charCodeAt(place);
    lot = lot * 16 + (unit < 58 ? unit - 48 : unit - 87);
  }
  return lot;
}

/** About so many: all rows of a smaller set. A fault of one row in a thousand is met with a chance of 98 %. */
export const sampledRows = 4_000;

const lotDigits = 8;

/**
 * A row is in the sample or not by its key alone, so every segment and every order takes the same rows.
 * @param expectedRows of the whole set, about. @returns asked with the hex digest of a row, for millions of rows
 */
export function inRowSample(expectedRows: number): (rowKey: string) => boolean {
  const lotsTaken = (sampledRows / expectedRows) * 16 ** lotDigits;
  return (rowKey) => lotIn(rowKey, rowKey.length - lotDigits, lotDigits) < lotsTaken;
}
