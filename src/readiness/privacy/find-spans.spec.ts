// Against the plain way: every detector whose words and signs are in the text reads the whole of it. Texts are glued from
// hits and near misses of all detectors, so that most of them nearly hold something.
import fc from 'fast-check';
import { allDetectors } from './detectors/all-detectors.js';
import { type Detector, type Found, sign } from './detectors/detector.js';
import { findSpans, type TextSpan } from './find-spans.js';
import { HintScan } from './hint-scan.js';
import { labelledRows } from './labelled/labelled-rows.js';

const scan = new HintScan(allDetectors);

const blankLike = /[\t\n\r"(]/g;

/** As the words are meant: small letters of ASCII for capitals, blanks for whatever stands like one. */
function saysWord({ words }: Detector, text: string): boolean {
  const plain = ` ${text}`.replace(/[A-Z]/g, (capital) => capital.toLowerCase()).replace(blankLike, ' ');
  return words.length === 0 || words.some((word) => plain.includes(word));
}

const capital = '[A-Z\\xc3-\\xf4]';
/** Of the bytes of UTF-8, each as one character. */
const signPatterns: readonly (readonly [number, RegExp])[] = [
  [sign.digit, /\d/],
  [sign.run6, /(?:\d[^\d]{0,2}){5}\d/],
  [sign.run7, /(?:\d[^\d]{0,2}){6}\d/],
  [sign.run12, /(?:\d[^\d]{0,2}){11}\d/],
  [sign.at, /@/],
  [sign.dotted, /\d\.(?:[^.]*\d\.){2}/],
  [sign.colon, /:/],
  [sign.colons, /:[^:]*:/],
  [sign.mixed, /(?<![^\t\n\r ])(?=[^\t\n\r ]{8})[^\t\n\r ]*\d/],
  [sign.capitals, new RegExp(`(?<![^\\t\\n\\r ])${capital}[^\\t\\n\\r ]*[\\t\\n\\r ]${capital}`)],
];

function plainSigns(text: string): number {
  const bytes = Buffer.from(text).toString('latin1');
  return signPatterns.reduce((signs, [bit, pattern]) => (pattern.test(bytes) ? signs | bit : signs), 0);
}

function plainWorth(text: string): number[] {
  const signs = plainSigns(text);
  return allDetectors.flatMap((one, place) =>
    (signs & one.signs) === one.signs && saysWord(one, text) ? [place] : [],
  );
}

function findsOf(detector: Detector, text: string, places?: Parameters<Detector['find']>[2]): Found[] {
  const found: Found[] = [];
  detector.find(text, found, places);
  return found;
}

/** The more certain stands, then the longer, then the earlier detector. */
function plainSpans(text: string): TextSpan[] {
  const all = plainWorth(text)
    .map((place) => allDetectors[place] as Detector)
    .flatMap((detector) => findsOf(detector, text).map((one) => ({ ...one, detector })));
  const kept: TextSpan[] = [];
  for (const span of all.sort(
    (left, right) => right.confidence - left.confidence || right.end - right.start - (left.end - left.start),
  )) {
    if (kept.every((one) => one.end <= span.start || one.start >= span.end)) {
      kept.push(span);
    }
  }
  return kept.sort((left, right) => left.start - right.start);
}

const plainly = (spans: readonly TextSpan[]) =>
  spans.map(({ detector, start, end, confidence }) => [detector.kind, start, end, confidence]);

const numbers =
  '1|12|123|1234|12345|123456|1234567|4111 1111 1111 1111|3782-822463-10005|219-09-9999|AB 12 34 56 C|AB123456C|12345678Z|85.07.30-033.28|44051401359|811228-9874|131052-308T|529.982.247-25|130 692 544|11010519491231002X|900101-1234567|+44 20 7946 0958|(0171) 1234567|212-555-0123|10.2.3.4|203.0.113.42|2001:db8:85a3::8a2e:370:7334|0 1.2. 3.4|1. 2. 3.';
const secrets =
  'sk-|AKIAABCDEFGHIJKLMNOP|eyJhbGciOiJI.eyJzdWIiOiIx|f3a9c1d7e5b20846|password=|secret: |token|Xy9$kLmnOp12|https|://u:p4ss@|postgres|-----BEGIN PRIVATE KEY-----|-----END PRIVATE KEY-----|GB82 WEST 1234 5698 7654 32|DE89370400440532013000|RSSMRA85T10A562S|a.b@c.example|@';
const places =
  '221B Baker Street|5, rue de la Paix|7 bis rue du Bac|Rue Victor Hugo|Avenida de la Paz|Allée|Hauptstraße 5|Am Weg 3|Große Kade 4|u. 7|Main St|Elm|Oak Ave.|3rd|P.O. Box 12|Suite #5|Address: |shipped it to|5 Elm Road|dirección|born on|12 March 1981|née le|01/02/1981';
const people =
  "Anna Clark|John van der Berg|Zork B. Clark|José|Émilie|Ann|Mr. Smith|Sra. |Señora|Dr |I’m |I'm |I am |me chamo |Me Chamo|chamo|Ich heiße|je m’appelle|This is|from|Dear|DearAnna|Regards,\n|Hi|van|de la|el|diagnosed with|diabetes|my son is|passport no. X1234567|NHS|943 476 5919";
const glue =
  ` | | | | ||\n|\t|  |, |. | - |-|_|/|(|"|'|’|—|.|:|@|\u00a0|\u2009|\u00ad|\u200b|é|É|ß|ſ|K|日|𝒳|😀|\ud800|\udc00|x|Z|7`.split(
    '|',
  );

const words = [...new Set(allDetectors.flatMap(({ words: hints, begins }) => [...hints, ...beginningsOf(begins)]))];

function beginningsOf(begins: Detector['begins']): readonly string[] {
  return typeof begins === 'object' ? begins : [];
}

const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xff10 - 0x30));

const word = fc
  .tuple(fc.constantFrom(...words), fc.constantFrom('as it is', 'large', 'larger', 'cut', 'begun'))
  .map(([one, how]) => {
    switch (how) {
      case 'large':
        return one.replace(/\p{L}/u, (letter) => letter.toUpperCase());
      case 'larger':
        return one.toUpperCase();
      case 'cut':
        return one.slice(1);
      default:
        return how === 'begun' ? one.slice(0, -1) : one;
    }
  });
const piece = fc.constantFrom(...[numbers, secrets, places, people].flatMap((some) => some.split('|')));
const spoilt = fc
  .tuple(piece, fc.nat(60), fc.constantFrom(...glue), fc.nat(1))
  .map(([one, at, other, gone]) => one.slice(0, at) + other + one.slice(at + gone));
const sentence = fc
  .tuple(fc.constantFrom(...labelledRows().map(({ text }) => text)), fc.nat(80), fc.nat(80))
  .map(([text, from, units]) => text.slice(from, from + units));
const part = fc.oneof(
  { weight: 6, arbitrary: piece },
  { weight: 3, arbitrary: word },
  { weight: 2, arbitrary: spoilt },
  { weight: 1, arbitrary: piece.map(fullWidth) },
  { weight: 1, arbitrary: sentence },
);
const text = fc.array(fc.tuple(part, fc.constantFrom(...glue)), { maxLength: 9 }).map((parts) => parts.flat().join(''));

describe('the search', () => {
  it('runs the detectors whose words and signs are in the text', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect([...scan.worthIn(said)]).toEqual(plainWorth(said));
      }),
      { numRuns: 3_000 },
    );
  });

  it('finds at the places where a detector can begin what it finds anywhere', () => {
    fc.assert(
      fc.property(text, (said) => {
        for (const place of [...scan.worthIn(said)]) {
          const detector = allDetectors[place] as Detector;
          expect(findsOf(detector, said, scan.placesOf(place))).toEqual(findsOf(detector, said));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('ends with the same spans', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(plainly(findSpans(said))).toEqual(plainly(plainSpans(said)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('ends with the same spans on every labelled row', () => {
    for (const row of labelledRows()) {
      expect(plainly(findSpans(row.text))).toEqual(plainly(plainSpans(row.text)));
    }
  });

  it('misses no British number for want of six digits', () => {
    const number = fc.stringMatching(/^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/);
    fc.assert(
      fc.property(number, (value) => {
        expect(findSpans(`it is ${value}.`).map(({ detector }) => detector.kind)).toContain('uk-nino');
      }),
    );
  });
});
