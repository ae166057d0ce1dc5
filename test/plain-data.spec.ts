import { jsonOf } from '../config/tooling/plain-data.js';

describe('a module kept as JSON', () => {
  it('is read as what it exports', () => {
    const exports = { names: ['ä', '\u2028', '"'], counts: { 1: 0.5, two: null }, default: true };
    expect(JSON.parse(jsonOf('data.js', exports))).toEqual(exports);
  });

  it.each([
    ['a function', { detect: () => 'en' }],
    ['what is not defined', { a: { b: undefined } }],
    ['a number that JSON does not know', { least: -0 }],
    ['a date', { since: new Date(0) }],
    ['a map', { grams: new Map([['a', 1]]) }],
    ['an object of a class', { error: new RangeError('no') }],
    ['a gap in a list', { gaps: Array(2) }],
  ])('is refused for %s', (_what, exports) => {
    expect(() => jsonOf('data.js', { grams: {}, ...exports })).toThrow('data.js exports more than plain data');
  });
});
