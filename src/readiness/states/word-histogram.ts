// Do two sets of texts speak of the same things? Words are counted in 1,024 buckets by a hash, and two such histograms are
// compared by the Jensen–Shannon divergence (Lin, IEEE Trans. Inf. Theory 37, 1991) in bits: 0 same, 1 nothing shared.
// Two samples of one set differ too, the more the smaller they are: limits have to know how many rows there were.

const buckets = 1024;
/** FNV-1a, 32 bits. */
const [hashStart, prime] = [0x811c9dc5 | 0, 0x01000193];

export function wordHistogram(): Uint32Array {
  return new Uint32Array(buckets);
}

const isBlank = new Uint8Array(1 << 16);
isBlank[32] = 1;
isBlank[10] = 1;
/** Hashes of the words of a text. */
let hashes = new Int32Array(1_024);

/** Changes the histogram and returns it. @param normalText words between single spaces or line ends */
export function addWords(histogram: Uint32Array, normalText: string): Uint32Array {
  if (hashes.length <= normalText.length) {
    hashes = new Int32Array(2 * normalText.length);
  }
  let hash = hashStart;
  let words = 0;
  let wasBlank = 1;
  // Written without decisions: where a word ends cannot be foreseen, and a wrong guess costs more than all the rest.
  for (let place = 0; place < normalText.length; place += 1) {
    const unit = normalText.charCodeAt(place);
    const blank = isBlank[unit] as number;
    hashes[words] = hash;
    words += blank & (wasBlank ^ 1);
    wasBlank = blank;
    const inWord = blank - 1;
    hash = (Math.imul(hash ^ unit, prime) & inWord) | (hashStart & ~inWord);
  }
  hashes[words] = hash;
  words += wasBlank ^ 1;
  for (let word = 0; word < words; word += 1) {
    addHash(histogram, hashes[word] as number);
  }
  return histogram;
}

/** Changes the left one. */
export function mergeWords(left: Uint32Array, right: Uint32Array): Uint32Array {
  for (let bucket = 0; bucket < left.length; bucket += 1) {
    left[bucket] = (left[bucket] ?? 0) + (right[bucket] ?? 0);
  }
  return left;
}

/** Between 0 and 1; null when one of them is empty. RangeError when they have not the same number of buckets. */
export function jensenShannonBits(left: Uint32Array, right: Uint32Array): number | null {
  if (left.length !== right.length) {
    throw new RangeError('histograms of different sizes cannot be compared');
  }
  const [leftSum, rightSum] = [sumOf(left), sumOf(right)];
  if (leftSum === 0 || rightSum === 0) {
    return null;
  }
  let bits = 0;
  for (let bucket = 0; bucket < left.length; bucket += 1) {
    const one = (left[bucket] ?? 0) / leftSum;
    const other = (right[bucket] ?? 0) / rightSum;
    const middle = (one + other) / 2;
    bits +=
      (one === 0 ? 0 : one * Math.log2(one / middle)) / 2 + (other === 0 ? 0 : other * Math.log2(other / middle)) / 2;
  }
  return Math.min(1, Math.max(0, bits));
}

function addHash(histogram: Uint32Array, hash: number): void {
  // The high bits of FNV-1a are mixed better than the low ones.
  const bucket = (hash ^ (hash >>> 15)) & (buckets - 1);
  histogram[bucket] = (histogram[bucket] ?? 0) + 1;
}

function sumOf(histogram: Uint32Array): number {
  let sum = 0;
  for (const count of histogram) {
    sum += count;
  }
  return sum;
}
