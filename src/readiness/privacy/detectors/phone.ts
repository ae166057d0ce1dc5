// Telephone numbers. With a country code or in a common national form they are sure enough; a few loose groups of digits
// are one only if a word before says so, because prices and counts look the same.
import { byPattern, type Detector, digitsOf, type PatternMatch, sign, wordsAfter, wordsBefore } from './detector.js';

const said =
  /phone|\btel\b|tel[.:]|\bcall|\bring\b|mobile|\bcell|fax|whatsapp|\bsms\b|\btext (?:me|us)|dial|hotline|reach (?:me|us|him|her)|contact|telefon|handy|anruf|téléphone|appel|teléfono|llam|numéro|my number|the number|number is/;
const otherwise =
  /order|invoice|tracking|isbn|version|serial|account|reference|ticket|\bid\b|zip|postal|card|€|\$|£|price|total/;

const extension = '(?: ?(?:x|ext\\.?) ?\\d{1,5})?';
const end = '(?![\\d_]|[.,:/-]\\d)';
const begin = '(?<![\\d_+/A-Za-z]|\\d[.,:-])';

const international = new RegExp(
  `(?<![\\d_+])(?:\\+|00)[1-9]\\d{0,2}[ .-]?(?:\\(0\\)|\\(\\d{1,4}\\)|0)?[ .-]?\\d{1,4}(?:[ .-]?\\d{2,4}){1,4}${extension}${end}`,
  'g',
);
const american = new RegExp(
  `${begin}(?:(?:001|1)[ .-])?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}${extension}${end}`,
  'g',
);
const trunk = new RegExp(`${begin}\\(?0\\d{1,4}\\)?(?:[ ./-]?\\d{2,4}){2,4}${extension}${end}`, 'g');
const pairs = new RegExp(`${begin}\\d{2}(?:-\\d{2}){3,4}${end}`, 'g');
const area = new RegExp(`${begin}\\(\\d{2,4}\\) ?\\d{3,4}(?:[ -]\\d{3,4}){1,2}${end}`, 'g');
const loose = new RegExp(
  `${begin}\\d{2,4}[ -]\\d{2,4}(?:[ -]\\d{2,4}){0,2}${end}|${begin}\\d{2} \\d{6}${end}|${begin}[2-9]\\d{9}${end}`,
  'g',
);

/** Part of a sum rather than a number to call. */
function isArithmetic({ text, start, end }: PatternMatch): boolean {
  return (
    /[=<>*+÷×]\s?$/.test(text.slice(Math.max(0, start - 2), start)) || /^\s?[=<>*+÷×]/.test(text.slice(end, end + 2))
  );
}

function judged(base: number, digitsMin: number): (match: PatternMatch) => number {
  return (match) => {
    const digits = digitsOf(match.value).length;
    if (digits < digitsMin || digits > 20 || isArithmetic(match)) {
      return 0;
    }
    const before = wordsBefore(match);
    const isSaid = said.test(before) || /^[\s)]{0,3}(?:phone|mobile|cell|fax)/.test(wordsAfter(match));
    const sure = base + (isSaid ? 0.35 : 0) - (otherwise.test(before.slice(-24)) ? 0.3 : 0);
    return sure < 0.15 ? 0 : Math.min(0.97, sure);
  };
}

/** Dates such as 12-10-20-21 or 2024-10-12 are no numbers to call. */
function loosely(match: PatternMatch): number {
  const isDate =
    /^(?:19|20)\d{2}[ -]\d{2}[ -]\d{2}$|^\d{2}[ -]\d{2}[ -](?:19|20)\d{2}$|^(?:19|20)\d{2}[ -](?:19|20)?\d{2}$/.test(
      match.value,
    );
  // Ranges and differences of round numbers.
  const isRound = /(?: 000|0-\d{1,3}0)$/.test(match.value);
  return isDate || isRound ? 0 : judged(0.3, 7)(match);
}

const shared = { group: 'contact', signs: sign.run7 } as const;

export const phones: readonly Detector[] = [
  byPattern({ ...shared, kind: 'phone', pattern: international, confidence: judged(0.85, 8) }),
  byPattern({ ...shared, kind: 'phone', pattern: american, confidence: judged(0.75, 10) }),
  byPattern({ ...shared, kind: 'phone', pattern: trunk, confidence: judged(0.55, 9) }),
  byPattern({ ...shared, kind: 'phone', begins: 'digit', pattern: pairs, confidence: judged(0.5, 8) }),
  byPattern({ ...shared, kind: 'phone', pattern: area, confidence: judged(0.6, 8) }),
  byPattern({ ...shared, kind: 'phone', begins: 'digit', pattern: loose, confidence: loosely }),
];
