// Llama 2's vocabulary and its merges, as the package holds them: what two tokens become is asked of it once.
import { createRequire } from 'node:module';
import { PairMerges } from '../pair-merges.js';

/** What the package is made of, and what it does with a whole text. */
export interface Llama2Package {
  readonly vocabById: readonly string[];
  readonly vocabByString: ReadonlyMap<string, number>;
  /** By both tokens with a space between: the order in which the pair was learnt. */
  readonly merges: ReadonlyMap<string, number>;
  encode(text: string, addStart: boolean, addSpace: boolean): number[];
}

export interface Llama2Vocabulary {
  readonly whole: Llama2Package;
  /** Of a character, or of a byte by its name: `<0x0A>`. */
  readonly idByToken: ReadonlyMap<string, number>;
  readonly pairs: PairMerges;
}

const require = createRequire(import.meta.url);

/** Loads the package, which takes a tenth of a second: asked for with the first word. */
export function loadLlama2Vocabulary(): Llama2Vocabulary {
  const { default: whole } = require('llama-tokenizer-js') as { readonly default: Llama2Package };
  const { vocabById, vocabByString: idByToken, merges } = whole;
  const pairs = new PairMerges((left, right) => {
    const [first, second] = [vocabById[left] ?? '', vocabById[right] ?? ''];
    const rank = merges.get(`${first} ${second}`);
    const id = idByToken.get(first + second);
    return rank === undefined || id === undefined ? null : { rank, id };
  });
  return { whole, idByToken, pairs };
}
