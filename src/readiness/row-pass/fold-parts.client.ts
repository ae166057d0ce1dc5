// What is folded for one target: all checks, the view of the chosen recipe, and views of the others that fit the target.
import { performance } from 'node:perf_hooks';
import { allChecks } from '../checks/all-checks.js';
import type { TargetFacts } from '../facts/target-facts.js';
import type { FoldParts } from '../measure/segment-fold.js';
import { sampledRows } from '../rows/key-lot.js';
import { makeTrainerViews } from '../trainers/make-trainer-views.client.js';
import { recipesThatFit, rowRecipeOf } from '../trainers/recipes.js';

/** @param expectedRows about how many there will be: of many only a sample is shown to other recipes */
export function foldPartsOf(target: TargetFacts, expectedRows: number): FoldParts {
  const chosen = target.recipe === null ? null : rowRecipeOf(target.recipe);
  const others = recipesThatFit(target).filter((recipe) => recipe.name !== chosen?.name);
  return {
    checks: allChecks,
    views: makeTrainerViews(target, chosen === null ? [] : [chosen]),
    otherViews: makeTrainerViews(target, others),
    isEveryRowSampled: expectedRows <= sampledRows,
    clock: () => performance.now(),
  };
}
