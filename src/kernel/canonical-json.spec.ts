import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('writes the keys in the order of their UTF-16 code units, whatever order they came in', () => {
    expect(canonicalJson({ b: 1, a: { d: [], c: null } })).toBe('{"a":{"c":null,"d":[]},"b":1}');
    // RFC 8785, section 3.2.3: a pair of surrogates sorts before U+FB33 although its code point is higher.
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2, '\u20ac': 3 })).toBe('{"\u20ac":3,"\u{1f600}":2,"\ufb33":1}');
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('writes numbers as ECMAScript prints them', () => {
    expect(canonicalJson([1e21, 1e-7, -0, 333333333.3333333])).toBe('[1e+21,1e-7,0,333333333.3333333]');
  });

  it('refuses what JSON would lose', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson([Number.POSITIVE_INFINITY])).toThrow(TypeError);
    expect(() => canonicalJson(() => 1)).toThrow(TypeError);
  });

  it('says the same of a value before and after a round trip', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
