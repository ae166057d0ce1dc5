import { createHash } from 'node:crypto';
import { inRowSample, sampledRows } from './key-lot.js';

const keys = Array.from({ length: 40_000 }, (_, number) => createHash('sha256').update(`${number}`).digest('hex'));
const taken = (expectedRows: number) => keys.filter(inRowSample(expectedRows));

describe('the sample of rows that are looked at closely', () => {
  it('is the whole of a small set', () => {
    expect(taken(sampledRows)).toEqual(keys);
    expect(taken(0)).toEqual(keys);
  });

  it('holds about as many rows of a large set as it has room for', () => {
    // Three standard deviations of a binomial draw.
    expect(Math.abs(taken(keys.length).length - sampledRows)).toBeLessThan(3 * Math.sqrt(sampledRows));
  });

  it('of a larger set holds fewer of the same rows', () => {
    const [few, many] = [taken(400_000), taken(40_000)];
    expect(few.length).toBeGreaterThan(0);
    expect(many).toEqual(expect.arrayContaining(few));
  });
});
