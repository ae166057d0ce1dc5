import fc from 'fast-check';
import { merkleRoot } from './report-manifest.js';

describe('the root over the segments', () => {
  it('is none where there is no segment', () => {
    expect(merkleRoot([])).toBeNull();
  });

  it('does not depend on the order in which segments were measured', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 9 }), (digests) => {
        expect(merkleRoot([...digests].reverse())).toBe(merkleRoot(digests));
      }),
    );
  });

  it('changes with every segment that changes, comes or goes', () => {
    const roots = [['a'], ['b'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'a'], ['a', 'b', 'd']].map(merkleRoot);
    expect(new Set(roots).size).toBe(roots.length);
  });
});
