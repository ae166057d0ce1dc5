// Every recipe, in the order in which they are shown. Checked against the folder recipes/.
import type { Recipe } from './recipe.js';
import { baselineStudent } from './recipes/baseline-student.js';

export const allRecipes: readonly Recipe[] = [baselineStudent];
