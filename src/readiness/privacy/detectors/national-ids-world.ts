// Numbers by which states of America, Asia, Africa and Oceania know their people; the United States have a file of their own.
import { luhnHolds, verhoeffHolds, weighted } from './checksums.js';
import { byPattern, type Detector, digitsOf, type PatternMatch, sign, wordsBefore } from './detector.js';

const high = { group: 'high', signs: sign.run7 } as const;

function brazilian({ value }: PatternMatch): number {
  const digits = digitsOf(value);
  const check = (count: number) => {
    const weights = Array.from({ length: count }, (_one, place) => count + 1 - place);
    return ((weighted(digits, weights) * 10) % 11) % 10;
  };
  return check(9) === Number(digits[9]) && check(10) === Number(digits[10]) ? 0.97 : 0.5;
}

function canadian(match: PatternMatch): number {
  const isSaid = /\bsin\b|social insurance|assurance sociale/.test(wordsBefore(match));
  return luhnHolds(digitsOf(match.value)) ? (isSaid ? 0.95 : 0.25) : isSaid ? 0.5 : 0;
}

function indian(match: PatternMatch): number {
  const isSaid = /aadhaar|aadhar|uidai/.test(wordsBefore(match));
  return verhoeffHolds(digitsOf(match.value)) ? (isSaid ? 0.97 : 0.5) : isSaid ? 0.6 : 0;
}

function chinese({ value }: PatternMatch): number {
  const sum = weighted(value, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return '10X98765432'[sum % 11] === value.at(-1)?.toUpperCase() ? 0.97 : 0;
}

function southAfrican(match: PatternMatch): number {
  const isSaid = /\bid\b|identity|identification/.test(wordsBefore(match));
  return luhnHolds(match.value) ? (isSaid ? 0.9 : 0.4) : 0;
}

export const worldIds: readonly Detector[] = [
  byPattern({
    ...high,
    kind: 'br-cpf',
    begins: 'digit',
    pattern: /(?<![\d_])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\d_])/g,
    confidence: brazilian,
  }),
  byPattern({
    ...high,
    kind: 'ca-sin',
    begins: 'digit',
    pattern: /(?<![\d_-])[1-79]\d{2}(?: \d{3} |-\d{3}-)\d{3}(?![\d_-])/g,
    confidence: canadian,
  }),
  byPattern({
    ...high,
    kind: 'in-aadhaar',
    begins: 'digit',
    signs: sign.run12,
    pattern: /(?<![\d_-])[2-9]\d{3}(?: \d{4} |-\d{4}-)\d{4}(?![\d_-]| \d{4})/g,
    confidence: indian,
  }),
  byPattern({
    ...high,
    kind: 'in-pan',
    signs: sign.mixed,
    pattern: /(?<![A-Za-z0-9])[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z](?![A-Za-z0-9])/g,
    confidence: 0.7,
  }),
  byPattern({
    ...high,
    kind: 'cn-resident-id',
    begins: 'digit',
    signs: sign.run12,
    pattern: /(?<![\d_])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx](?![\dA-Za-z_])/g,
    confidence: chinese,
  }),
  byPattern({
    ...high,
    kind: 'kr-rrn',
    begins: 'digit',
    signs: sign.run12,
    pattern: /(?<![\d_-])\d{2}(?:0[1-9]|1[0-2])[0-3]\d-[1-8]\d{6}(?![\d_-])/g,
    confidence: 0.9,
  }),
  byPattern({
    ...high,
    kind: 'za-id',
    begins: 'digit',
    signs: sign.run12,
    pattern: /(?<![\d._-])\d{2}(?:0[1-9]|1[0-2])[0-3]\d{5}[01]\d{2}(?![\d_])/g,
    confidence: southAfrican,
  }),
  byPattern({
    ...high,
    kind: 'mx-curp',
    signs: sign.mixed,
    pattern: /(?<![A-Za-z0-9])[A-Z]{4}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d(?![A-Za-z0-9])/g,
    confidence: 0.95,
  }),
  byPattern({
    ...high,
    kind: 'au-tfn',
    words: ['tfn', 'tax file'],
    pattern: /(?:tfn|tax file number)[^\d\n]{0,20}(\d{3} ?\d{3} ?\d{3})(?![\d_])/gi,
    confidence: 0.85,
  }),
];
