// Remarks on one row, as bits of a whole number: what the set pass needs to know of a row without reading its texts again.

export const rowFlags = {
  truncated: 1,
  /** A person or a program did not accept the answer. */
  disliked: 2,
  highPersonalData: 4,
  secret: 8,
  contactData: 16,
  /** Longer than the model and the recipe read together. */
  overBudget: 32,
  /** The recipe leaves the row out, or learns nothing of it. */
  notLearnt: 64,
  /** The answer, of four normal characters or more, stands in the prompt. */
  answerInPrompt: 128,
  /** The prompt stands in the row's own system prompt. */
  promptInSystem: 256,
  hasSystem: 512,
  /** Personal data was looked for. */
  searched: 1024,
} as const;

export type RowFlag = keyof typeof rowFlags;
