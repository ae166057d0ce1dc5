// What are the rows to be trained into? From the names of a model and a recipe to everything that is known of the two.
import type { TargetFacts } from '../facts/target-facts.js';
import { allTemplates } from '../tokens/templates/all-templates.js';
import type { TemplateName } from '../tokens/templates/template-names.js';
import { allTrainers } from './all-trainers.js';
import { type KnownModel, knownModelOf } from './known-models.js';
import type { RowRecipe } from './recipe-settings.js';
import { rowRecipeOf } from './recipes.js';
import type { TrainerSettings } from './trainer.js';

export interface TargetQuestion {
  /** Catalogue id; null: not chosen yet. */
  readonly model: string | null;
  /** Name of a recipe; null: not chosen yet. One that is not known is kept by name, and its rows are not foretold. */
  readonly recipe: string | null;
  /** As the catalogue has it; goes before what is known here. */
  readonly contextTokens?: number | null;
  /** What the recipe was set to, where that is not its own number. */
  readonly sequenceTokens?: number | null;
  /** Path of the model's tokenizer.json. */
  readonly tokeniserFile?: string | null;
  readonly template?: TemplateName;
  readonly kind?: TargetFacts['kind'];
  readonly distribution?: TargetFacts['distribution'];
  readonly commercial?: boolean | null;
}

/** Names that nothing is known of leave `bytes` and nulls: bounds still hold, exact numbers do not exist. */
export function targetOf(question: TargetQuestion): TargetFacts {
  const { model, recipe: recipeName } = question;
  const known = model === null ? null : knownModelOf(model);
  const recipe = recipeName === null ? null : rowRecipeOf(recipeName);
  const template = allTemplates[question.template ?? known?.template ?? 'plain'];
  const isTemplateKnown = question.template !== undefined || known !== null;
  const contextTokens = question.contextTokens ?? known?.contextTokens ?? null;
  const recipeTokens = question.sequenceTokens ?? recipe?.sequenceTokens ?? null;
  const tokeniserFile = question.tokeniserFile ?? null;
  return {
    model,
    tokeniser: tokeniserName(known, tokeniserFile),
    tokeniserFile,
    template: template.name,
    isTemplateKnown,
    contextTokens,
    framework: recipe === null ? 'none' : allTrainers[recipe.trainer].framework,
    recipe: recipeName,
    limitTokens: recipe?.trains === 'labels' ? null : smallerOf(contextTokens, recipeTokens),
    readsWhole: recipe?.trains === 'labels',
    kind: question.kind ?? kindOf(known, recipe),
    distribution: question.distribution ?? 'unknown',
    commercial: question.commercial ?? null,
    alternatesStrictly: template.alternatesStrictly,
    hasSystemSlot: !isTemplateKnown || template.hasSystemSlot,
    hasToolSlot: !isTemplateKnown || template.hasToolSlot,
    marksAssistant: !isTemplateKnown || template.marksAssistant,
  };
}

function tokeniserName(known: KnownModel | null, file: string | null): TargetFacts['tokeniser'] {
  if (file !== null) {
    return 'supplied';
  }
  return known === null || known.tokeniser === 'supplied' ? 'bytes' : known.tokeniser;
}

function kindOf(known: KnownModel | null, recipe: RowRecipe | null): TargetFacts['kind'] {
  if (recipe?.trains === 'labels') {
    return 'classifier';
  }
  return recipe?.trains === 'pairs-of-picture-and-text' ? 'embedder' : (known?.kind ?? 'generative');
}

function smallerOf(left: number | null, right: number | null): number | null {
  return left === null || right === null ? (left ?? right) : Math.min(left, right);
}

/** What a recipe is set to for a target: the limit is the smaller of what the two take. */
export function trainerSettingsOf(recipe: RowRecipe, target: TargetFacts): TrainerSettings {
  const isChosen = recipe.name === target.recipe;
  const limitTokens = isChosen ? target.limitTokens : smallerOf(target.contextTokens, recipe.sequenceTokens);
  return {
    limitTokens: recipe.trains === 'labels' ? null : limitTokens,
    overLong: recipe.overLong,
    learns: learnsOf(recipe, target),
    dropsUnlearnt: recipe.dropsUnlearnt,
    alternatesStrictly: target.alternatesStrictly,
    hasToolSlot: target.hasToolSlot,
  };
}

/** Rows for a model without a template are prompt and completion, and the loss is on the completion whatever is set. */
function learnsOf(
  { loss }: RowRecipe,
  { template, isTemplateKnown, marksAssistant }: TargetFacts,
): TrainerSettings['learns'] {
  if (loss === 'everything') {
    return isTemplateKnown && template === 'plain' ? 'last-answer' : 'everything';
  }
  return loss === 'marked-answers' && !marksAssistant ? 'last-answer' : 'answers';
}
