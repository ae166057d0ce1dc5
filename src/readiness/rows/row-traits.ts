// What is known of a row beside its content: when it was said, by which model, for whom, and how it was liked. None of it
// is trained on; checks of drift, feedback, rights and leakage read it. Null and empty mean: not known.

/** Remarks of the reader on a row that it kept. `turns.merged`: consecutive turns of one role became one. */
export const rowNotes = [
  'turns.merged',
  'turns.trimmed',
  'role.mapped',
  'arguments.decoded-twice',
  'arguments.serialised',
  'weight.coerced',
  'keys.ignored',
  'thoughts.dropped',
  'number.inexact',
  'text.control',
] as const;
export type RowNote = (typeof rowNotes)[number];

export interface RowTraits {
  /** When it was said, ms since the epoch. */
  readonly at: number | null;
  /** The model that answered, as it named itself. */
  readonly model: string | null;
  /** Conversation, session or user: rows that share it must not stand on both sides. */
  readonly group: string | null;
  /** Declared slices, such as customer, locale, channel. */
  readonly slices: Readonly<Record<string, string>>;
  /** Whether a person or a program accepted the answer. */
  readonly accepted: boolean | null;
  /** 0 to 1, by a person or a program. */
  readonly score: number | null;
  /** Judgements of single raters, where more than one judged. */
  readonly ratings: readonly { readonly rater: string; readonly value: string }[];
  /** Why the answer ended, in the words of the OpenAI format: stop, length, content_filter, tool_calls. */
  readonly finish: string | null;
  /** The answer was to be JSON, by the request. */
  readonly wantsJson: boolean;
  /** JSON text of the schema that the answer was to follow; null: none. */
  readonly answerSchema: string | null;
  readonly temperature: number | null;
  readonly notes: readonly RowNote[];
}

export const noTraits: RowTraits = {
  at: null,
  model: null,
  group: null,
  slices: {},
  accepted: null,
  score: null,
  ratings: [],
  finish: null,
  wantsJson: false,
  answerSchema: null,
  temperature: null,
  notes: [],
};
