// Texts in which something private may stand: glued from hits and near misses of all detectors, so that most of them nearly
// hold something.
import fc from 'fast-check';
import { allDetectors } from '../../src/readiness/privacy/detectors/all-detectors.js';
import type { Detector } from '../../src/readiness/privacy/detectors/detector.js';
import { labelledRows } from '../../src/readiness/privacy/labelled/labelled-rows.js';

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
export const arbitraryPrivateText = fc
  .array(fc.tuple(part, fc.constantFrom(...glue)), { maxLength: 9 })
  .map((parts) => parts.flat().join(''));
