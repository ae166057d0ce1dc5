// Byte-pair encoding of one word: of all neighbouring pairs the one that was learnt first is joined, at all its places,
// until none is left (Sennrich, Haddow and Birch, 2016).

/** By the two parts with a space between: the order in which the pair was learnt. */
export type PairRanks = ReadonlyMap<string, number>;

/** @param parts at least one symbol @returns the symbols after all joins */
export function joinPairs(parts: readonly string[], ranks: PairRanks): readonly string[] {
  let word = parts;
  for (let pair = firstPair(word, ranks); pair !== null; pair = firstPair(word, ranks)) {
    word = joined(word, pair);
  }
  return word;
}

interface Pair {
  readonly left: string;
  readonly right: string;
}

function firstPair(word: readonly string[], ranks: PairRanks): Pair | null {
  let best: Pair | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 1 < word.length; at++) {
    const [left = '', right = ''] = [word[at], word[at + 1]];
    const rank = ranks.get(`${left} ${right}`) ?? Number.POSITIVE_INFINITY;
    if (rank < bestRank) {
      bestRank = rank;
      best = { left, right };
    }
  }
  return best;
}

function joined(word: readonly string[], { left, right }: Pair): string[] {
  const out: string[] = [];
  for (let at = 0; at < word.length; at++) {
    if (word[at] === left && word[at + 1] === right) {
      out.push(left + right);
      at++;
    } else {
      out.push(word[at] ?? '');
    }
  }
  return out;
}

/**
 * The printable character that stands for each byte: printable ones for themselves, the others from U+0100 on. The
 * vocabularies of GPT-2 and CLIP are written in it.
 */
export function byteSymbols(): readonly string[] {
  const isPrintable = (byte: number) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(isPrintable(byte) ? byte : next++));
}
