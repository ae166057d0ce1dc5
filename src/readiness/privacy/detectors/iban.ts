// Bank accounts by the international form (ISO 13616): a country, two check digits, and a length that the country fixes.
import { mod97 } from './checksums.js';
import { type Detector, type Found, sign, wordsBefore } from './detector.js';

const lengths = new Map(
  [
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18',
    'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21',
    'MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 TN24',
    'TR26 UA29 VA22 VG24 XK20',
  ]
    .join(' ')
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);
const beginning = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9]{4})/g;

export const iban: Detector = {
  kind: 'iban',
  group: 'high',
  signs: sign.run7,
  words: [],
  patterns: [beginning],
  find(text, found) {
    beginning.lastIndex = 0;
    for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
      const one = accountAt(text, match.index);
      if (one !== null) {
        found.push(one);
      }
    }
  },
};

function accountAt(text: string, start: number): Found | null {
  const country = text.slice(start, start + 2);
  const length = lengths.get(country.toUpperCase());
  const read = length === undefined ? null : readCharacters(text, start, length);
  if (read === null) {
    return null;
  }
  const { characters, end } = read;
  if (mod97(characters.slice(4) + characters.slice(0, 4)) === 1) {
    return { start, end, confidence: 0.98 };
  }
  // Words would pass as one otherwise: an unproven account is all capitals and mostly digits.
  const digits = characters.replace(/\D/g, '').length;
  const isSaid = wordsBefore({ text, start }).includes('iban');
  const sure = isSaid ? 0.7 : 0.45;
  return digits >= characters.length / 2 && (isSaid || country === country.toUpperCase())
    ? { start, end, confidence: sure }
    : null;
}

/** That many letters and digits with single blanks between; null where they end sooner or go on. */
function readCharacters(text: string, start: number, length: number): { characters: string; end: number } | null {
  let characters = '';
  let place = start;
  while (characters.length < length && place < text.length) {
    const unit = text.charAt(place);
    if (isAlphanumeric(unit)) {
      characters += unit;
    } else if ((unit !== ' ' && unit !== '-') || !isAlphanumeric(text.charAt(place + 1))) {
      return null;
    }
    place += 1;
  }
  return characters.length < length || isAlphanumeric(text.charAt(place)) ? null : { characters, end: place };
}

function isAlphanumeric(unit: string): boolean {
  return (unit >= '0' && unit <= '9') || (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z');
}
