// Addresses of machines, version 4 and 6. Loopback and private ranges lead to nobody: they are seen, but count for less.
import { byPattern, type Detector, type PatternMatch, sign, wordsBefore } from './detector.js';

function four(match: PatternMatch): number {
  const parts = match.value.split('.').map(Number);
  if (parts.some((part) => part > 255)) {
    return 0;
  }
  if (/(?:version|release|\bv|v\.|section|§)\s{0,2}$/.test(wordsBefore(match, 12))) {
    return 0;
  }
  const [first = 0, second = 0] = parts;
  const isPrivate = first === 0 || first === 10 || first === 127 || (first === 192 && second === 168);
  return isPrivate || (first === 172 && second >= 16 && second < 32) ? 0.3 : 0.85;
}

function six({ value }: PatternMatch): number {
  const halves = value.split('::');
  const groups = value.split(':').filter((group) => group !== '');
  const isWhole = halves.length === 1 && groups.length === 8;
  const isShortened = halves.length === 2 && groups.length >= 2 && groups.length < 8;
  const isClean = groups.every((group) => group.length <= 4) && !/^:(?!:)|[^:]:$/.test(value);
  // `std::dec` and `a::b` of program text: an address has a digit, and more than one character in some group.
  const hasWeight = /\d/.test(value) && groups.some((group) => group.length > 2);
  return isClean && hasWeight && (isWhole || isShortened) ? (value.startsWith('fe80') ? 0.4 : 0.85) : 0;
}

export const ipAddresses: readonly Detector[] = [
  byPattern({
    kind: 'ip',
    group: 'contact',
    signs: sign.dotted,
    begins: 'digit',
    pattern: /(?<![\d.\w-])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d\w]|\.\d)/g,
    confidence: four,
  }),
  byPattern({
    kind: 'ip',
    group: 'contact',
    signs: sign.colons,
    pattern: /(?<![\w:.])[0-9A-Fa-f:]{6,39}(?![\w:])/g,
    confidence: six,
  }),
];
