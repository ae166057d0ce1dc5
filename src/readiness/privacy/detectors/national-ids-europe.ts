// Numbers by which states of Europe know their people. With a check digit that holds the form is enough; where the form
// is that of any number, a word before it has to say what it is.
import { luhnHolds, mod97, weighted } from './checksums.js';
import { byPattern, type Detector, digitsOf, type PatternMatch, sign, wordsBefore } from './detector.js';

const controlLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';
const finnishControls = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const high = { group: 'high', signs: sign.digit } as const;

function isDay(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

function spanish({ value }: PatternMatch): number {
  const number = value.toUpperCase().replace(/[ -]/g, '').replace('X', '0').replace('Y', '1').replace('Z', '2');
  return controlLetters[Number(number.slice(0, 8)) % 23] === value.at(-1)?.toUpperCase() ? 0.9 : 0;
}

function french({ value }: PatternMatch): number {
  const digits = digitsOf(value);
  const number = BigInt(digits.slice(0, 13)) % 97n;
  return 97n - number === BigInt(digits.slice(13)) ? 0.95 : 0;
}

function belgian({ value }: PatternMatch): number {
  const digits = digitsOf(value);
  const rest = (before: string) => 97 - mod97(before);
  const check = Number(digits.slice(9));
  return rest(digits.slice(0, 9)) === check || rest(`2${digits.slice(0, 9)}`) === check ? 0.9 : 0;
}

function polish(match: PatternMatch): number {
  const isSum = (10 - (weighted(match.value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(match.value[10]);
  const isDate = isDay(Number(match.value.slice(4, 6)), Number(match.value.slice(2, 4)) % 20);
  return isSum && isDate ? (/pesel/.test(wordsBefore(match)) ? 0.95 : 0.4) : 0;
}

function nordic(match: PatternMatch): number {
  const digits = digitsOf(match.value);
  const ten = digits.slice(-10);
  const isSaid = /person|cpr|fødsels|födelse|identi|\bid\b|national/.test(wordsBefore(match));
  const isSwedish = isDay(Number(ten.slice(4, 6)) % 60, Number(ten.slice(2, 4))) && luhnHolds(ten);
  const isDanish = isDay(Number(ten.slice(0, 2)), Number(ten.slice(2, 4)));
  return isSwedish ? (isSaid ? 0.95 : 0.65) : isDanish && digits.length === 10 ? (isSaid ? 0.85 : 0.5) : 0;
}

function finnish({ value }: PatternMatch): number {
  const number = Number(value.slice(0, 6) + value.slice(7, 10));
  return finnishControls[number % 31] === value.at(-1)?.toUpperCase() ? 0.95 : 0;
}

function dutch({ value }: PatternMatch): number {
  const digits = digitsOf(value);
  const sum = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) - Number(digits[8]);
  return sum % 11 === 0 ? 0.9 : 0.5;
}

export const europeanIds: readonly Detector[] = [
  byPattern({
    ...high,
    kind: 'uk-nino',
    signs: sign.run6,
    pattern: /(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z0-9])/g,
    confidence: 0.85,
  }),
  byPattern({
    ...high,
    kind: 'es-dni',
    signs: sign.run7,
    pattern: /(?<![A-Za-z0-9])(?:\d{8}|[XYZxyz]-?\d{7})[ -]?[A-Za-z](?![A-Za-z0-9])/g,
    confidence: spanish,
  }),
  byPattern({
    ...high,
    kind: 'it-fiscal-code',
    signs: sign.mixed,
    pattern: /(?<![A-Za-z0-9])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![A-Za-z0-9])/g,
    confidence: 0.95,
  }),
  byPattern({
    ...high,
    kind: 'fr-insee',
    begins: 'digit',
    signs: sign.run12,
    pattern: /(?<![\d.,_-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}(?![\d_])/g,
    confidence: french,
  }),
  byPattern({
    ...high,
    kind: 'be-national-number',
    begins: 'digit',
    signs: sign.run7,
    pattern: /(?<![\d_])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?![\d_])/g,
    confidence: belgian,
  }),
  byPattern({
    ...high,
    kind: 'pl-pesel',
    begins: 'digit',
    signs: sign.run7,
    pattern: /(?<![\d._-])\d{11}(?![\d_])/g,
    confidence: polish,
  }),
  byPattern({
    ...high,
    kind: 'nordic-id',
    begins: 'digit',
    signs: sign.run7,
    pattern: /(?<![\d_-])(?:19|20)?\d{6}[-+]\d{4}(?![\d_-])/g,
    confidence: nordic,
  }),
  byPattern({
    ...high,
    kind: 'fi-hetu',
    begins: 'digit',
    signs: sign.mixed,
    pattern: /(?<![A-Za-z0-9])\d{6}[-+A]\d{3}[0-9A-FHJ-NPR-Y](?![A-Za-z0-9])/g,
    confidence: finnish,
  }),
  byPattern({
    ...high,
    kind: 'nl-bsn',
    signs: sign.run7,
    words: ['bsn', 'burgerservice'],
    pattern: /(?:bsn|burgerservicenummer)[^\d\n]{0,20}(\d{9}|\d{4}\.\d{2}\.\d{3})(?![\d_])/gi,
    confidence: dutch,
  }),
  byPattern({
    ...high,
    kind: 'de-tax-id',
    signs: sign.run7,
    words: ['steuer', 'idnr'],
    pattern:
      /(?:steuer-?id(?:entifikationsnummer)?|steuernummer|idnr)[^\d\n]{0,20}(\d{2} ?\d{3} ?\d{3} ?\d{3})(?![\d_])/gi,
    confidence: 0.9,
  }),
  byPattern({
    ...high,
    kind: 'pt-nif',
    signs: sign.run7,
    words: ['nif', 'contribuinte'],
    pattern: /\b(?:nif|contribuinte)[^\d\n]{0,20}(\d{3} ?\d{3} ?\d{3})(?![\d_])/gi,
    confidence: 0.8,
  }),
];
