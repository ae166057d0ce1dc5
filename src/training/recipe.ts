// A recipe is one way to make the open model: what it makes, for which kind of task, what it needs, with which
// hyperparameters and why these. One file in recipes/ and one line in all-recipes.ts.

export type RecipeTask = 'closed-set classification';

export interface RecipeNeeds {
  readonly gpu: 'none' | 'required';
  readonly downloads: 'none' | 'base model';
}

export interface ReasonedHyperparameter {
  readonly name: string;
  readonly value: number;
  readonly reason: string;
}

export interface Recipe {
  readonly id: string;
  readonly title: string;
  /** What one asks when this recipe is the answer. */
  readonly question: string;
  readonly makes: string;
  readonly why: string;
  readonly source: string;
  readonly task: RecipeTask;
  readonly needs: RecipeNeeds;
  readonly hyperparameters: readonly ReasonedHyperparameter[];
}
