import { findNearPictures } from './near-pictures.js';

const picture = (dHash: string | null, side = 200) => ({ dHash, width: side, height: side });

describe('near pictures', () => {
  it('differ by at most four of 64 bits', () => {
    const found = findNearPictures([
      picture('0000000000000000'),
      picture('000000000000000f'),
      picture('1111000000000000'),
      picture('0000f00000000800'),
    ]);
    expect(found).toEqual({ compared: 4, alike: 2, tooSmall: 0 });
  });

  it('are not looked for among small ones, and not among those that do not decode', () => {
    const found = findNearPictures([picture('00', 63), picture('00', 63), picture(null), picture('00', 64)]);
    expect(found).toEqual({ compared: 1, alike: 0, tooSmall: 2 });
  });
});
