import { answersAgree } from './compare-answers.js';

describe('two answers', () => {
  it.each([
    ['Card Arrival', ' card\n arrival ', true],
    ['Caf\u00e9', 'CAFE\u0301', true],
    ['card_arrival', 'card arrival', false],
    ['yes', 'yes.', false],
    ['', '  ', true],
  ])('%j and %j agree: %s', (incumbent, candidate, expected) => {
    expect(answersAgree(incumbent, candidate)).toBe(expected);
  });

  it('cannot be compared where the incumbent gave no text', () => {
    expect(answersAgree(null, 'anything')).toBeNull();
    expect(answersAgree(null, null)).toBeNull();
  });

  it('disagree where only the candidate gave none', () => {
    expect(answersAgree('text', null)).toBe(false);
  });
});
