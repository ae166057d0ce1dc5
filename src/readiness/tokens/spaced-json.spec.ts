import fc from 'fast-check';
import { spacedJson } from './spaced-json.js';

describe('JSON as templates write it', () => {
  it('has a space after each comma and colon between values, and none inside of texts', () => {
    expect(spacedJson('{"a":[1,"b,c:d"],"e":{"f":null}}')).toBe('{"a": [1, "b,c:d"], "e": {"f": null}}');
  });

  it('leaves a text alone that is no JSON', () => {
    expect(spacedJson('{"a":')).toBe('{"a":');
  });

  it('means the same as before, in at most three bytes for each', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(spacedJson(text))).toEqual(JSON.parse(text));
        expect(spacedJson(text).length).toBeLessThanOrEqual(text.length * 3);
      }),
    );
  });
});
