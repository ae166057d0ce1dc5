// How many tokens does each row have, and what does the chosen recipe do to it? A tokeniser gives at most one token for a
// byte, so most rows are known to fit by their bytes and are never cut into tokens. Only the rest is, and a fixed sample.
import type { TargetFacts } from '../facts/target-facts.js';
import type { Example } from '../rows/example.js';
import { allTrainers } from '../trainers/all-trainers.js';
import { keptWhole } from '../trainers/fates.js';
import { rowRecipeOf } from '../trainers/recipes.js';
import { trainerSettingsOf } from '../trainers/target-of.js';
import type { Trainer, TrainerSettings } from '../trainers/trainer.js';
import type { TrainerFate } from '../trainers/trainer-fate.js';
import { boundOf, isInSample, wordsOf } from './row-bounds.js';
import { learntTokensOf, longestTokensOf, type RowLengths, rowLengthsOf } from './row-lengths.js';
import { allTemplates } from './templates/all-templates.js';
import type { ChatTemplate } from './templates/chat-template.js';
import type { TokenFacts } from './token-facts.js';
import type { Tokeniser } from './tokeniser.js';
import { tokeniserOf } from './tokeniser-of.client.js';

export interface RowTokens {
  readonly tokens: TokenFacts;
  /** Null: no recipe is chosen, or the bounds do not tell what it does. */
  readonly trainer: TrainerFate | null;
}

export interface RowTokensOptions {
  /** Share of the rows that are counted exactly although they fit, chosen by their key: 1 for small data sets. */
  readonly exactShare?: number;
}

interface Counting {
  readonly template: ChatTemplate;
  readonly limit: number;
  readonly hasLimit: boolean;
  readonly tokeniser: Tokeniser | null;
  readonly trainer: Trainer | null;
  readonly settings: TrainerSettings | null;
  readonly exactShare: number;
}

const exactShareShipped = 1 / 64;

/** Throws where the target names a tokenizer.json that cannot be read. @returns called for millions of rows */
export function makeRowTokens(
  target: TargetFacts,
  { exactShare = exactShareShipped }: RowTokensOptions = {},
): (example: Example, contentBytes: number) => RowTokens {
  const recipe = target.recipe === null ? null : rowRecipeOf(target.recipe);
  const counting: Counting = {
    template: allTemplates[target.template],
    limit: target.limitTokens ?? Number.POSITIVE_INFINITY,
    hasLimit: target.limitTokens !== null,
    tokeniser: tokeniserOf(target),
    trainer: recipe === null ? null : allTrainers[recipe.trainer],
    settings: recipe === null ? null : trainerSettingsOf(recipe, target),
    exactShare,
  };
  return (example, contentBytes) => rowTokensOf(counting, example, contentBytes);
}

function rowTokensOf(counting: Counting, example: Example, contentBytes: number): RowTokens {
  const { template, limit, hasLimit, tokeniser, exactShare } = counting;
  const atMost = boundOf(example, contentBytes, { template, tokensPerByteMax: tokeniser?.tokensPerByteMax ?? 1 });
  const fitsByBytes = atMost <= limit;
  const isCounted = tokeniser !== null && (!fitsByBytes || isInSample(example.rowKey, exactShare));
  if (isCounted) {
    return countedTokens(counting, example, rowLengthsOf(example, template, tokeniser));
  }
  if (fitsByBytes) {
    const tokens = { atLeast: 1, atMost, fits: hasLimit ? true : null, exact: null, trainable: null };
    return { tokens, trainer: fateByShape(counting, example) ?? (counting.trainer === null ? null : keptWhole) };
  }
  const atLeast = wordsOf(example);
  const tokens = { atLeast, atMost, fits: atLeast > limit ? false : null, exact: null, trainable: null };
  return { tokens, trainer: fateByShape(counting, example) };
}

function countedTokens(counting: Counting, example: Example, lengths: RowLengths): RowTokens {
  const { limit, hasLimit, trainer, settings } = counting;
  const exact = longestTokensOf(lengths);
  const fits = hasLimit ? exact <= limit : null;
  const tokens = { atLeast: exact, atMost: exact, fits, exact, trainable: learntTokensOf(lengths) };
  if (trainer === null || settings === null) {
    return { tokens, trainer: null };
  }
  return { tokens, trainer: fateByShape(counting, example) ?? trainer.fateOf(lengths, settings) };
}

function fateByShape({ trainer, settings }: Counting, example: Example): TrainerFate | null {
  return trainer === null || settings === null ? null : trainer.fateOfShape(example, settings);
}
