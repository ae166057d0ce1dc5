// Streets with a house number, flats and post boxes, in the forms of a dozen countries. Towns alone are not looked for:
// a town is no address.
import { byPattern, type Detector, sign } from './detector.js';

const word = "(?:\\p{Lu}[\\p{L}'’-]{0,30}\\.?|\\d{1,3}(?:st|nd|rd|th))";
const english =
  'Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq|Terrace|Ter|Parkway|Pkwy|Highway|Hwy|Way|Close|Crescent|Cres|Circle|Cir|Trail|Row|Walk|Mews|Gardens|Grove|Hill|Alley|Plaza|Loop|Run|Ridge|Pike';
const romance =
  'Rue|rue|Avenue|avenue|Boulevard|boulevard|Place|place|Chemin|chemin|Impasse|impasse|Allée|allée|Quai|quai|Calle|calle|C/|Avenida|avenida|Avda|Paseo|paseo|Plaza|plaza|Carrera|carrera|Rua|rua|Travessa|Via|via|Viale|viale|Corso|corso|Piazza|piazza|Strada|Largo|ul\\.|Ul\\.|ulica|al\\.|Aleja';
const germanic =
  '[Ss]traße|[Ss]trasse|[Ss]tr\\.|[Gg]asse|[Aa]llee|[Pp]latz|[Ww]eg|[Dd]amm|ufer|straat|laan|plein|gracht|kade|dijk|gatan|gata|vägen|vegen|veien|vej|gade|gränd|plads|katu|tie|kuja|polku|tänav|utca|út|körút|tér';

const shared = { kind: 'street-address', group: 'contact', signs: sign.digit } as const;

const streetWords = [
  ...english
    .toLowerCase()
    .split('|')
    .filter((one) => one.length > 3),
  ...[' st', ' ave', ' rd', ' ln', ' dr', ' blvd', ' ct', ' pl', ' sq', ' hwy', ' way', ' row', ' run', ' cir', ' ter'],
];
const romanceWords = [...new Set(romance.toLowerCase().replaceAll('\\', '').split('|'))].map((one) => `${one} `);

const germanicWords = germanic
  .replace(/\[(.)(.)\]/g, '$2')
  .replaceAll('\\', '')
  .split('|');

const addressBeginnings = [
  ...['address', 'adresse', 'dirección', 'live at', 'lives at', 'living at', 'located at', 'moved to'],
  ...['ship to', 'shipped to', 'ship it to', 'shipped it to'],
  ...['deliver to', 'delivered to', 'deliver it to', 'delivered it to'],
];

/** Of the name of a street: more than the pattern below allows. */
const streetUnitsMax = 128;

/** Of a house number: not too long, and before something that is written large or numbered. */
function mayBeHouse(text: string, at: number): boolean {
  let end = at;
  while (isDigit(text.charCodeAt(end))) {
    end += 1;
  }
  const behind = end - at > 6 ? end : skipped(text, end);
  const unit = text.charCodeAt(behind + 1);
  return text.charCodeAt(behind) === 32 && (isDigit(unit) || unit > 127 || (unit >= 65 && unit <= 90));
}

/** A number has to stand behind one of the next three blanks: a name has two words at most, and the word for a street. */
function mayBeGermanic(text: string, at: number): boolean {
  let gap = at;
  for (let gaps = 0; gaps < 3; gaps += 1) {
    gap = text.indexOf(' ', gap + 1);
    if (gap === -1 || gap - at > streetUnitsMax) {
      return false;
    }
    if (isDigit(text.charCodeAt(gap + 1))) {
      return true;
    }
  }
  return false;
}

/** Past a letter and a comma, where they are there. */
function skipped(text: string, at: number): number {
  const small = text.charCodeAt(at) | 32;
  const behind = small >= 97 && small <= 122 ? at + 1 : at;
  return text.charCodeAt(behind) === 44 ? behind + 1 : behind;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export const streetAddresses: readonly Detector[] = [
  byPattern({
    ...shared,
    words: streetWords,
    begins: 'digit',
    mayBegin: mayBeHouse,
    pattern: new RegExp(`(?<![\\p{L}\\d.])\\d{1,6}[A-Za-z]?,? (?:${word} ){1,4}(?:${english})(?![\\p{L}])\\.?`, 'gu'),
    confidence: 0.8,
  }),
  byPattern({
    ...shared,
    words: romanceWords,
    begins: romanceWords,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${romance}) (?:d[aeou]s? |del |della |de la |la |l['’]|los |las |el ){0,1}(?:${word},? ){0,3}${word},? (?:n[º°.]? ?)?\\d{1,5}[A-Za-z]?(?![\\p{L}\\d])`,
      'gu',
    ),
    confidence: 0.75,
  }),
  byPattern({
    ...shared,
    words: romanceWords,
    begins: 'digit',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])\\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|impasse|allée|quai)(?: (?:d[eu]s?|de la|du|de) | (?:de l|d)['’]| (?=\\p{Lu}))[\\p{L}'’-]{2,30}(?: ${word}){0,3}`,
      'gu',
    ),
    confidence: 0.8,
  }),
  byPattern({
    ...shared,
    words: germanicWords,
    begins: 'capital',
    mayBegin: mayBeGermanic,
    pattern: new RegExp(
      `(?<![\\p{L}])\\p{Lu}[\\p{L}-]{1,30}(?: \\p{L}{2,20}){0,1}(?:(?<=\\p{Ll})| )(?:${germanic}|u\\.) \\d{1,4} ?[A-Za-z]?(?:[-/]\\d{1,4})?(?![\\p{L}\\d])`,
      'gu',
    ),
    confidence: 0.75,
  }),
  byPattern({
    ...shared,
    words: ['box', 'apt', 'suite', 'flat ', 'postfach', 'apartment', 'psc ', 'unit '],
    pattern:
      /\b(?:p\.? ?o\.? ?box|postfach|apt\.?|apartment|suite|flat|psc|unit|ste\.?)(?: no\.?| #)? ?#?\d{1,6}[a-z]?\b/gi,
    confidence: 0.6,
  }),
  byPattern({
    ...shared,
    words: [
      'address',
      'adresse',
      'dirección',
      'live at',
      'lives at',
      'living at',
      'ship to',
      'deliver to',
      'located at',
      'moved to',
    ],
    begins: addressBeginnings,
    pattern:
      /(?:[Aa]ddress(?: of [^.\n]{1,40})?|[Aa]dresse|[Dd]irección|[Ll]ives? at|[Ll]iving at|[Ss]hip(?:ped)? (?:it )?to|[Dd]eliver(?:ed)? (?:it )?to|[Ll]ocated at|[Mm]oved to)(?: is| ist| est| es| to)?:?\s{0,2}((?:(?:\p{Lu}[\p{L}'’.-]{1,30},? ){1,3}\d|\d{1,6}[A-Za-z]?,? \p{Lu})[^.!?\n]{4,80})/gu,
    confidence: 0.6,
  }),
];
