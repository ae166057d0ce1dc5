// The shape of a row format: how a row of it is known by its keys, and how it becomes content. To add one: a file in this
// folder and its line in all-formats.
import type { RowFault } from '../imports/import-fault.js';
import type { RowContent } from '../rows/example.js';
import type { ImageMediaType } from '../rows/image-facts.js';

export const formatNames = [
  'openai-preference',
  'trl-preference',
  'openai-exchange',
  'gemini-capture',
  'anthropic-capture',
  'openai-chat',
  'sharegpt',
  'alpaca',
  'image-caption',
  'classification',
  'prompt-completion',
  'text',
] as const;
export type FormatName = (typeof formatNames)[number];

export type Fields = Readonly<Record<string, unknown>>;

/** A picture that stood in the row itself. Its message refers to it by the digest. */
export interface InlinePicture {
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  readonly mediaType: ImageMediaType;
  readonly base64: string;
}

export interface ReadContent {
  readonly content: RowContent;
  /** Turns after the last answer were dropped. */
  readonly trimmed: boolean;
  readonly pictures: readonly InlinePicture[];
}

/** What came of reading: content, or at least one fault. */
export type ReadOutcome = ReadContent | readonly RowFault[];

export interface RowFormat {
  readonly name: FormatName;
  readonly title: string;
  /** Cheap, by keys: whether a row means to be of this format. It may still be a faulty one. */
  recognises(fields: Fields): boolean;
  read(fields: Fields): ReadOutcome;
}

export interface ReadRow extends ReadContent {
  readonly shape: FormatName;
}

export function isRead<Row extends ReadContent>(outcome: Row | readonly RowFault[]): outcome is Row {
  return 'content' in outcome;
}
