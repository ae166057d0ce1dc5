// Did the model name the right label? For closed label sets, where two spellings of one label must not count as a miss
// and a sentence around the label must: the application behind would not find the label in it either.
// Normal form, until nothing changes: Unicode NFKC, lower case, underscores as spaces, runs of white space as one space,
// outer space off, one pair of wrapping quotes off, full stops at the end off. Accents, hyphens and inner punctuation
// stay: they may tell labels apart.
import type { Evaluator } from './evaluator.js';

const closingQuotes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '„': '“',
  '‘': '’',
  '«': '»',
};

function withoutWrappingQuotes(text: string): string {
  const closing = closingQuotes[text.charAt(0)];
  return text.length >= 2 && closing !== undefined && text.endsWith(closing) ? text.slice(1, -1) : text;
}

/** One label in the form that is compared. Idempotent. */
export function normaliseLabel(text: string): string {
  let current = text;
  for (let previous = ''; previous !== current; ) {
    previous = current;
    const plain = current
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_]+/gu, ' ')
      .trim();
    current = withoutWrappingQuotes(plain)
      .replace(/[.。]+$/u, '')
      .trim();
  }
  return current;
}

export const exactLabel: Evaluator = {
  id: 'exact-label',
  question: 'Is the answer the expected label?',
  why: 'Classification has one right label; comparing normal forms costs nothing and cannot be argued with. It takes no near miss: use it only where the answer is a label and nothing else.',
  judge: ({ expected, answer }) => {
    const wanted = normaliseLabel(expected);
    if (answer === null) {
      return { correct: null, normalisedAnswer: null };
    }
    const normalisedAnswer = normaliseLabel(answer);
    // A label of nothing would make every silent model right.
    return { correct: wanted === '' ? null : normalisedAnswer === wanted, normalisedAnswer };
  },
};
