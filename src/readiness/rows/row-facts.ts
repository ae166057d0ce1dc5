// What is known of one valid row before anybody asks a question about it: computed once, read by every check.
import { sha256Hex } from '../../kernel/digest.js';
import type { RowLanguages } from '../language/row-languages.js';
import type { PrivacyFacts } from '../privacy/privacy-facts.js';
import type { TokenFacts } from '../tokens/token-facts.js';
import type { TrainerFate } from '../trainers/trainer-fate.js';
import type { Example } from './example.js';
import type { SchemaFacts } from './schema-facts.js';

export interface RowFacts {
  readonly example: Example;
  /** `normalText` of what is asked. */
  readonly normalPrompt: string;
  /** `normalText` of the answer. */
  readonly normalAnswer: string;
  /** UTF-8 bytes of all contents, the system prompt included. */
  readonly contentBytes: number;
  /** Which of `textSigns` stand in any of the contents, as bits: a cheap answer before a look at the texts. */
  readonly signs: number;
  /** What one look at the answer tells, as `lookAt` gives it. */
  readonly answerLook: number;
  /** 0 to 1,023, as `clusterOf` gives it for the normal prompt. */
  readonly promptCluster: number;
  /** Whether it is in the sample of which questions are asked that would take too long for all rows. */
  readonly isSampled: boolean;
  readonly schema: SchemaFacts;
  readonly tokens: TokenFacts;
  /** What the chosen recipe would do to the row; null where no recipe was chosen. */
  readonly trainer: TrainerFate | null;
  /** Null: the row is not in the sample whose language was looked at. */
  readonly languages: RowLanguages | null;
  /** Null: personal data was not looked for. */
  readonly privacy: PrivacyFacts | null;
}

/** Hex SHA-256 of the normal prompt: rows that share it ask the same. */
export function promptKeyOf({ normalPrompt }: Pick<RowFacts, 'normalPrompt'>): string {
  return sha256Hex(normalPrompt);
}

/** Hex SHA-256 of the normal answer: rows that share it say the same. */
export function answerKeyOf({ normalAnswer }: Pick<RowFacts, 'normalAnswer'>): string {
  return sha256Hex(normalAnswer);
}
