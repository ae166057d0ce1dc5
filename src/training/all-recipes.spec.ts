import { allRecipes } from './all-recipes.js';

describe('the list of recipes', () => {
  it('names each recipe once', () => {
    const ids = allRecipes.map((recipe) => recipe.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks a question and gives a reason for every number', () => {
    for (const recipe of allRecipes) {
      expect(recipe.question.endsWith('?')).toBe(true);
      expect(recipe.hyperparameters.length).toBeGreaterThan(0);
      for (const { value, reason } of recipe.hyperparameters) {
        expect(Number.isFinite(value)).toBe(true);
        expect(reason.length).toBeGreaterThan(20);
      }
    }
  });
});
