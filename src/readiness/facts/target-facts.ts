// What the data is to be trained into: the model, the framework with its recipe, and how many tokens the two together
// read. The effective limit is the smaller of what the model reads and what the recipe is set to.

import type { TemplateName } from '../tokens/templates/template-names.js';

export const frameworks = [
  'trl',
  'axolotl',
  'llama-factory',
  'torchtune',
  'keras',
  'open_clip',
  'scikit-learn',
  'none',
] as const;
export type Framework = (typeof frameworks)[number];

/** Which tokeniser counts exactly; `bytes`: none is known, only the bounds hold. */
export const tokeniserNames = ['cl100k', 'o200k', 'gpt2', 'llama-2', 'clip', 'supplied', 'bytes'] as const;
export type TokeniserName = (typeof tokeniserNames)[number];

export interface TargetFacts {
  /** Catalogue id, such as `llama-2-7b`; null: not chosen yet. */
  readonly model: string | null;
  readonly tokeniser: TokeniserName;
  /** Path of the model's tokenizer.json, for the tokeniser `supplied`; null: none was supplied. */
  readonly tokeniserFile: string | null;
  /** Rows are counted in it; where it is not known to be the model's own, what it takes and refuses is not known either. */
  readonly template: TemplateName;
  readonly isTemplateKnown: boolean;
  /** Null: not known. */
  readonly contextTokens: number | null;
  readonly framework: Framework;
  /** Name of the recipe, such as `trl-lora`; null: none chosen. */
  readonly recipe: string | null;
  /** min(model, recipe); null: neither is known. */
  readonly limitTokens: number | null;
  /** The recipe learns labels of whole texts: there is no limit of tokens. */
  readonly readsWhole: boolean;
  /** What the model becomes: which vendors' terms and licences apply depends on it. */
  readonly kind: 'generative' | 'classifier' | 'embedder';
  readonly distribution: 'internal' | 'distributed' | 'unknown';
  readonly commercial: boolean | null;
  /** The template refuses turns that do not alternate between user and assistant. */
  readonly alternatesStrictly: boolean;
  /** Roles that the target's chat template knows. */
  readonly hasSystemSlot: boolean;
  readonly hasToolSlot: boolean;
  /** The template marks what the assistant says, so that the loss can be put on it alone. */
  readonly marksAssistant: boolean;
}

/** Nothing is chosen yet. */
export const unknownTarget: TargetFacts = {
  model: null,
  tokeniser: 'bytes',
  tokeniserFile: null,
  template: 'plain',
  isTemplateKnown: false,
  contextTokens: null,
  framework: 'none',
  recipe: null,
  limitTokens: null,
  readsWhole: false,
  kind: 'generative',
  distribution: 'unknown',
  commercial: null,
  alternatesStrictly: false,
  hasSystemSlot: true,
  hasToolSlot: true,
  marksAssistant: true,
};
