import fc from 'fast-check';
import { anExample } from '../../../test/builders/row-facts.js';
import type { Example } from '../rows/example.js';
import { makeRowTokens } from '../tokens/make-row-tokens.client.js';
import { makeTrainerViews } from './make-trainer-views.client.js';
import { recipesThatFit, rowRecipes } from './recipes.js';
import { targetOf } from './target-of.js';

const target = targetOf({ model: 'meta-llama/Llama-2-7b-hf', recipe: 'trl-lora' });
const bytesOf = (example: Example) =>
  example.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
const rowTokens = makeRowTokens(target);
const tokensOf = (example: Example) => rowTokens(example, bytesOf(example)).tokens;
const words = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');

const rows: readonly Example[] = [
  anExample({ input: 'one' }),
  anExample({ input: 'two', label: words(1500) }),
  anExample({ input: words(1100), label: 'short' }),
  anExample({ input: 'four', label: words(5000) }),
  anExample({ input: words(6000), label: 'lost' }),
  anExample({
    messages: [
      { role: 'user', content: 'five' },
      { role: 'user', content: 'six' },
      { role: 'assistant', content: 'seven' },
    ],
  }),
];

function view(examples: readonly Example[], of = target) {
  const views = makeTrainerViews(of);
  const counting = makeRowTokens(of);
  const state = examples.reduce(
    (folded, example) => views.add(folded, example, counting(example, bytesOf(example)).tokens),
    views.start(),
  );
  return views.finish(state);
}

const named = (views: ReturnType<typeof view>, recipe: string) => views.find((one) => one.recipe === recipe);

describe('the trainer view', () => {
  it('says for each recipe how many rows it trains on, and why not on the others', () => {
    const views = view(rows);
    expect(named(views, 'trl-lora')).toMatchObject({
      rows: 6,
      trainedOn: 4,
      kept: 3,
      cut: 1,
      dropped: 2,
      limitTokens: 4096,
      text: 'Of 6 rows TRL with LoRA trains on 4: 1 is cut, 2 are left out.',
    });
    const rules = named(views, 'trl-lora')?.byRule.map(({ rule, rows: struck }) => [rule, struck]);
    expect(rules).toEqual([
      ['trl.fully-masked', 1],
      ['trl.max-length', 1],
      ['trl.roles-refused', 1],
    ]);
    expect(named(views, 'trl-lora')?.byRule.every(({ why, sample }) => why !== '' && sample.length === 1)).toBe(true);
  });

  it('shows what the same rows lose under other trainers and other settings', () => {
    const views = view(rows);
    const trainedOn = (recipe: string) => {
      const { kept, cut, dropped, masked } = named(views, recipe) ?? {};
      return [kept, cut, dropped, masked];
    };
    // As it comes the loss is on the questions, too: a row whose answer is cut away is trained on.
    expect(trainedOn('trl-as-it-comes')).toEqual([1, 4, 1, 0]);
    expect(trainedOn('axolotl-lora')).toEqual([3, 0, 3, 0]);
    expect(trainedOn('llama-factory-lora')).toEqual([3, 2, 1, 0]);
    expect(trainedOn('keras-lora')).toEqual([4, 1, 0, 1]);
  });

  it('leaves out recipes for rows of another kind, and shows the chosen one all the same', () => {
    expect(view(rows).some(({ recipe }) => recipe.endsWith('dpo'))).toBe(false);
    const chosen = view(rows, targetOf({ model: 'meta-llama/Llama-2-7b-hf', recipe: 'trl-dpo' }));
    expect(named(chosen, 'trl-dpo')).toMatchObject({ trainedOn: 0, dropped: 6 });
    const pairs = view([anExample({ kind: 'preference', rejected: { role: 'assistant', content: 'no' } })]);
    expect(named(pairs, 'trl-dpo')).toMatchObject({ trainedOn: 1 });
    const longer = anExample({ kind: 'preference', rejected: { role: 'assistant', content: words(5000) } });
    expect(named(view([longer]), 'trl-dpo')).toMatchObject({ cut: 1, answersCut: 1 });
    expect(named(view([longer]), 'trl-lora')).toMatchObject({ kept: 1, cut: 0 });
  });

  it('does not guess where the tokeniser is not known', () => {
    const qwen = targetOf({ model: 'Qwen/Qwen2.5-7B', recipe: 'trl-lora' });
    expect(named(view(rows, qwen), 'trl-lora')).toMatchObject({ kept: 2, untold: 4, trainedOn: 2 });
    expect(named(view(rows, qwen), 'trl-lora')?.text).toContain('4 are not known, for want of the tokeniser');
  });

  it('counts plain rows together, as it would one by one', () => {
    const plain = [anExample({ input: 'one' }), anExample({ input: 'two', label: 'no' })];
    const views = makeTrainerViews(target);
    const state = plain.reduce((folded, example) => views.add(folded, example, tokensOf(example)), views.start());
    expect([state.plain.get('chat'), state.recipes.size]).toEqual([2, 0]);
    // A weight of 1 changes nothing of the fate, but is not plain.
    const weighted = plain.map(({ messages }) =>
      anExample({ messages: messages.map((one) => (one.role === 'assistant' ? { ...one, weight: 1 } : one)) }),
    );
    expect(view(weighted)).toEqual(view(plain));
  });

  it('says that there are no rows', () => {
    expect(named(view([]), 'trl-lora')).toMatchObject({
      rows: 0,
      text: 'There are no rows for TRL with LoRA to train on.',
    });
  });

  it('is the same whatever the segments and their order', () => {
    const views = makeTrainerViews(target);
    const whole = view(rows);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }),
        fc.nat(rows.length),
        (order, cut) => {
          const picked = order.flatMap((at) => rows[at] ?? []);
          const [left, right] = [picked.slice(0, cut), picked.slice(cut)].map((part) =>
            part.reduce((state, example) => views.add(state, example, tokensOf(example)), views.start()),
          );
          const merged = views.merge(left ?? views.start(), structuredClone(right ?? views.start()));
          expect(views.finish(merged)).toEqual(whole);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('recipes', () => {
  it('have names of their own, and pins for what they need', () => {
    expect(new Set(rowRecipes.map(({ name }) => name)).size).toBe(rowRecipes.length);
    const unpinned = rowRecipes.filter(
      ({ pins, name }) => name !== 'baseline-student' && Object.keys(pins).length === 0,
    );
    expect(unpinned).toEqual([]);
  });

  it('fit a model by its kind and by the presets of the framework', () => {
    const names = (model: string, recipe: string | null = null) =>
      recipesThatFit(targetOf({ model, recipe })).map(({ name }) => name);
    expect(names('EleutherAI/gpt-neo-1.3B')).toContain('trl-lora');
    expect(names('EleutherAI/gpt-neo-1.3B')).not.toContain('torchtune-lora');
    expect(names('openai/clip-vit-base-patch32')).toEqual(['open-clip']);
    expect(names('anything', 'sklearn-baseline')).toEqual(['sklearn-baseline', 'baseline-student']);
  });
});

describe('the target', () => {
  it('reads as much as the smaller of model and recipe', () => {
    expect(targetOf({ model: 'EleutherAI/gpt-neo-1.3B', recipe: 'trl-lora' })).toMatchObject({
      contextTokens: 2048,
      limitTokens: 2048,
      tokeniser: 'gpt2',
      template: 'plain',
      framework: 'trl',
    });
    expect(targetOf({ model: 'meta-llama/Llama-2-7b-hf', recipe: 'trl-as-it-comes' }).limitTokens).toBe(1024);
    expect(targetOf({ model: 'meta-llama/Llama-2-7b-hf', recipe: 'trl-lora', sequenceTokens: 512 }).limitTokens).toBe(
      512,
    );
    expect(targetOf({ model: 'openai/clip-vit-base-patch32', recipe: 'open-clip' })).toMatchObject({
      limitTokens: 77,
      tokeniser: 'clip',
      kind: 'embedder',
    });
  });

  it('of a model that nobody knows is measured by bounds, and refuses nothing on its behalf', () => {
    expect(targetOf({ model: 'somebody/thing', recipe: null })).toMatchObject({
      tokeniser: 'bytes',
      contextTokens: null,
      limitTokens: null,
      isTemplateKnown: false,
      alternatesStrictly: false,
      hasToolSlot: true,
    });
    expect(targetOf({ model: 'somebody/thing', recipe: null, contextTokens: 8192 }).limitTokens).toBe(8192);
  });

  it('is counted by the file that was supplied', () => {
    const question = { model: 'Qwen/Qwen3-8B', recipe: null };
    expect(targetOf(question).tokeniser).toBe('bytes');
    expect(targetOf({ ...question, tokeniserFile: '/models/qwen/tokenizer.json' })).toMatchObject({
      tokeniser: 'supplied',
      template: 'qwen-3',
    });
  });

  it('knows the longest beginning of a name', () => {
    expect(targetOf({ model: 'gpt-4o-mini', recipe: null })).toMatchObject({ tokeniser: 'o200k' });
    expect(targetOf({ model: 'gpt-4', recipe: null })).toMatchObject({ tokeniser: 'cl100k', contextTokens: 8192 });
    expect(targetOf({ model: 'google/gemma-3-1b-it', recipe: null }).contextTokens).toBe(32_768);
  });

  it('of learners of labels has no limit', () => {
    expect(
      targetOf({ model: 'openward/baseline-student', recipe: 'baseline-student', contextTokens: 20_000 }),
    ).toMatchObject({
      limitTokens: null,
      kind: 'classifier',
    });
  });
});
