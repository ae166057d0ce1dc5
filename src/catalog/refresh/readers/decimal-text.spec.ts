// Property tests: what a JSON text says as a number survives, whatever a binary float would make of it.
import fc from 'fast-check';
import {
  parseKeepingNumbers,
  perMillionFromPerToken,
  plainCount,
  plainDay,
  plainPrice,
  priceAsInteger,
} from './decimal-text.js';

describe('decimals as text', () => {
  it.each([
    ['2.5e-06', '2.5'],
    ['0.0000025', '2.5'],
    ['7.5e-08', '0.075'],
    ['1.5E-07', '0.15'],
    ['0', '0'],
    ['0.0', '0'],
    ['3e-05', '30'],
    ['1', '1000000'],
    ['1.4e-7', '0.14'],
    ['2.00000000000000000000000000000e-06', '2'],
    ['2.7999999999999998e-07', '0.28'],
    ['1.0000000000004e-06', '1'],
  ])('%s USD for a token is %s USD for a million', (perToken, perMillion) => {
    expect(perMillionFromPerToken(perToken)).toBe(perMillion);
  });

  it.each(['-1e-06', 'NaN', '', '1e-30', '1e400', '1,5', '0x10'])('takes %s for no price', (text) => {
    expect(perMillionFromPerToken(text)).toBeNull();
  });

  it('moves the point by exactly six places, whichever way the number is written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (units) => {
        const written = `${units}e-18`;
        const price = perMillionFromPerToken(written);
        expect(price === null ? null : priceAsInteger(price)).toBe(units);
      }),
    );
  });

  it('keeps every digit of a number in a JSON text, and leaves texts alone', () => {
    expect(parseKeepingNumbers('{"a": 0.1000000000000000055, "b": "12 is \\"3\\"", "c": [1e-7, true, null]}')).toEqual({
      a: '0.1000000000000000055',
      b: '12 is "3"',
      c: ['1e-7', true, null],
    });
  });

  it('refuses what is no JSON', () => {
    expect(() => parseKeepingNumbers('{"a": NaN}')).toThrow(SyntaxError);
  });

  it('reads counts and days, and nothing that only looks like them', () => {
    expect([plainCount('128000'), plainCount('1e6'), plainCount('1.5'), plainCount('0'), plainCount(7)]).toEqual([
      '128000',
      '1000000',
      null,
      null,
      null,
    ]);
    expect(plainDay('2026\u201103\u201126')).toBe('2026-03-26');
    expect([plainDay('2026-02-30'), plainDay('soon'), plainDay(20260326)]).toEqual([null, null, null]);
    expect(plainPrice('2.50')).toBe('2.5');
  });
});
