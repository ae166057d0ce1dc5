import fc from 'fast-check';
import { normalText, slowNormalText } from './normal-form.js';

const latin = fc.string({ unit: fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code)) });
const signs = fc.string({ unit: fc.integer({ min: 0x2000, max: 0x2070 }).map((code) => String.fromCharCode(code)) });
const any = fc.string({ unit: 'binary' });
const marks = fc.string({ unit: fc.constantFrom('e', '\u0301', 'Σ', 'İ', 'ﬁ', '½', '´', 'ÿ', 'Ÿ', ' ', '_', '…') });

describe('the normal form of a text', () => {
  it('is the same by the table as by the definition', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(latin, signs, any, marks), { maxLength: 4 }), (parts) => {
        const text = parts.join('');
        expect(normalText(text)).toBe(slowNormalText(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same by the table as by the definition for every single sign and between letters', () => {
    const units = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code));
    const differing = units
      .flatMap((sign) => [sign, `A${sign}B`, ` ${sign} `])
      .filter((text) => normalText(text) !== slowNormalText(text));
    expect(differing).toEqual([]);
  });

  it.each([
    ['Where  is\nmy “card”?!', 'where is my card'],
    ['  Ünïcode — ÉCOLE ', 'ünïcode école'],
    ['???', '???'],
    [' … ', '...'],
    ['', ''],
  ])('of %j is %j', (text, normal) => {
    expect(normalText(text)).toBe(normal);
  });
});
