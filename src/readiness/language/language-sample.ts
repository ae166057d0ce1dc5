// Which rows are looked at for their language? Known without knowing any language, so that rows can be chosen where no
// model is loaded.
import { lotIn } from '../rows/key-lot.js';

export const languageSampleRowsMax = 10_000;

/** A sixth of the full sample tells the shares of languages to three points, and takes a sixth of the time. */
const sparing = 6;

/** @param expectedRows of the whole set. @returns what to give `inLanguageSample` so that a sixth of the full sample is taken */
export function sparingSample(expectedRows: number): number {
  return expectedRows * sparing;
}

/**
 * A row is in the sample or not by its key and the salt alone, so that every segment and every order takes the same rows.
 * @param expectedRows of the whole set; the share taken is such that about ten thousand rows are looked at
 */
export function inLanguageSample(salt: string, expectedRows = languageSampleRowsMax): (rowKey: string) => boolean {
  const taken = Math.min(1, languageSampleRowsMax / Math.max(1, expectedRows)) * 2 ** 32;
  const turn = saltNumber(salt);
  return (rowKey) => (lotIn(rowKey, 0, 8) + turn) % 2 ** 32 < taken;
}

/** FNV-1a, 32 bits: turns the circle of keys, so that another salt takes other rows. */
function saltNumber(salt: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < salt.length; place += 1) {
    hash = Math.imul(hash ^ salt.charCodeAt(place), 0x01000193);
  }
  return hash >>> 0;
}
