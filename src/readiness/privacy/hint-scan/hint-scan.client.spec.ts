// Whatever the compiled scan tells of a text must be what `HintScan` tells of it.
import fc from 'fast-check';
import { arbitraryPrivateText } from '../../../../test/builders/arbitrary-private-text.js';
import { listedPlaces } from '../../../../test/builders/listed-places.js';
import { allDetectors } from '../detectors/all-detectors.js';
import { type Beginning, byPattern, type Detector, sign } from '../detectors/detector.js';
import { HintScan } from '../hint-scan.js';
import { labelledRows } from '../labelled/labelled-rows.js';
import type { TextScan } from '../text-scan.js';
import { makeHintScan } from './hint-scan.client.js';

const plain = new HintScan(allDetectors);
const compiled = makeHintScan(allDetectors);

const aDetector = (kind: string, parts: Partial<Detector>): Detector =>
  byPattern({ kind, group: 'contact', pattern: /x/g, confidence: 1, ...parts });

function toldBy(scan: TextScan, text: string) {
  return listedPlaces(scan.worthIn(text)).map((detector) => {
    const places = scan.placesOf(detector);
    return { detector, places: places === undefined ? undefined : listedPlaces(places) };
  });
}

function expectSame(text: string, [one, other]: readonly [TextScan, TextScan] = [compiled, plain]) {
  expect(toldBy(one, text)).toEqual(toldBy(other, text));
}

function bothOf(detectors: readonly Detector[]): readonly [TextScan, TextScan] {
  return [makeHintScan(detectors), new HintScan(detectors)];
}

describe('the compiled scan', () => {
  it('is there where the tests run', () => {
    expect(compiled).not.toBeInstanceOf(HintScan);
  });

  it('tells of an empty text what the plain one tells', () => {
    expectSame('');
  });

  it('tells the same of texts that nearly hold something', () => {
    fc.assert(
      fc.property(arbitraryPrivateText, (text) => expectSame(text)),
      { numRuns: 5_000 },
    );
  });

  it('tells the same of texts of any characters', () => {
    const units = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 80 }));
    fc.assert(
      fc.property(fc.array(units, { maxLength: 4 }), (parts) => expectSame(parts.join('\ud83d'))),
      { numRuns: 3_000 },
    );
  });

  it('tells the same of every labelled row', () => {
    for (const { text } of labelledRows()) {
      expectSame(text);
    }
  });

  it('tells the same wherever words and numbers stand within sixteen bytes, and wherever they are cut', () => {
    const text = 'Mr. Émile née le 12.3.1981 in Rue Victor, SCHIZOPHRENIA 4111 1111 1111 1111 a@b: “Ada Grace” hiv';
    for (let from = 0; from < text.length; from += 1) {
      for (let to = from; to <= text.length; to += 1) {
        expectSame(text.slice(from, to));
      }
    }
  });

  it('does not take what stood there before for the end of a text', () => {
    for (let units = 0; units < 40; units += 1) {
      expectSame(`${'x'.repeat(units)} diagnosed with 123456789012`);
      expectSame('x'.repeat(units));
      expectSame(`${'x'.repeat(units)} diagnosed wi`);
    }
  });

  it('tells the same of long texts, before and behind the length that it reads itself', () => {
    for (const filler of ['日', 'a ', 'é1 ', '😀']) {
      for (const units of [5_000, 16_370, 16_384, 16_385, 40_000]) {
        expectSame(`${filler.repeat(units / filler.length)}mr. Ada 7`);
        expectSame(`${filler.repeat(units / filler.length - 7)}mr. Ada`);
      }
    }
  });

  it('knows words of any length that begin or end like others', () => {
    const words = [
      'her',
      'she',
      'hers',
      'his',
      'née',
      'straße',
      ' st',
      'a b',
      'sk-',
      'ashes',
      'she has',
      'ashes of her',
    ];
    const long = ['the word that is the longest of them all', 'word that is the longest of them all'];
    const scans = bothOf([...words, ...long].map((word) => aDetector(word, { words: [word], begins: [word] })));
    const piece = fc.constantFrom(
      ...words,
      ...long,
      'h',
      'e',
      's',
      'H',
      'SHE',
      'Née',
      ' ',
      '\n',
      '(',
      '-',
      'ß',
      '日',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => expectSame(pieces.join(''), scans)),
      { numRuns: 2_000 },
    );
  });

  it('passes over words of detectors that wait for signs', () => {
    const begins: readonly Beginning[] = ['digit', 'capital', ['her ', 'him ']];
    const scans = bothOf(
      Object.values(sign).flatMap((signs) =>
        begins.map((one) => aDetector('waiting', { signs, words: ['her', 'him'], begins: one })),
      ),
    );
    const piece = fc.constantFrom('her ', 'HIM ', 'Ada ', '12', '3456', '.', '1.', ':', '@', '\t', ' ', '“', 'É');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => expectSame(pieces.join(''), scans)),
      { numRuns: 2_000 },
    );
  });

  it('tells the same where more words begin something than it has room for', () => {
    const words = ['aaa', 'aaaa', 'aaaaa'];
    const scans = bothOf(words.map((word) => aDetector(word, { words, begins: words })));
    expectSame('a'.repeat(16_000), scans);
    expectSame('aaaa', scans);
  });
});
