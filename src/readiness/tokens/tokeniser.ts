// Which numbers does a model read in place of a text? One adapter for each family of vocabularies.

export abstract class Tokeniser {
  /** Tokens at most that one UTF-8 byte of a text can become; 1 for all byte-level and byte-fallback vocabularies. */
  abstract readonly tokensPerByteMax: number;
  /** Token ids of the text alone: no start, end or padding. */
  abstract encode(text: string): readonly number[];
  abstract count(text: string): number;
}
