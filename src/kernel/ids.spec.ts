import { makeId } from './ids.js';

describe('an identifier', () => {
  it('says its kind and has 26 characters of Crockford’s base 32 behind it', () => {
    expect(makeId('prj', 1_795_600_000_000, new Uint8Array(10))).toMatch(/^prj_[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it('sorts by its time', () => {
    const full = new Uint8Array(10).fill(255);
    const empty = new Uint8Array(10);
    expect(makeId('evt', 1000, full) < makeId('evt', 1001, empty)).toBe(true);
  });

  it('sorts by its tail within a millisecond', () => {
    const low = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    const high = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
    expect(makeId('evt', 5, low) < makeId('evt', 5, high)).toBe(true);
  });

  it('carries every one of its 80 random bits', () => {
    const tails = Array.from({ length: 80 }, (_, bit) => {
      const bytes = new Uint8Array(10);
      bytes[Math.floor(bit / 8)] = 1 << (bit % 8);
      return makeId('evt', 0, bytes);
    });
    expect(new Set(tails).size).toBe(80);
  });
});
