// The trainer view with the tokeniser of the target beside it.
import type { TargetFacts } from '../facts/target-facts.js';
import { rowLengthsOf } from '../tokens/row-lengths.js';
import { allTemplates } from '../tokens/templates/all-templates.js';
import { tokeniserOf } from '../tokens/tokeniser-of.client.js';
import type { RowRecipe } from './recipe-settings.js';
import { recipesThatFit } from './recipes.js';
import { type TrainerViews, trainerViewsOf } from './trainer-view.js';

/** @param recipes those that fit the target, where none are named */
export function makeTrainerViews(
  target: TargetFacts,
  recipes: readonly RowRecipe[] = recipesThatFit(target),
): TrainerViews {
  const tokeniser = tokeniserOf(target);
  const template = allTemplates[target.template];
  return trainerViewsOf({
    target,
    recipes,
    lengthsOf: (example) => (tokeniser === null ? null : rowLengthsOf(example, template, tokeniser)),
  });
}
