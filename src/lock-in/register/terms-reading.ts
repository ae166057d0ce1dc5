// A text of terms, read by somebody on a day: its digest tells whether it is still the text by which rights were judged.

export interface TermsReading {
  /** A version on file, such as `openai-services-agreement@2026-01-01`, or the name of a text of one's own. */
  readonly terms: string;
  /** Hex. */
  readonly textSha256: string;
  /** Address or id of the text that was read. */
  readonly source: string;
  /** The rights were judged by this text; else it was only looked at. */
  readonly isJudged: boolean;
  readonly by: string;
  readonly at: number;
}

/** Older readings than so many are forgotten, but for the newest of each text that rights were judged by. */
export const readingsMax = 200;

export function withReading(known: readonly TermsReading[], reading: TermsReading): readonly TermsReading[] {
  const all = [...known, reading];
  const judged = new Map(all.filter(({ isJudged }) => isJudged).map((one) => [one.terms, one]));
  const from = all.length - readingsMax;
  return all.filter((one, at) => at >= from || judged.get(one.terms) === one);
}
