// Whose answers were captured: what decides whether they may be trained on.

export interface AnswerSource {
  /** The connection's name. */
  readonly vendor: string;
  readonly model: string | null;
  readonly termsVersion: string | null;
  readonly calls: number;
  /** When the last of them was given, ms. */
  readonly lastAt: number;
}

export abstract class AnswerSources {
  /** Of whole chat completions that the incumbent answered well: those a data set can be made of. */
  abstract of(projectId: string): Promise<readonly AnswerSource[]>;
}
