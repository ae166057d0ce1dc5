// From a row to what every check reads: normal texts, keys and bytes here; calls, tokens, languages and personal data by
// readers that are handed in, because they know packages and models.
import type { RowLanguages } from '../language/row-languages.js';
import type { PrivacyFacts } from '../privacy/privacy-facts.js';
import { confirmedLook } from '../quality/signals.js';
import { type Example, type ReadExample, storedRowTexts } from '../rows/example.js';
import type { RowFacts } from '../rows/row-facts.js';
import type { SchemaFacts } from '../rows/schema-facts.js';
import type { TokenFacts } from '../tokens/token-facts.js';
import type { TrainerFate } from '../trainers/trainer-fate.js';

export interface RowReaders {
  checkSchema(row: Pick<Example, 'messages' | 'tools' | 'traits'>): SchemaFacts;
  countTokens(
    example: Example,
    contentBytes: number,
  ): { readonly tokens: TokenFacts; readonly trainer: TrainerFate | null };
  /** By the key of the row, as `inRowSample` draws it. */
  isSampled(rowKey: string): boolean;
  detectLanguages(example: Example, normalPrompt: string): RowLanguages | null;
  /** Null: personal data is not looked for. */
  readonly findPrivate: ((example: Example) => PrivacyFacts) | null;
}

/** Of a row that was just read. */
export function rowFactsOf({ example, texts }: ReadExample, readers: RowReaders): RowFacts {
  const { normalPrompt, normalAnswer, contentBytes, signs, answerLook, promptCluster } = texts;
  const { tokens, trainer } = readers.countTokens(example, contentBytes);
  return {
    example,
    normalPrompt,
    normalAnswer,
    contentBytes,
    signs,
    answerLook: confirmedLook(example.label, answerLook),
    promptCluster,
    isSampled: readers.isSampled(example.rowKey),
    schema: readers.checkSchema(example),
    tokens,
    trainer,
    languages: readers.detectLanguages(example, normalPrompt),
    privacy: readers.findPrivate === null ? null : readers.findPrivate(example),
  };
}

/** Of a row that was stored. */
export function storedRowFacts(example: Example, readers: RowReaders): RowFacts {
  return rowFactsOf({ example, texts: storedRowTexts(example) }, readers);
}
