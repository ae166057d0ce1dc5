import { allEvaluators, findEvaluator } from './all-evaluators.js';

describe('the list of evaluators', () => {
  it('has one entry per id, and each asks a question and says why', () => {
    expect(new Set(allEvaluators.map(({ id }) => id)).size).toBe(allEvaluators.length);
    for (const { question, why } of allEvaluators) {
      expect(question).toMatch(/\?$/);
      expect(why.length).toBeGreaterThan(20);
    }
  });

  it('finds an evaluator by its id, and nothing by another', () => {
    expect(findEvaluator('exact-label')?.id).toBe('exact-label');
    expect(findEvaluator('no-such-evaluator')).toBeUndefined();
  });
});
