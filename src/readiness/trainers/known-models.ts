// What is known of the models one can train: how much they read at once, how they cut text and which template they were
// tuned with. By the beginning of the name, the owner's part left off; the longest beginning that fits counts.
import type { TargetFacts, TokeniserName } from '../facts/target-facts.js';
import type { TemplateName } from '../tokens/templates/template-names.js';

export interface KnownModel {
  /** Lower case beginning of the name. */
  readonly begins: string;
  readonly contextTokens: number;
  /** `supplied`: the model's own vocabulary is needed for exact numbers; without it bounds hold. */
  readonly tokeniser: TokeniserName;
  readonly template: TemplateName;
  readonly kind: TargetFacts['kind'];
}

type Row = readonly [begins: string, contextTokens: number, tokeniser: TokeniserName, template: TemplateName];

/** Sources: config.json and chat template of each model as its developer publishes them. */
const generative: readonly Row[] = [
  ['llama-2-', 4096, 'llama-2', 'llama-2'],
  ['llama2', 4096, 'llama-2', 'llama-2'],
  ['meta-llama-3-', 8192, 'supplied', 'llama-3'],
  ['llama-3-', 8192, 'supplied', 'llama-3'],
  ['meta-llama-3.1-', 131_072, 'supplied', 'llama-3.1'],
  ['llama-3.1-', 131_072, 'supplied', 'llama-3.1'],
  ['llama-3.2-', 131_072, 'supplied', 'llama-3.1'],
  ['llama-3.3-', 131_072, 'supplied', 'llama-3.1'],
  ['tinyllama', 2048, 'llama-2', 'plain'],
  ['gpt-neo-', 2048, 'gpt2', 'plain'],
  ['gpt-j-', 2048, 'gpt2', 'plain'],
  ['gpt2', 1024, 'gpt2', 'plain'],
  ['mistral-7b-v0.1', 8192, 'supplied', 'plain'],
  ['mistral-7b-instruct-v0.1', 8192, 'supplied', 'mistral'],
  ['mistral-7b', 32_768, 'supplied', 'mistral'],
  ['mixtral-8x7b', 32_768, 'supplied', 'mistral'],
  ['mixtral-8x22b', 65_536, 'supplied', 'mistral'],
  ['qwen2.5-', 32_768, 'supplied', 'qwen-2.5'],
  ['qwen3-', 32_768, 'supplied', 'qwen-3'],
  ['qwen3-4b-instruct-2507', 262_144, 'supplied', 'chatml'],
  ['qwen3-30b-a3b-instruct-2507', 262_144, 'supplied', 'chatml'],
  ['qwen3-235b-a22b-instruct-2507', 262_144, 'supplied', 'chatml'],
  ['gemma-2b', 8192, 'supplied', 'gemma'],
  ['gemma-7b', 8192, 'supplied', 'gemma'],
  ['gemma-2-', 8192, 'supplied', 'gemma'],
  ['gemma-3-', 131_072, 'supplied', 'gemma'],
  ['gemma-3-1b', 32_768, 'supplied', 'gemma'],
  ['gpt-3.5-turbo', 16_385, 'cl100k', 'openai'],
  ['gpt-4', 8192, 'cl100k', 'openai'],
  ['gpt-4-turbo', 128_000, 'cl100k', 'openai'],
  ['gpt-4o', 128_000, 'o200k', 'openai'],
  ['gpt-4.1', 1_047_576, 'o200k', 'openai'],
];

const others: readonly KnownModel[] = [
  { begins: 'clip-vit-', contextTokens: 77, tokeniser: 'clip', template: 'clip', kind: 'embedder' },
  { begins: 'vit-b-32', contextTokens: 77, tokeniser: 'clip', template: 'clip', kind: 'embedder' },
  { begins: 'vit-b-16', contextTokens: 77, tokeniser: 'clip', template: 'clip', kind: 'embedder' },
  { begins: 'vit-l-14', contextTokens: 77, tokeniser: 'clip', template: 'clip', kind: 'embedder' },
];

/** Longest beginning first. */
export const knownModels: readonly KnownModel[] = [
  ...generative.map(
    ([begins, contextTokens, tokeniser, template]): KnownModel => ({
      begins,
      contextTokens,
      tokeniser,
      template,
      kind: 'generative',
    }),
  ),
  ...others,
].sort((left, right) => right.begins.length - left.begins.length);

/** Name without its owner, in lower case: `meta-llama/Llama-2-7b-hf` → `llama-2-7b-hf`. */
export function bareModelName(model: string): string {
  return model.slice(model.lastIndexOf('/') + 1).toLowerCase();
}

export function knownModelOf(model: string): KnownModel | null {
  const name = bareModelName(model);
  return knownModels.find(({ begins }) => name.startsWith(begins)) ?? null;
}
