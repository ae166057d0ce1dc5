// When do two texts say the same? Normal form: NFKC, lower case, whatever is no letter, mark, digit or underscore becomes
// one space, ends trimmed. Marks count as part of a word: without them, vowels of Indic scripts would vanish.
// A text of signs only ("???") would come out empty and equal to every other such text: it keeps its own signs.

const noWord = /[^\p{L}\p{M}\p{N}_]+/gu;

export function normalText(text: string): string {
  const folded = text.normalize('NFKC');
  const words = folded.toLowerCase().replace(noWord, ' ').trim();
  return words === '' ? folded.trim() : words;
}
