// Llama 2's vocabulary as the build wrote it down, and the package that it comes from, which is asked for long words alone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { builtFile } from '../../kernels/built-file.client.js';
import { PairMerges } from '../pair-merges.js';
import { type Llama2Tables, pairsOf } from './llama-2-tables.js';

export interface Llama2Vocabulary {
  /** Of a character; a space is written as ▁. One that has none becomes the tokens of its bytes. */
  readonly idByCharacter: ReadonlyMap<string, number>;
  readonly pairs: PairMerges;
}

interface Llama2Package {
  encode(text: string, addStart: boolean, addSpace: boolean): number[];
}

const require = createRequire(import.meta.url);

export function loadLlama2Vocabulary(): Llama2Vocabulary {
  const file = builtFile('readiness/tokens/tokenisers/llama-2.json', import.meta.url);
  const tables = JSON.parse(readFileSync(file, 'utf8')) as Llama2Tables;
  return { idByCharacter: new Map(Object.entries(tables.idByCharacter)), pairs: new PairMerges(pairsOf(tables)) };
}

/** Without start mark and leading space. Loads the package, which takes 70 to 80 ms. */
export function encodeByPackage(text: string): readonly number[] {
  const { default: whole } = require('llama-tokenizer-js') as { readonly default: Llama2Package };
  return whole.encode(text, false, false);
}
