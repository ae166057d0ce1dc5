import { reliances, wordOf } from './register-words';

describe('the codes of the register', () => {
  it('are said in words', () => {
    expect(wordOf(reliances, 'not_significant')).toBe('not significant');
  });

  it('say that nobody told it, and never choose an answer themselves', () => {
    expect([wordOf(reliances, null), wordOf(reliances, undefined)]).toEqual(['not told', 'not told']);
  });

  it('stay codes where no word is known', () => {
    expect(wordOf(reliances, 'total')).toBe('total');
  });
});
