// Which texts might be nearly the same? One-permutation MinHash (Li, Owen, Zhang, NIPS 2012): each shingle falls into one
// of 128 bins and each bin keeps its smallest value; an empty bin borrows from bins drawn by a hash of its own number until
// one is filled (Shrivastava, ICML 2017: borrowing from the neighbour would make whole bands of short texts hang on one
// shingle, measured: buckets of hundreds of unrelated texts). 32 bands of 4: two texts with Jaccard s share a band with probability
// 1 − (1 − s⁴)³², which is above 0.9999 at 0.7 and 0.87 at 0.5. Whoever asks verifies the candidates.
import { piecesOf, scramble } from './shingles.js';

const { imul } = Math;

export const bandCount = 32;
const rowsPerBand = 4;
const binCount = bandCount * rowsPerBand;
const emptyBin = 0xffffffff;
/** One filled bin in 128 is missed in this many draws with a chance of 1 in 10⁷; the bin then stays empty. */
const attemptsMax = 2_048;

/** For each bin, the bins to borrow from, in the order in which they are asked. Most loans are had at the first few. */
const lenders = lenderTable(64);

function lenderTable(attempts: number): Uint8Array {
  const table = new Uint8Array(binCount * attempts);
  for (let at = 0; at < table.length; at += 1) {
    table[at] = lenderOf(Math.floor(at / attempts), (at % attempts) + 1);
  }
  return table;
}

function lenderOf(bin: number, attempt: number): number {
  return scramble(imul(bin + 1, 0x27d4eb2f) ^ imul(attempt, 0x9e3779b1)) % binCount;
}

const bins = new Uint32Array(binCount);

/**
 * Writes one key per band, of 32 bits each, to `keys` from `offset` on. They depend on the set of shingles alone.
 * @param normalised as `normalText` gives it
 */
export function writeBandKeys(normalised: string, keys: Uint32Array, offset: number): void {
  bins.fill(emptyBin);
  const { high, low, count } = piecesOf(normalised);
  for (let at = 0; at < count; at += 1) {
    throwIn(high[at] as number, low[at] as number);
  }
  for (let band = 0; band < bandCount; band += 1) {
    let key = scramble(band + 1);
    for (let row = 0; row < rowsPerBand; row += 1) {
      key = scramble(key ^ imul(filled(band * rowsPerBand + row), 0x9e3779b1));
    }
    keys[offset + band] = key;
  }
}

function throwIn(high: number, low: number): void {
  const hash = scramble(high ^ low);
  const bin = hash % binCount;
  // The value must not depend on what chose the bin: it is mixed from the other half of the hash.
  const value = scramble(hash ^ imul(high + 1, 0xc2b2ae35));
  if (value < (bins[bin] ?? 0)) {
    bins[bin] = value;
  }
}

/** The value of the bin, or of the first lender that has one. */
function filled(bin: number): number {
  const own = bins[bin] ?? emptyBin;
  if (own !== emptyBin) {
    return own;
  }
  const known = lenders.length / binCount;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const lender = attempt <= known ? (lenders[bin * known + attempt - 1] ?? 0) : lenderOf(bin, attempt);
    const lent = bins[lender] ?? emptyBin;
    if (lent !== emptyBin) {
      return lent;
    }
  }
  return emptyBin;
}
