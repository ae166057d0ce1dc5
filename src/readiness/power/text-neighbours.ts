// Which texts are nearest to which? Words and pairs of words weighed by how rare they are (TF-IDF), compared by cosine.
// For samples of some thousand texts: every pair that shares a word is compared, through an inverted index.

export interface Neighbour {
  readonly text: number;
  /** Cosine, 0 to 1. */
  readonly similarity: number;
}

type Weights = ReadonlyMap<string, number>;

/** Words that more than a third of the texts have connect everything with everything and cost the most. */
const commonShareMax = 1 / 3;

/** @param texts in normal form @returns for each text its `count` nearest, nearest first, equals by their number */
export function nearestTexts(texts: readonly string[], count: number): Neighbour[][] {
  const vectors = weighed(texts);
  const index = new Map<string, { text: number; weight: number }[]>();
  for (const [text, vector] of vectors.entries()) {
    for (const [term, weight] of vector) {
      const holders = index.get(term) ?? [];
      holders.push({ text, weight });
      index.set(term, holders);
    }
  }
  const sums = new Float64Array(texts.length);
  return vectors.map((vector, text) => nearest({ text, vector, index, sums, count }));
}

interface NearestSearch {
  readonly text: number;
  readonly vector: Weights;
  readonly index: ReadonlyMap<string, readonly { readonly text: number; readonly weight: number }[]>;
  /** Zeros, and zeros again afterwards. */
  readonly sums: Float64Array;
  readonly count: number;
}

function nearest({ text, vector, index, sums, count }: NearestSearch): Neighbour[] {
  const touched: number[] = [];
  for (const [term, weight] of vector) {
    for (const other of index.get(term) ?? []) {
      if (sums[other.text] === 0) {
        touched.push(other.text);
      }
      sums[other.text] = (sums[other.text] ?? 0) + weight * other.weight;
    }
  }
  const found = touched
    .filter((other) => other !== text)
    .map((other) => ({ text: other, similarity: Math.min(1, sums[other] ?? 0) }))
    .sort((one, other) => other.similarity - one.similarity || one.text - other.text);
  for (const other of touched) {
    sums[other] = 0;
  }
  return found.slice(0, count);
}

/** Unit vectors: (1 + ln tf)·ln(n/df). */
function weighed(texts: readonly string[]): Weights[] {
  const counted = texts.map(termsOf);
  const holders = new Map<string, number>();
  for (const terms of counted) {
    for (const term of terms.keys()) {
      holders.set(term, (holders.get(term) ?? 0) + 1);
    }
  }
  const commonMin = Math.max(20, texts.length * commonShareMax);
  return counted.map((terms) => {
    const weights = new Map<string, number>();
    for (const [term, times] of terms) {
      const texted = holders.get(term) ?? 1;
      if (texted > 1 && texted <= commonMin) {
        weights.set(term, (1 + Math.log(times)) * Math.log((1 + texts.length) / texted));
      }
    }
    const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
    return new Map([...weights].map(([term, weight]) => [term, weight / length]));
  });
}

function termsOf(text: string): Map<string, number> {
  const words = text.split(' ').filter((word) => word !== '');
  const terms = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    for (const term of at === 0 ? [word] : [word, `${words[at - 1]} ${word}`]) {
      terms.set(term, (terms.get(term) ?? 0) + 1);
    }
  }
  return terms;
}
