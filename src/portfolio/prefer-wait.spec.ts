import { preferredWaitSeconds } from './prefer-wait.js';

describe('Prefer: wait', () => {
  it.each([
    ['wait=30', 30],
    ['respond-async, wait=10', 10],
    ['wait=5; foo=bar', 5],
    ['WAIT = "7"', 7],
    ['wait=3600', 60],
    ['wait=0', 0],
    ['wait=-1', 0],
    ['wait=abc', 0],
    ['await=30', 0],
    ['', 0],
    [undefined, 0],
  ])('%s means %d seconds', (header, seconds) => {
    expect(preferredWaitSeconds(header)).toBe(seconds);
  });
});
