// Which numbers does a model read in place of a text? One adapter for each family of vocabularies.

export abstract class Tokeniser {
  /** Tokens at most that one UTF-8 byte of a text can become; 1 for all byte-level and byte-fallback vocabularies. */
  abstract readonly tokensPerByteMax: number;
  /** Marks that a trainer gets before every text that no template goes around: 1 where the vocabulary has such a mark. */
  readonly startMarks: number = 0;
  /** A text behind a line end gives other tokens than the text alone, as where a space is put before every text. */
  readonly joinsLines: boolean = false;
  /** Token ids of the text alone: no start, end or padding. */
  abstract encode(text: string): readonly number[];
  abstract count(text: string): number;
}
