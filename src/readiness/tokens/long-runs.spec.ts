import fc from 'fast-check';
import { piecesOf, runUnitsMax } from './long-runs.js';
import { ClipTokeniser } from './tokenisers/clip.client.js';
import { GptTokeniser } from './tokenisers/gpt.client.js';

describe('long runs', () => {
  it('are cut, and joined again are the text', () => {
    const unit = fc.constantFrom('a', ' ', '東', '🙂', '.', '。');
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, fc.integer({ min: 1, max: 1500 })), { maxLength: 5 }), (parts) => {
        const text = parts.map(([sign, times]) => sign.repeat(times)).join('');
        const pieces = piecesOf(text);
        expect(pieces.join('')).toBe(text);
        // No character is cut in two: its halves would not come back from UTF-8.
        expect(pieces.every((piece) => Buffer.from(piece).toString() === piece)).toBe(true);
      }),
    );
  });

  it('are not found in text that people write', () => {
    const prose = 'Where is my card, and why was I charged twice? '.repeat(400);
    const chinese = '我的卡在哪里，为什么扣了两次款？'.repeat(400);
    expect([piecesOf(prose).length, piecesOf(chinese).length]).toEqual([1, 1]);
    expect(piecesOf('a'.repeat(runUnitsMax)).length).toBe(1);
    expect(piecesOf('a'.repeat(runUnitsMax + 1)).length).toBe(2);
  });

  it('make nobody wait', () => {
    // Uncut, each of these would take minutes.
    for (const tokeniser of [new GptTokeniser('cl100k'), new ClipTokeniser()]) {
      for (const sign of ['a', ' ', '東京都港区', 'qzxjk']) {
        expect(tokeniser.count(sign.repeat(40_000))).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
