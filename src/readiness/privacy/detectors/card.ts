// Payment cards. Length and first digits as the schemes publish them. The check digit (Luhn) raises the confidence and
// never decides alone: people mistype numbers, and made-up ones are as bad a habit to learn.
import { luhnHolds } from './checksums.js';
import { byPattern, digitsOf, type PatternMatch, sign, wordsAfter, wordsBefore } from './detector.js';

const pattern =
  /(?<![\dA-Za-z_-]|\d[.,])(?:\d{12,19}|\d{4} \d{4} \d{4} \d{1,4}(?: \d{1,3})?|\d{4}-\d{4}-\d{4}-\d{1,4}(?:-\d{1,3})?|\d{4}[ -]\d{6}[ -]\d{4,5})(?![\d_]|[.,-]\d)/g;
const said =
  /card|visa|master|amex|american express|diners|discover|jcb|maestro|kredit|karte|carte|tarjeta|carta|cc\b|\bpa(?:id|y)\b|zahl|pan\b/;
const otherwise = /order|invoice|tracking|shipment|timestamp|isbn|ean|barcode|serial|imei|reference/;

function hasSchemeForm(digits: string): boolean {
  const { length } = digits;
  const two = Number(digits.slice(0, 2));
  const four = Number(digits.slice(0, 4));
  if (digits.startsWith('4')) {
    return length === 13 || length === 16 || length === 19;
  }
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
    return length === 16;
  }
  if (two === 34 || two === 37 || four === 2131 || four === 1800) {
    return length === 15;
  }
  if (two === 36 || two === 38 || two === 39 || two === 30) {
    return length === 14 || length === 16;
  }
  return two === 35 ? length === 16 : two === 50 || (two >= 56 && two <= 69) || four === 604;
}

function confidence(match: PatternMatch): number {
  const digits = digitsOf(match.value);
  const before = wordsBefore(match);
  const isSaid = said.test(before) || said.test(wordsAfter(match));
  const base = hasSchemeForm(digits) ? (luhnHolds(digits) ? 0.9 : 0.4) : luhnHolds(digits) ? 0.35 : 0.1;
  if (/^(\d)\1{7}/.test(digits)) {
    return 0;
  }
  const sure = base + (isSaid ? 0.3 : 0) - (otherwise.test(before) ? 0.45 : 0) - (digits.length < 13 ? 0.15 : 0);
  return sure < 0.2 ? 0 : Math.min(0.99, sure);
}

export const card = byPattern({ kind: 'card', group: 'high', signs: sign.run12, begins: 'digit', pattern, confidence });
