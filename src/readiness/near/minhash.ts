// Which texts might be nearly the same? One-permutation MinHash (Li, Owen, Zhang, NIPS 2012): each shingle falls into one
// of 128 bins and each bin keeps its smallest value; an empty bin borrows from bins drawn by a hash of its own number until
// one is filled (Shrivastava, ICML 2017: borrowing from the neighbour would make whole bands of short texts hang on one
// shingle, measured: buckets of hundreds of unrelated texts). 32 bands of 4: two texts with Jaccard s share a band with probability
// 1 − (1 − s⁴)³², which is above 0.9999 at 0.7 and 0.87 at 0.5. Whoever asks verifies the candidates.
import { scramble } from './shingles.js';

export const bandCount = 32;
const rowsPerBand = 4;
const binCount = bandCount * rowsPerBand;
const emptyBin = 0xffffffff;
/** One filled bin in 128 is missed in this many draws with a chance of 1 in 10⁷; the bin then stays empty. */
const attemptsMax = 2_048;

/** One key per band, of 32 bits each. Depends on the set of shingles alone. */
export function bandKeys(shingles: Float64Array): Uint32Array {
  const bins = filledBins(shingles);
  const keys = new Uint32Array(bandCount);
  for (let band = 0; band < bandCount; band += 1) {
    let key = scramble(band + 1);
    for (let row = 0; row < rowsPerBand; row += 1) {
      key = scramble(key ^ Math.imul(bins[band * rowsPerBand + row] ?? 0, 0x9e3779b1));
    }
    keys[band] = key;
  }
  return keys;
}

function filledBins(shingles: Float64Array): Uint32Array {
  const bins = new Uint32Array(binCount).fill(emptyBin);
  for (let at = 0; at < shingles.length; at += 1) {
    const shingle = shingles[at] ?? 0;
    const high = Math.floor(shingle / 4_294_967_296);
    const hash = scramble(high ^ (shingle >>> 0));
    const bin = hash % binCount;
    // The value must not depend on what chose the bin: it is mixed from the other half of the hash.
    const value = scramble(hash ^ Math.imul(high + 1, 0xc2b2ae35));
    if (value < (bins[bin] ?? 0)) {
      bins[bin] = value;
    }
  }
  return borrowed(bins);
}

function borrowed(bins: Uint32Array): Uint32Array {
  const full = new Uint32Array(bins);
  for (let bin = 0; bin < binCount; bin += 1) {
    let source = bin;
    for (let attempt = 1; bins[source] === emptyBin && attempt <= attemptsMax; attempt += 1) {
      source = scramble(Math.imul(bin + 1, 0x27d4eb2f) ^ Math.imul(attempt, 0x9e3779b1)) % binCount;
    }
    full[bin] = bins[source] ?? emptyBin;
  }
  return full;
}
