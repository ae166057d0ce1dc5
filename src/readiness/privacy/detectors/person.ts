// Names of people: after a form of address, where somebody is introduced or signs, and common given names before another
// capitalised word. Names that none of these betray are not found; the labelled set tells how many that are.
import { byCapitals, byPattern, type Detector, type PatternMatch, sign } from './detector.js';
import { givenNames, isGivenName } from './given-names.js';

const name = "\\p{Lu}[\\p{L}'’-]{1,30}";
const between =
  '(?: (?:\\p{Lu}\\.?|van der|van den|van|von|de la|de los|de|da|do|dos|del|della|di|la|le|el|al|bin|ben|ibn|y|e))';
const full = `${name}(?:${between}?${'{0,1}'} ${name}){0,3}`.replace('?{0,1}', '?');

const notNames = new Set(
  'Dr Mr Mrs Ms Miss Prof The This That These Those There Then They What When Where Which While Who Why How Here His Her He She It Its You Your We Our My Please Thank Thanks Hello Hi Dear Sir Madam Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December English German French Spanish Italian Team Support Customer Service Bank All Everyone Friends Folks Sorry Yes No Not Just Very Happy Glad Sure New Good Best Kind Regards In On At For From To And But Or If As Is Are Was Can Could Would Should Will Do Does Did Have Has Had Let'.split(
    ' ',
  ),
);

const shared = { kind: 'person', group: 'contact' } as const;

function introduced({ value }: PatternMatch): number {
  const [first = ''] = value.split(' ');
  const isShout = value.length > 3 && value === value.toUpperCase();
  return notNames.has(first) || isShout || /^I['’]/.test(first)
    ? 0
    : givenNames.has(first) || value.includes(' ')
      ? 0.8
      : 0.6;
}

function commonly({ value }: PatternMatch): number {
  const words = value.split(' ');
  const [first = '', second = ''] = words;
  if (notNames.has(first) || notNames.has(second)) {
    return 0;
  }
  return givenNames.has(first) ? 0.75 : words.length === 3 && /^\p{Lu}\.?$/u.test(second) ? 0.5 : 0;
}

/** Longer ones are no names. */
const nameUnitsMax = 64;

/** Whether a given name begins there, or an initial follows the first word. */
function mayBeCommon(text: string, at: number): boolean {
  const gap = text.indexOf(' ', at);
  if (gap === -1 || gap - at > nameUnitsMax) {
    return false;
  }
  const second = text.charCodeAt(gap + 1);
  const isCapital = second >= 65 && second <= 90;
  const isInitial = second > 127 || (isCapital && endsInitial(text, gap + 2));
  return isInitial || ((isCapital || isSmallBetween(second)) && isGivenName(text, at, gap));
}

const betweenLetters = [...'abdeilvy'].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) - 97)), 0);

/** The first letters of what stands between given and family names: van, de, la, el, al, bin, y. */
function isSmallBetween(unit: number): boolean {
  return unit >= 97 && unit <= 122 && ((betweenLetters >> (unit - 97)) & 1) === 1;
}

function endsInitial(text: string, at: number): boolean {
  return text[at] === ' ' || (text[at] === '.' && text[at + 1] === ' ');
}

function mayBeGiven(text: string, at: number): boolean {
  let end = at;
  while (end < text.length && end - at < nameUnitsMax && isNameUnit(text.charCodeAt(end))) {
    end += 1;
  }
  return text.charCodeAt(end) > 127 || isGivenName(text, at, end);
}

/** Of ASCII: letters, apostrophe and hyphen. */
function isNameUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 39 || unit === 45;
}

const titles = [
  ...['mr ', 'mr.', 'mrs', 'ms ', 'ms.', 'miss ', 'dr ', 'dr.', 'prof', 'herr', 'frau', 'monsieur', 'madame', 'mme'],
  ...['señor', 'sr. ', 'sra. ', 'signor', 'sir ', 'lady ', 'senhor', 'judge ', 'officer ', 'mlle'],
];

const introductions = [
  'my name is',
  'name:',
  'name is',
  'i am ',
  "i'm ",
  'this is ',
  'ich heiße',
  'mein name ist',
  'je m',
  'me llamo',
  'mi chiamo',
  'called ',
  'named ',
  'meu nome',
  'chamo',
  'mi nombre es',
  'jmenuji',
  'nazywam',
];

export const persons: readonly Detector[] = [
  byPattern({
    ...shared,
    words: titles,
    begins: titles,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:[Mm]r\\.?|[Mm]rs\\.?|[Mm]s\\.?|[Mm]iss|[Dd]r\\.?|[Pp]rof\\.?|[Pp]rofessor|Herrn?|Frau|Monsieur|Madame|Mme\\.?|Mlle\\.?|[Ss]eñora?|Sra?\\.|[Ss]ignora?|Sir|Lady|Senhora?|Judge|Officer) (${full})`,
      'gu',
    ),
    confidence: ({ value }) => (notNames.has(value) ? 0 : 0.9),
  }),
  byPattern({
    ...shared,
    words: introductions,
    begins: ['me chamo', 'i’m ', ...introductions],
    pattern: new RegExp(
      `(?<![\\p{L}])(?:[Mm]y name is|[Nn]ame:|[Nn]ame is|[Ii]ch heiße|[Mm]ein Name ist|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Mm]eu nome é|[Mm]e chamo|[Cc]alled|[Nn]amed|(?:I am|I['’]m|[Tt]his is)(?= \\p{Lu}[\\p{L}'’-]{1,30}(?: \\p{Lu}| (?:speaking|calling|here|from)|[,.]))) (${full})`,
      'gu',
    ),
    confidence: introduced,
  }),
  byPattern({
    ...shared,
    words: [
      'dear ',
      'regards',
      'sincerely',
      'cheers',
      'thanks,',
      'hi ',
      'hello ',
      'hey ',
      'grüße',
      'cordialement',
      'saludos',
      'yours',
      'best,',
    ],
    pattern: new RegExp(
      `(?<![\\p{L}])(?:[Dd]ear|Hi|Hello|Hey|(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Tt]hanks|[Gg]rüße|[Cc]ordialement|[Ss]aludos|[Yy]ours|[Bb]est),?\\s{1,3}) ?(${full})`,
      'gu',
    ),
    confidence: (match) => (introduced(match) === 0 ? 0 : introduced(match) - 0.15),
  }),
  byCapitals({
    ...shared,
    signs: sign.capitals,
    pattern: new RegExp(`(?<![\\p{L}\\d])${name}${between}? ${name}(?: ${name})?(?![\\p{L}\\d])`, 'gu'),
    mayBegin: mayBeCommon,
    confidence: commonly,
  }),
  byCapitals({
    ...shared,
    words: [...givenNames].filter((one) => one.length > 3).map((one) => ` ${one.toLowerCase()}`),
    pattern: /(?<![\p{L}\d'’.-])\p{Lu}\p{Ll}[\p{L}'’-]{1,30}(?![\p{L}\d])/gu,
    mayBegin: mayBeGiven,
    // Of a whole word: what goes on behind an apostrophe is another.
    confidence: ({ text, value, start }) => (mayBeGiven(text, start) && givenNames.has(value) ? 0.4 : 0),
  }),
];
