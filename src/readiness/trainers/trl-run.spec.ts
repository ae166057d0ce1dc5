// Method: a run of TRL itself, on a tiny model with random weights and a tokeniser that is trained here, over rows made
// from a seed; what it keeps, cuts and learns of each row is compared with what was foretold of it. Needs Python with trl
// and torch: OPENWARD_TEST_PYTHON names it, otherwise python3 is asked.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as rows from '../../../test/trl/trl-rows.js';
import { makeExample, type RowContent } from '../rows/example.js';
import { makeRowTokens } from '../tokens/make-row-tokens.client.js';
import { allTemplates } from '../tokens/templates/all-templates.js';
import type { TemplateName } from '../tokens/templates/template-names.js';
import { rowRecipeOf } from './recipes.js';
import { targetOf } from './target-of.js';

const python = process.env.OPENWARD_TEST_PYTHON ?? 'python3';
const hasTrl = spawnSync(python, ['-c', 'import trl, torch, datasets'], { timeout: 120_000 }).status === 0;
const script = join(__dirname, '../../../test/trl/run_trl.py');
const limit = 64;

type Form = 'old' | 'new' | 'spaced';

interface Run {
  readonly name: string;
  readonly trainer: 'sft' | 'dpo';
  readonly tokeniser: Form;
  /** Of ours, and the file of the same in TRL; null: the model has none. */
  readonly template: TemplateName;
  readonly file: string | null;
  readonly recipe: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly content: readonly RowContent[];
  shape(row: RowContent): rows.TrlRow;
}

const answersOnly = { max_length: limit, assistant_only_loss: true };
const toolsFit = { ...answersOnly, max_length: 700 };
const asItComes = { max_length: limit };
const sft = { trainer: 'sft', recipe: 'trl-lora', settings: answersOnly, shape: rows.asMessages } as const;
const dpo = { trainer: 'dpo', recipe: 'trl-dpo', settings: asItComes, shape: rows.asPair } as const;
const llama3 = { tokeniser: 'new', template: 'llama-3', file: 'llama3' } as const;
const llama31 = { tokeniser: 'new', template: 'llama-3.1', file: 'llama3_1' } as const;
const qwen25 = { tokeniser: 'new', template: 'qwen-2.5', file: 'qwen2_5' } as const;
const qwen3 = { tokeniser: 'new', template: 'qwen-3', file: 'qwen3' } as const;
const chatml = { tokeniser: 'old', template: 'chatml', file: 'qwen3_instruct_2507' } as const;
const gemma = { tokeniser: 'old', template: 'gemma', file: 'gemma' } as const;
const bare = { tokeniser: 'old', template: 'plain', file: null } as const;

const chats = (seed: number, hasSystem = true) => rows.chatRows(seed, { rows: 60, hasSystem });
/** Without a template nobody says how the turns of a longer chat would become one prompt. */
const questions = (seed: number) => chats(seed, false).map((row) => ({ ...row, messages: row.messages.slice(-2) }));
const pairs = (seed: number) => rows.pairRows(seed, 60);

const runs: readonly Run[] = [
  { name: 'Llama 3, chats', ...sft, ...llama3, content: chats(1) },
  { name: 'Qwen 2.5, chats', ...sft, ...qwen25, content: chats(2) },
  {
    name: 'Qwen 2.5, tools',
    ...sft,
    ...qwen25,
    settings: toolsFit,
    content: rows.toolRows(3, 40),
  },
  { name: 'Gemma, chats', ...sft, ...gemma, content: chats(4, false) },
  { name: 'Llama 3, weights', ...sft, ...llama3, content: rows.weightedRows(5, 30) },
  {
    name: 'Llama 3.1, prompt and completion',
    ...sft,
    ...llama31,
    settings: { max_length: 160 },
    content: chats(6),
    shape: rows.asPromptAndCompletion,
  },
  {
    name: 'no template, prompt and completion',
    ...sft,
    ...bare,
    settings: asItComes,
    content: questions(7),
    shape: rows.asStrings,
  },
  {
    name: 'no template, a start mark',
    ...sft,
    ...bare,
    tokeniser: 'new',
    settings: asItComes,
    content: questions(8),
    shape: rows.asStrings,
  },
  {
    name: 'no template, spaces as signs',
    ...sft,
    ...bare,
    tokeniser: 'spaced',
    settings: asItComes,
    content: questions(19),
    shape: rows.asStrings,
  },
  {
    name: 'text, spaces as signs',
    ...sft,
    ...bare,
    tokeniser: 'spaced',
    settings: asItComes,
    content: rows.textRows(20, 40),
    shape: rows.asText,
  },
  { name: 'text', ...sft, ...bare, settings: asItComes, content: rows.textRows(9, 40), shape: rows.asText },
  {
    name: 'text, a model with a template',
    ...sft,
    ...llama3,
    settings: asItComes,
    content: rows.textRows(10, 40),
    shape: rows.asText,
  },
  { name: 'as it comes, chats', ...sft, ...llama3, recipe: 'trl-as-it-comes', settings: asItComes, content: chats(11) },
  { name: 'Llama 3, pairs', ...dpo, ...llama3, content: pairs(12) },
  { name: 'Qwen 2.5, pairs', ...dpo, ...qwen25, settings: { max_length: 160 }, content: pairs(13) },
  {
    name: 'no template, pairs',
    ...dpo,
    ...bare,
    content: pairs(14).map((row) => ({ ...row, messages: row.messages.slice(-2) })),
    shape: rows.asPairOfStrings,
  },
  { name: 'Qwen 3, chats', ...sft, ...qwen3, content: chats(15) },
  { name: 'Qwen 3, tools', ...sft, ...qwen3, settings: toolsFit, content: rows.toolRows(16, 40) },
  { name: 'ChatML, chats', ...sft, ...chatml, content: chats(17) },
  { name: 'ChatML, tools', ...sft, ...chatml, settings: toolsFit, content: rows.toolRows(18, 40) },
];

/** Rows at which the template raises, and marks that it has not. */
const twice: RowContent = {
  kind: 'chat',
  messages: [
    { role: 'user', content: 'Hello?' },
    { role: 'user', content: 'Anybody?' },
    { role: 'assistant', content: 'Yes.' },
  ],
};
const refused: Run = { name: 'Gemma, two questions in a row', ...sft, ...gemma, content: [twice] };
const unmarked: Run = { name: 'Llama 3.1, the loss on the answers alone', ...sft, ...llama31, content: chats(21) };

interface ToldRow {
  readonly left: number;
  readonly learnt: number;
}

interface ToldRun {
  readonly name: string;
  readonly stops: string | null;
  readonly cut: readonly (ToldRow | null)[];
  readonly whole: readonly (ToldRow | null)[];
}

interface Told {
  readonly versions: Readonly<Record<string, string>>;
  readonly runs: readonly ToldRun[];
}

/** What happens to a row: its tokens as delivered, those that are left, those that carry the loss. */
interface Fate {
  readonly tokens: number | null;
  readonly fate: string;
  readonly left: number;
  readonly learnt: number | null;
}

function foretold({ recipe, template, settings, content }: Run, tokeniserFile: string): Fate[] {
  const sequenceTokens = Number(settings.max_length);
  const tokensOf = makeRowTokens(targetOf({ model: null, recipe, template, tokeniserFile, sequenceTokens }), {
    exactShare: 1,
  });
  return content.map((row, at) => {
    const provenance = { origin: 'import', originId: 'i', line: at + 1, declaredSplit: 'train' } as const;
    const { tokens, trainer } = tokensOf(makeExample(row, provenance), 100_000);
    const left = (tokens.exact ?? 0) - (trainer?.cutTokens ?? 0);
    const fate = trainer?.fate ?? 'untold';
    const isIn = fate !== 'dropped';
    return { tokens: tokens.exact, fate, left: isIn ? left : 0, learnt: trainer?.trainableTokens ?? null };
  });
}

function told({ cut, whole }: ToldRun): Fate[] {
  return cut.map((row, at) => {
    const tokens = whole[at]?.left ?? null;
    if (row === null) {
      return { tokens, fate: 'dropped', left: 0, learnt: 0 };
    }
    const fate = row.learnt === 0 ? 'masked' : row.left < (tokens ?? 0) ? 'cut' : 'kept';
    return { tokens, fate, left: row.left, learnt: row.learnt };
  });
}

const compareWithTrl = () => {
  const folder = mkdtempSync(join(tmpdir(), 'trl-run-'));
  const tokenisers: Readonly<Record<Form, string>> = {
    old: join(folder, 'old.json'),
    new: join(folder, 'new.json'),
    spaced: join(folder, 'spaced.json'),
  };
  let answer: Told = { versions: {}, runs: [] };

  beforeAll(() => {
    const [jobPath, toldPath] = [join(folder, 'job.json'), join(folder, 'told.json')];
    const asked = [...runs, refused, unmarked].map(({ name, trainer, tokeniser, file, settings, content, shape }) => ({
      ...{ name, trainer, tokeniser, settings },
      template: file,
      rows: content.map(shape),
    }));
    writeFileSync(jobPath, JSON.stringify({ tokenisers, corpus: rows.corpusOf(1), runs: asked }));
    const run = spawnSync(python, [script, jobPath, toldPath], { encoding: 'utf8', timeout: 900_000 });
    expect([run.status, run.status === 0 ? '' : run.stderr]).toEqual([0, '']);
    answer = JSON.parse(readFileSync(toldPath, 'utf8')) as Told;
  }, 900_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  const doneOf = (run: Run) => answer.runs.find(({ name }) => name === run.name);

  it('is of a version that the recipes are pinned to', () => {
    const pins = rowRecipeOf('trl-lora')?.pins ?? {};
    expect(answer.versions).toMatchObject({ trl: pins.trl });
  });

  it('stops where it was foretold: at roles that the template refuses, and at answers that it does not mark', () => {
    expect(doneOf(refused)?.stops).toContain('must alternate');
    expect(foretold(refused, tokenisers.old)).toMatchObject([{ fate: 'dropped' }]);
    expect(doneOf(unmarked)?.stops).toMatch(/^ValueError: .*template/);
    expect(allTemplates['llama-3.1'].marksAssistant).toBe(false);
  });

  it('meets rows of every fate', () => {
    const fates = answer.runs.flatMap((run) => told(run).map(({ fate }) => fate));
    expect(['kept', 'cut', 'dropped'].filter((fate) => fates.filter((one) => one === fate).length < 100)).toEqual([]);
  });

  it.each(runs)('foretells each row: $name', (run) => {
    const done = doneOf(run);
    expect(done?.stops).toBeNull();
    expect(foretold(run, tokenisers[run.tokeniser])).toEqual(done === undefined ? [] : told(done));
  });
};

if (hasTrl) {
  describe('a run of TRL', compareWithTrl);
} else {
  it('compares nothing with a run of TRL: let OPENWARD_TEST_PYTHON name a Python with trl, torch and datasets', () => {
    expect(hasTrl).toBe(false);
  });
}
