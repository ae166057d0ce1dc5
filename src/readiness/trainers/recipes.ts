// The recipes whose treatment of rows is foretold. Settings are those that generated recipes carry; three are shown as
// the framework comes, because its defaults lose rows that ours keep.
import { bareModelName } from './known-models.js';
import type { RowRecipe } from './recipe-settings.js';

const sequenceTokens = 4096;

const common = {
  sequenceTokens,
  overLong: 'cut',
  dropsUnlearnt: true,
  loss: 'answers',
  trains: 'causal',
  families: null,
  asItComes: false,
} as const;

const trlPins = { trl: '1.13.0', transformers: '5.18.0', peft: '0.19.1' };
const axolotlPins = { axolotl: '0.17.0', transformers: '5.14.1', trl: '1.8.0', peft: '0.19.1' };
const llamaFactoryPins = { llamafactory: '0.9.5', transformers: '5.8.0', trl: '0.24.0' };
const unslothPins = { unsloth: '2026.10', trl: '1.8.0' };
const torchtunePins = { torchtune: '0.6.1' };
const kerasPins = { keras: '3.15.0', 'keras-hub': '0.26.0' };

const trl = { ...common, trainer: 'trl-sft', loss: 'marked-answers', pins: trlPins } as const;
const axolotl = { ...common, trainer: 'axolotl', overLong: 'raise', pins: axolotlPins } as const;
const llamaFactory = { ...common, dropsUnlearnt: false, pins: llamaFactoryPins } as const;
const torchtuneFamilies = ['llama-2', 'llama-3', 'meta-llama-3', 'mistral', 'gemma', 'qwen'];
const kerasFamilies = ['llama-2', 'llama-3', 'meta-llama-3', 'gpt2', 'mistral', 'gemma'];

const tuned: readonly RowRecipe[] = [
  { ...trl, name: 'trl-lora', title: 'TRL with LoRA' },
  { ...trl, name: 'trl-qlora', title: 'TRL with QLoRA' },
  { ...trl, name: 'trl-full', title: 'TRL, all weights' },
  { ...common, name: 'trl-dpo', title: 'TRL, preferences', trainer: 'trl-dpo', pins: trlPins },
  { ...axolotl, name: 'axolotl-lora', title: 'Axolotl with LoRA' },
  { ...axolotl, name: 'axolotl-qlora', title: 'Axolotl with QLoRA' },
  { ...llamaFactory, name: 'llama-factory-lora', title: 'LLaMA-Factory with LoRA', trainer: 'llama-factory-sft' },
  { ...llamaFactory, name: 'llama-factory-dpo', title: 'LLaMA-Factory, preferences', trainer: 'llama-factory-dpo' },
  { ...common, name: 'unsloth-lora', title: 'Unsloth with LoRA', trainer: 'unsloth', pins: unslothPins },
  {
    ...common,
    name: 'torchtune-lora',
    title: 'torchtune with LoRA (no longer developed)',
    trainer: 'torchtune',
    dropsUnlearnt: false,
    families: torchtuneFamilies,
    pins: torchtunePins,
  },
  {
    ...common,
    name: 'keras-lora',
    title: 'KerasHub with LoRA',
    trainer: 'keras',
    dropsUnlearnt: false,
    families: kerasFamilies,
    pins: kerasPins,
  },
];

const asTheyCome: readonly RowRecipe[] = [
  {
    ...trl,
    name: 'trl-as-it-comes',
    title: 'TRL as it comes',
    sequenceTokens: 1024,
    loss: 'everything',
    asItComes: true,
  },
  {
    ...axolotl,
    name: 'axolotl-as-it-comes',
    title: 'Axolotl as it comes: longer rows are left out',
    overLong: 'drop',
    asItComes: true,
  },
  {
    ...llamaFactory,
    name: 'llama-factory-as-it-comes',
    title: 'LLaMA-Factory as it comes',
    trainer: 'llama-factory-sft',
    sequenceTokens: 2048,
    asItComes: true,
  },
];

const withoutText: readonly RowRecipe[] = [
  {
    ...common,
    name: 'open-clip',
    title: 'open_clip',
    trainer: 'open-clip',
    sequenceTokens: 77,
    trains: 'pairs-of-picture-and-text',
    pins: { open_clip_torch: '3.3.0' },
  },
  {
    ...common,
    name: 'sklearn-baseline',
    title: 'scikit-learn baseline',
    trainer: 'scikit-learn',
    sequenceTokens: null,
    trains: 'labels',
    pins: { 'scikit-learn': '1.7.2' },
  },
  {
    ...common,
    name: 'baseline-student',
    title: 'Baseline student of this service',
    trainer: 'baseline-student',
    sequenceTokens: null,
    trains: 'labels',
    pins: {},
  },
];

export const rowRecipes: readonly RowRecipe[] = [...tuned, ...asTheyCome, ...withoutText];

/** Null: no recipe of that name is known. */
export function rowRecipeOf(name: string): RowRecipe | null {
  return rowRecipes.find((recipe) => recipe.name === name) ?? null;
}

/** The recipes that can train a model; its own name decides where a framework has presets for some models only. */
export function recipesThatFit(target: { model: string | null; kind: string }): RowRecipe[] {
  const trains = trainsOf(target.kind);
  const name = target.model === null ? null : bareModelName(target.model);
  return rowRecipes.filter(
    (recipe) =>
      recipe.trains === trains &&
      (recipe.families === null || name === null || recipe.families.some((begins) => name.startsWith(begins))),
  );
}

function trainsOf(kind: string): RowRecipe['trains'] {
  if (kind === 'embedder') {
    return 'pairs-of-picture-and-text';
  }
  return kind === 'classifier' ? 'labels' : 'causal';
}
