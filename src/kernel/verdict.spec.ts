import { type Outcome, worstOutcome } from './verdict.js';

describe('the algebra of outcomes', () => {
  it('lets the worst outcome win', () => {
    expect(worstOutcome(['pass', 'inconclusive', 'pass'])).toBe('inconclusive');
    expect(worstOutcome(['inconclusive', 'fail'])).toBe('fail');
    expect(worstOutcome(['fail', 'error', 'pass'])).toBe('error');
  });

  it('passes only when everything passes', () => {
    expect(worstOutcome(['pass', 'pass'])).toBe('pass');
  });

  it('never passes an empty judgement', () => {
    expect(worstOutcome([])).toBe('inconclusive');
  });

  it('gives the same answer in any order', () => {
    const all: Outcome[] = ['pass', 'fail', 'inconclusive', 'error'];
    expect(worstOutcome([...all].reverse())).toBe(worstOutcome(all));
  });
});
