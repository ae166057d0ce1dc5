// Llama 2's vocabulary and its merges, read from the text of the package that carries them. The package makes them into
// strings for every pair when it is imported, which takes longer than cutting the words of a sample.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Merge, PairMerges } from '../pair-merges.js';

const require = createRequire(import.meta.url);
const unknownId = 0;
const bytesPerPair = 4;

export interface Llama2Vocabulary {
  /** Of a character, or of a byte by its name: `<0x0A>`. */
  readonly idByToken: ReadonlyMap<string, number>;
  readonly pairs: PairMerges;
}

/** Throws where the package is not there or is written otherwise. */
export function loadLlama2Vocabulary(): Llama2Vocabulary {
  const text = readFileSync(require.resolve('llama-tokenizer-js'), 'utf8');
  const tokens = carried(text, 'llama_vocab_base64').toString('utf8').split('\n');
  const idByToken = new Map(tokens.map((token, id) => [token, id]));
  const ranks = ranksIn(carried(text, 'llama_merges_binary'), tokens.length);
  const mergeOf = (left: number, right: number): Merge | null => {
    const rank = ranks.get(left * tokens.length + right);
    const joined = `${tokens[left]}${tokens[right]}`;
    return rank === undefined ? null : { rank, id: idByToken.get(joined) ?? unknownId };
  };
  return { idByToken, pairs: new PairMerges(mergeOf) };
}

function carried(text: string, name: string): Buffer {
  const opening = `const ${name} = "`;
  const from = text.indexOf(opening);
  if (from === -1) {
    throw new TypeError(`the package of Llama 2's vocabulary holds no ${name}`);
  }
  const begin = from + opening.length;
  return Buffer.from(text.slice(begin, text.indexOf('"', begin)), 'base64');
}

/** Pairs of ids of two bytes each, in the order in which they were learnt. */
function ranksIn(bytes: Buffer, tokens: number): Map<number, number> {
  const ranks = new Map<number, number>();
  for (let at = 0; at + bytesPerPair <= bytes.length; at += bytesPerPair) {
    ranks.set(bytes.readUInt16LE(at) * tokens + bytes.readUInt16LE(at + 2), at / bytesPerPair);
  }
  return ranks;
}
