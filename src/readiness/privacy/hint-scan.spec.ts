// Against the plain way of asking the same: does the lower-cased text include the word?
import fc from 'fast-check';
import { byPattern, sign } from './detectors/detector.js';
import { makeHintScan } from './hint-scan.js';

const nothing = { group: 'contact', pattern: /x/g, confidence: 1 } as const;
const words = ['he', 'she', 'hers', 'his', 'née', 'straße', ' st', 'a b', 'sk-'];
const wordScan = makeHintScan(words.map((word) => byPattern({ ...nothing, kind: word, words: [word] })));
const signNames = Object.keys(sign) as (keyof typeof sign)[];
const signScan = makeHintScan(signNames.map((kind) => byPattern({ ...nothing, kind, signs: sign[kind] })));
const signsOf = (text: string) => signScan(text).map((place) => signNames[place]);

describe('words', () => {
  it('are found exactly where the text includes them', () => {
    const piece = fc.constantFrom(...words, 'h', 'e', 's', 'H', 'SHE', 'Née', ' ', '-', 'ß', '日', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const expected = words.flatMap((word, place) => (` ${text.toLowerCase()}`.includes(word) ? [place] : []));
        expect([...wordScan(text)]).toEqual(expected);
      }),
    );
  });

  it('are found in texts longer than the buffer', () => {
    expect([...wordScan(`${'日'.repeat(70_000)} she`)]).toEqual([0, 1]);
  });
});

describe('signs', () => {
  it.each([
    ['', []],
    ['plain words only', []],
    ['room 204', ['digit']],
    ['call 12-34 56 7', ['digit', 'run7']],
    ['4111 1111 1111', ['digit', 'run7', 'run12']],
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
