import fc from 'fast-check';
import { exactLabel, normaliseLabel } from './exact-label.js';

const judge = (expected: string, answer: string | null) => exactLabel.judge({ expected, answer });

describe('the exact label', () => {
  it.each([
    ['card_arrival', 'card_arrival'],
    ['card_arrival', '  Card Arrival \n'],
    ['card_arrival', '"card_arrival"'],
    ['card_arrival', '“Card arrival.”'],
    ['card_arrival', '`card_arrival`.'],
    ['card_arrival', 'card\u00a0\t arrival'],
    ['card_arrival', 'card__arrival'],
    ['card_arrival', 'ｃａｒｄ＿ａｒｒｉｖａｌ'],
    ['Refund_not_showing_up', 'refund not showing up'],
    ['café', 'cafe\u0301'],
    ["don't know", "'don't know'"],
  ])('«%s» is answered by «%s»', (expected, answer) => {
    expect(judge(expected, answer).correct).toBe(true);
  });

  it.each([
    ['card_arrival', 'card_delivery'],
    ['card_arrival', 'The label is card_arrival'],
    ['card_arrival', 'card-arrival'],
    ['card_arrival', ''],
    ['café', 'cafe'],
    ['reverted_card_payment?', 'reverted_card_payment'],
  ])('«%s» is not answered by «%s»', (expected, answer) => {
    expect(judge(expected, answer).correct).toBe(false);
  });

  it('shows the form that was compared', () => {
    expect(judge('card_arrival', '"Card_Delivery".')).toEqual({ correct: false, normalisedAnswer: 'card delivery' });
  });

  it('cannot tell without an answer', () => {
    expect(judge('card_arrival', null)).toEqual({ correct: null, normalisedAnswer: null });
  });

  it.each(['', '  ', '""', '.'])('cannot tell when the expected label is as good as empty: «%s»', (expected) => {
    expect(judge(expected, '').correct).toBeNull();
  });

  it('normalises once and for all', () => {
    const messy = fc.string({
      unit: fc.constantFrom('a', 'İ', 'ß', '_', ' ', '.', '"', "'", '“', '”', '…', 'ﬁ', '\u0301'),
    });
    fc.assert(
      fc.property(fc.oneof(messy, fc.string({ unit: 'grapheme' })), (text) => {
        const once = normaliseLabel(text);
        expect(normaliseLabel(once)).toBe(once);
        expect(judge(text, text).correct).toBe(once === '' ? null : true);
      }),
      { numRuns: 1000 },
    );
  });
});
