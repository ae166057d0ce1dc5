// Against the plain way of asking the same: does the lower-cased text include the word?
import fc from 'fast-check';
import { listedPlaces } from '../../../test/builders/listed-places.js';
import { byPattern, sign } from './detectors/detector.js';
import { HintScan } from './hint-scan.js';

const nothing = { group: 'contact', pattern: /x/g, confidence: 1 } as const;
const words = ['her', 'she', 'hers', 'his', 'née', 'straße', ' st', 'a b', 'sk-', 'ashes', 'she has'];
const wordScan = new HintScan(words.map((word) => byPattern({ ...nothing, kind: word, words: [word] })));
const signNames = Object.keys(sign) as (keyof typeof sign)[];
const signScan = new HintScan(signNames.map((kind) => byPattern({ ...nothing, kind, signs: sign[kind] })));
const signsOf = (text: string) => listedPlaces(signScan.worthIn(text)).map((place) => signNames[place]);

describe('words', () => {
  it('are found exactly where the text includes them', () => {
    const piece = fc.constantFrom(...words, 'h', 'e', 's', 'a', 'r', 'H', 'SHE', 'Née', ' ', '-', 'ß', '日', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const expected = words.flatMap((word, place) => (` ${text.toLowerCase()}`.includes(word) ? [place] : []));
        expect(listedPlaces(wordScan.worthIn(text))).toEqual(expected);
      }),
    );
  });

  it('are found in texts longer than the buffer', () => {
    expect(listedPlaces(wordScan.worthIn(`${'日'.repeat(70_000)} she has`))).toEqual([1, 10]);
  });
});

describe('signs', () => {
  it.each([
    ['', []],
    ['plain words only', []],
    ['room 204', ['digit']],
    ['12 34 5 6', ['digit', 'run6']],
    ['call 12-34 56 7', ['digit', 'run7', 'run6']],
    ['4111 1111 1111', ['digit', 'run7', 'run12', 'run6']],
    ['12 and 34 and 56 and 78', ['digit']],
    ['a@b', ['at']],
    ['1.2.3.4', ['digit', 'dotted']],
    ['a: b', ['colon']],
    ['a: b:', ['colons', 'colon']],
    ['key abc4defg', ['digit', 'mixed']],
    ['key abc4defg now', ['digit', 'mixed']],
    ['the Ada Lovelace', ['capitals']],
    ['The day', []],
  ])('of "%s"', (text, expected) => {
    expect(signsOf(text).filter((one) => one !== 'none')).toEqual(expected);
  });
});
