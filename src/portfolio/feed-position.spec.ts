import fc from 'fast-check';
import { comparePositions, cursorOf, feedStart, positionOf, startOfEpoch } from './feed-position.js';

const idDigits = [...'0123456789abcdefghjkmnpqrstvwxyz'];
const projectIds = fc.oneof(
  fc.constant(''),
  fc.array(fc.constantFrom(...idDigits), { minLength: 26, maxLength: 26 }).map((digits) => `prj_${digits.join('')}`),
);
const numbers = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const positions = fc.record({ epoch: numbers, projectId: projectIds, version: numbers });

describe('a cursor', () => {
  it('leads back to the position that it was made of', () => {
    fc.assert(
      fc.property(positions, (position) => {
        expect(positionOf(cursorOf(position))).toEqual(position);
      }),
    );
  });

  it('is refused when any one character of it was changed', () => {
    fc.assert(
      fc.property(positions, fc.nat(), fc.constantFrom(...idDigits), (position, at, digit) => {
        const cursor = cursorOf(position);
        const place = at % cursor.length;
        const edited = `${cursor.slice(0, place)}${digit}${cursor.slice(place + 1)}`;
        fc.pre(edited !== cursor);
        expect(positionOf(edited)).toBeNull();
      }),
    );
  });

  it.each(['', 'x', 'null', '../../etc', cursorOf(feedStart).slice(1), `${cursorOf(feedStart)}=`, 'A'.repeat(500)])(
    'is refused when it was never one: %s',
    (text) => {
      expect(positionOf(text)).toBeNull();
    },
  );

  it('stands before the events of the epoch that it starts', () => {
    const event = { epoch: 7, projectId: `prj_${'0'.repeat(26)}`, version: 1 };
    expect(comparePositions(startOfEpoch(7), event)).toBeLessThan(0);
    expect(comparePositions(startOfEpoch(8), event)).toBeGreaterThan(0);
    expect(comparePositions(event, { ...event, version: 2 })).toBeLessThan(0);
    expect(comparePositions(event, { ...event })).toBe(0);
  });
});
