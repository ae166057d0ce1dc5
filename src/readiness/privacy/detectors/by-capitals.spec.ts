import fc from 'fast-check';
import { HintScan } from '../hint-scan.js';
import { byCapitals, byPattern, type Detector, type Found, type PatternMatch, type Places } from './detector.js';
import { persons } from './person.js';

const word = fc.constantFrom(
  'Anna',
  'anna',
  'B.',
  'B',
  'Clark',
  'I',
  'van',
  'Émilie',
  "O'Neil",
  '9th',
  '\u{1d400}x',
  'Ärzte',
  'x',
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '', '\n', ', ', '-', '. ', '\udc00')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));
const parts = {
  kind: 'person',
  group: 'contact',
  pattern: /(?<![\p{L}\d])\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}\.?)? \p{Lu}[\p{L}'’-]{1,30}(?![\p{L}\d])/gu,
  confidence: ({ value }: PatternMatch) => (value.startsWith('Anna') || value.startsWith('Émilie') ? 0.8 : 0),
} as const;

const findsOf = ({ find }: Detector, said: string, places?: Places): Found[] => {
  const found: Found[] = [];
  find(said, found, places);
  return found;
};

describe('a pattern that begins with a capital', () => {
  it('finds at likely capitals what it finds anywhere', () => {
    const slow = byPattern({ ...parts, again: true });
    const fast = byCapitals({ ...parts, mayBegin: (said, at) => /^(?:Anna|Émilie)/.test(said.slice(at)) });
    const scan = new HintScan([fast]);
    fc.assert(
      fc.property(text, (said) => {
        scan.worthIn(said);
        expect(findsOf(fast, said, scan.placesOf(0))).toEqual(findsOf(slow, said));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['Please ask Anna Clark about it.', 'Anna Clark'],
    ['It was Zork B. Clark who wrote.', 'Zork B. Clark'],
    ['It was "Émilie van der Berg" again.', 'Émilie van der Berg'],
  ])('finds the name in: %s', (said, name) => {
    const found = persons.flatMap((detector) => findsOf(detector, said));
    expect(found.map(({ start, end }) => said.slice(start, end))).toContain(name);
  });
});
