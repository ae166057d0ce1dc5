// Do two answers say the same? Exact match after lower-casing, trimming and collapsing white space: strict, cheap and
// reproducible, meant for classification and extraction. It says nothing of paraphrases, which it counts as different.

/** NFC, lower case, every run of white space one space, none at the ends. */
export function normalisedAnswer(answer: string): string {
  return answer.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Null when the incumbent gave no text to compare with (a tool call, an unreadable answer): not measured is not equal.
 * A candidate without text where the incumbent has one disagrees.
 */
export function answersAgree(incumbent: string | null, candidate: string | null): boolean | null {
  if (incumbent === null) {
    return null;
  }
  return candidate !== null && normalisedAnswer(incumbent) === normalisedAnswer(candidate);
}
