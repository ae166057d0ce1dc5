// The byte-level vocabularies of OpenAI, which GPT-2 and GPT-Neo share. Ten megabytes of ranks each: read when first asked.
import { createRequire } from 'node:module';
import { piecesOf } from '../long-runs.js';
import { Tokeniser } from '../tokeniser.js';

const encodings = { cl100k: 'cl100k_base', o200k: 'o200k_base', gpt2: 'r50k_base' } as const;
export type GptVocabulary = keyof typeof encodings;

interface GptEncoding {
  encode(text: string, options: object): number[];
  countTokens(text: string, options: object): number;
}

const require = createRequire(import.meta.url);
/** A mark that stands in a row's text is text, as trainers read it when they are careful; it must not stop the count. */
const marksAreText = { disallowedSpecial: new Set<string>() };

export class GptTokeniser extends Tokeniser {
  readonly tokensPerByteMax = 1;
  private encoding: GptEncoding | null = null;

  constructor(private readonly vocabulary: GptVocabulary) {
    super();
  }

  encode(text: string): readonly number[] {
    const encoding = this.loaded();
    return piecesOf(text).flatMap((piece) => encoding.encode(piece, marksAreText));
  }

  count(text: string): number {
    const encoding = this.loaded();
    let tokens = 0;
    for (const piece of piecesOf(text)) {
      tokens += encoding.countTokens(piece, marksAreText);
    }
    return tokens;
  }

  private loaded(): GptEncoding {
    this.encoding ??= require(`gpt-tokenizer/encoding/${encodings[this.vocabulary]}`) as GptEncoding;
    return this.encoding;
  }
}
