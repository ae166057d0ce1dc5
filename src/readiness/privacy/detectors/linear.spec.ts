// Looking must be linear in the text. That is proved from the patterns: no repeat without an upper bound, and no repeated
// group that holds a choice or another repeat of open length. Then long hostile texts are read, with no clock.
import fc from 'fast-check';
import { refusalPattern } from '../../quality/refusal-phrases.js';
import { findSpans } from '../find-spans.js';
import { allDetectors } from './all-detectors.js';

const patterns = [...allDetectors.flatMap((detector) => detector.patterns), refusalPattern];

/** The source with character classes and escapes replaced by a letter. */
function skeleton(source: string): string {
  return source
    .replace(/\\p\{[A-Za-z]+\}/g, 'a')
    .replace(/\\./g, 'a')
    .replace(/\[[^\]]*\]/g, 'a')
    .replace(/\(\?(?:[:=!]|<[=!])/g, '(');
}

/** Innermost groups first: what each repeated group holds. */
function repeatedGroups(bare: string): string[] {
  const repeated: string[] = [];
  const innermost = /\(([^()]*)\)(\{\d+,?\d*\}|[*+?])?/;
  let rest = bare;
  for (let match = innermost.exec(rest); match !== null; match = innermost.exec(rest)) {
    const [whole, inside = '', repeat = ''] = match;
    if (repeat !== '' && repeat !== '?' && repeat !== '{0,1}') {
      repeated.push(inside);
    }
    rest = rest.slice(0, match.index) + (repeat === '' ? `a{1,9}` : 'a') + rest.slice(match.index + whole.length);
  }
  return repeated;
}

describe('patterns', () => {
  it('have no repeat without an upper bound', () => {
    const open = patterns.filter((pattern) => /[*+]|\{\d+,\}/.test(skeleton(pattern.source)));
    expect(open.map(String)).toEqual([]);
  });

  it('repeat no group that holds a choice', () => {
    const choosing = patterns.filter((pattern) =>
      repeatedGroups(skeleton(pattern.source)).some((inside) => inside.includes('|')),
    );
    expect(choosing.map(String)).toEqual([]);
  });

  it('repeat groups few times only', () => {
    const often = patterns.filter((pattern) =>
      [...skeleton(pattern.source).matchAll(/\)\{\d+,(\d+)\}/g)].some((match) => Number(match[1]) > 8),
    );
    expect(often.map(String)).toEqual([]);
  });
});

describe('hostile texts', () => {
  it('end where a name begins with a character of two units', () => {
    expect(findSpans('𝒳avier 𝒴olanda and 𝒳aver Yvo')).toEqual([]);
  });

  const pieces = [
    ...[
      '1',
      '12 ',
      '1-',
      '(1)',
      '+1 ',
      '1.',
      '0.0.',
      'a@',
      '@',
      '@a.',
      'a:',
      '::',
      '-----BEGIN ',
      'eyJ',
      'sk-',
      '://a:',
      'password=',
    ],
    ...[
      'Mr. A',
      'A ',
      'Aa ',
      'name is ',
      'GB82 ',
      'address ',
      'Rue de la ',
      '1 Aa ',
      '\n',
      'é',
      '𝒳',
      '\u0000',
      'secret: ',
      'AAAA',
    ],
  ];

  it('are read to the end, and spans stay inside, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 300 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (parts) => {
          const text = parts.map(([piece, times]) => piece.repeat(times)).join('');
          let place = 0;
          for (const { start, end, confidence } of findSpans(text)) {
            expect(start).toBeGreaterThanOrEqual(place);
            expect(end).toBeGreaterThan(start);
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThanOrEqual(1);
            place = end;
          }
          expect(place).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(pieces)('are read to the end: 100,000 units of "%s"', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(Array.isArray(findSpans(text))).toBe(true);
  });
});
