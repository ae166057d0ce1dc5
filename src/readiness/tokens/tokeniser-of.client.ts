// Which tokeniser counts for a target? Each is made once for the process and loads its vocabulary when it is first asked.
import type { TargetFacts } from '../facts/target-facts.js';
import type { Tokeniser } from './tokeniser.js';
import { ClipTokeniser } from './tokenisers/clip.client.js';
import { GptTokeniser } from './tokenisers/gpt.client.js';
import { Llama2Tokeniser } from './tokenisers/llama-2.client.js';
import { SuppliedTokeniser } from './tokenisers/supplied.client.js';

const made = new Map<string, Tokeniser>();

/** Null: none is known for the model, so only bounds can be told. Throws where a supplied file cannot be read. */
export function tokeniserOf({
  tokeniser,
  tokeniserFile,
}: Pick<TargetFacts, 'tokeniser' | 'tokeniserFile'>): Tokeniser | null {
  if (tokeniser === 'bytes' || (tokeniser === 'supplied' && tokeniserFile === null)) {
    return null;
  }
  const key = tokeniser === 'supplied' ? `supplied ${tokeniserFile}` : tokeniser;
  const one = made.get(key) ?? makeTokeniser(tokeniser, tokeniserFile ?? '');
  made.set(key, one);
  return one;
}

function makeTokeniser(name: Exclude<TargetFacts['tokeniser'], 'bytes'>, file: string): Tokeniser {
  if (name === 'supplied') {
    return SuppliedTokeniser.open(file);
  }
  if (name === 'clip') {
    return new ClipTokeniser();
  }
  return name === 'llama-2' ? new Llama2Tokeniser() : new GptTokeniser(name);
}
