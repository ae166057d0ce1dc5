// Any other model, by the tokenizer.json that comes with its weights. Whoever runs the service says where the file is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tokenizer } from '@huggingface/tokenizers';
import { Tokeniser } from '../tokeniser.js';

const require = createRequire(import.meta.url);

interface Normaliser {
  readonly type: string;
  readonly normalizers?: readonly Normaliser[];
}

interface TokenizerFile {
  readonly normalizer: Normaliser | null;
  readonly model: { readonly type?: string; readonly byte_fallback?: boolean };
}

/** UTF-8 bytes that one byte can become: Unicode's own worst cases are 3 for composing, 11 for compatibility. */
const growth: Readonly<Record<string, number>> = {
  Prepend: 1,
  Replace: 1,
  Strip: 1,
  NFC: 3,
  NFD: 3,
  Lowercase: 1.5,
  NFKC: 11,
  NFKD: 11,
};
const unknownGrowth = 11;

function growthOf(normaliser: Normaliser | null): number {
  if (normaliser === null) {
    return 1;
  }
  if (normaliser.type === 'Sequence') {
    return (normaliser.normalizers ?? []).reduce((product, one) => product * growthOf(one), 1);
  }
  return growth[normaliser.type] ?? unknownGrowth;
}

export class SuppliedTokeniser extends Tokeniser {
  readonly tokensPerByteMax: number;
  override readonly startMarks: number;
  override readonly joinsLines: boolean;

  private constructor(
    private readonly tokenizer: Tokenizer,
    file: TokenizerFile,
  ) {
    super();
    this.tokensPerByteMax = growthOf(file.normalizer);
    this.startMarks = tokenizer.encode('a').ids.length - this.count('a');
    const apart = [...this.encode('a\n'), ...this.encode('a')];
    this.joinsLines = this.encode('a\na').join() !== apart.join();
  }

  /** @param path of a tokenizer.json; throws where it cannot be read or describes no tokeniser */
  static open(path: string): SuppliedTokeniser {
    const file = JSON.parse(readFileSync(path, 'utf8')) as TokenizerFile;
    if (typeof file !== 'object' || file === null || typeof file.model !== 'object') {
      throw new TypeError(`${path} describes no tokeniser`);
    }
    // Loaded with the first file: models whose vocabulary is known do without.
    const { Tokenizer: FileTokenizer } = require('@huggingface/tokenizers') as {
      readonly Tokenizer: typeof Tokenizer;
    };
    return new SuppliedTokeniser(new FileTokenizer(file, {}), file);
  }

  encode(text: string): readonly number[] {
    return this.tokenizer.encode(text, { add_special_tokens: false }).ids;
  }

  count(text: string): number {
    return this.encode(text).length;
  }
}
