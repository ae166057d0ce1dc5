// Against the plain way: every detector whose words and signs are in the text reads the whole of it.
import fc from 'fast-check';
import { arbitraryPrivateText } from '../../../test/builders/arbitrary-private-text.js';
import { listedPlaces } from '../../../test/builders/listed-places.js';
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

describe('the search', () => {
  it('runs the detectors whose words and signs are in the text', () => {
    fc.assert(
      fc.property(arbitraryPrivateText, (said) => {
        expect(listedPlaces(scan.worthIn(said))).toEqual(plainWorth(said));
      }),
      { numRuns: 3_000 },
    );
  });

  it('finds at the places where a detector can begin what it finds anywhere', () => {
    fc.assert(
      fc.property(arbitraryPrivateText, (said) => {
        for (const place of listedPlaces(scan.worthIn(said))) {
          const detector = allDetectors[place] as Detector;
          expect(findsOf(detector, said, scan.placesOf(place))).toEqual(findsOf(detector, said));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('ends with the same spans', () => {
    fc.assert(
      fc.property(arbitraryPrivateText, (said) => {
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
