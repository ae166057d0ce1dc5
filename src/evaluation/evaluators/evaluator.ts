// The shape of an evaluator: one question about one answer, asked the same way of both models.

export interface JudgedAnswer {
  /** Null: cannot be told. Never read as right. */
  readonly correct: boolean | null;
  /** The answer in the form that was compared; null when there was none. */
  readonly normalisedAnswer: string | null;
}

export interface ExpectedAndAnswer {
  readonly expected: string;
  /** Null: no answer came, so there is nothing to judge; whether that counts as wrong the caller decides. */
  readonly answer: string | null;
}

export interface Evaluator {
  /** Stable name, used in requests and in evidence. */
  readonly id: string;
  /** What it answers, as a question. */
  readonly question: string;
  /** When to use it and what it overlooks. */
  readonly why: string;
  judge(pair: ExpectedAndAnswer): JudgedAnswer;
}
