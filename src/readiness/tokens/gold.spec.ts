// Numbers that others recorded: OpenAI's notebook, Axolotl's golden ids, open_clip's lengths. The files are not part of the
// project: name the directory above them in OPENWARD_TEST_DATA to run this.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { anExample } from '../../../test/builders/row-facts.js';
import type { Message } from '../rows/example.js';
import { rowLengthsOf, tokensOf } from './row-lengths.js';
import { allTemplates } from './templates/all-templates.js';
import { ClipTokeniser } from './tokenisers/clip.client.js';
import { GptTokeniser } from './tokenisers/gpt.client.js';
import { Llama2Tokeniser } from './tokenisers/llama-2.client.js';

const data = process.env.OPENWARD_TEST_DATA ?? '';
const read = (...path: string[]) => readFileSync(join(data, ...path), 'utf8');
const isThere = data !== '' && existsSync(join(data, 'openai-cookbook-chat'));

const compareChat = () => {
  const rows = read('openai-cookbook-chat', 'toy_chat_fine_tuning.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { messages: Message[] });
  const tokeniser = new GptTokeniser('cl100k');

  it("counts the rows of OpenAI's notebook as it does", () => {
    const template = allTemplates.openai;
    // One row has no user: no example can be made of it, and its tokens are counted all the same.
    const example = anExample();
    const totals = rows.map(({ messages }) => tokensOf(rowLengthsOf({ ...example, messages }, template, tokeniser)));
    expect(totals).toEqual([45, 111, 26, 28, 8032]);
    const answers = rows.map(({ messages }) =>
      messages.reduce((sum, { role, content }) => sum + (role === 'assistant' ? tokeniser.count(content) : 0), 0),
    );
    expect(answers).toEqual([10, 28, 9, 4, 8000]);
  });
};

interface Golden {
  readonly input_ids: number[];
  readonly labels: number[];
}

const start = 1;
const end = 2;

const compareLlama = () => {
  const golden = (name: string) => JSON.parse(read('axolotl-fixtures', name)) as Golden;
  const tokeniser = new Llama2Tokeniser();

  it("gives Axolotl's golden ids for a chat in the form of Llama 2", () => {
    const { input_ids: ids, labels } = golden('conversation.tokenized_llama2chat.json');
    const { conversations } = JSON.parse(read('axolotl-fixtures', 'conversation.json')) as {
      conversations: { from: string; value: string }[];
    };
    const system = /<<SYS>>\n([\s\S]*?)\n<<\/SYS>>/.exec(textOf(ids))?.[1] ?? '';
    const messages = conversations.map(
      ({ from, value }): Message => ({
        role: from === 'human' ? 'user' : 'assistant',
        content: value.trim(),
      }),
    );
    const plan = allTemplates['llama-2'].plan({
      kind: 'chat',
      tools: [],
      messages: [{ role: 'system', content: system }, ...messages],
    });
    const ours = plan.turns.flatMap((turn) => [
      ...Array.from({ length: turn.headMarks }, () => start),
      ...tokeniser.encode(turn.head),
      ...tokeniser.encode(turn.body),
      ...Array.from({ length: turn.bodyMarks }, () => end),
    ]);
    // Its writer opened another turn before it padded to 4,096.
    const padding = ids.length - ours.length - 1;
    expect(ids.slice(0, ours.length)).toEqual(ours);
    expect([ids[ours.length], padding, ids.length]).toEqual([start, 2040, 4096]);
    expect([ids.filter((id) => id === start).length, ids.filter((id) => id === end).length]).toEqual([7, 6]);
    const shown = plan.turns.reduce((sum, turn) => sum + turn.headMarks + tokeniser.count(turn.head), 0);
    expect([labels.filter((label) => label === -100).length, shown + padding]).toEqual([2303, 2303]);
  });

  it('gives the golden ids of the texts between the marks of the other form', () => {
    const { input_ids: ids, labels } = golden('conversation.tokenized.json');
    const segments = segmentsOf(ids, labels);
    expect(segments.length).toBe(12);
    for (const segment of segments) {
      expect(tokeniser.encode(textOf(segment).replace(/^ /, ''))).toEqual(segment);
    }
  });

  const vocabulary = (): readonly string[] => require('llama-tokenizer-js').default.vocabById;
  const textOf = (ids: readonly number[]) =>
    ids
      .filter((id) => id > end)
      .map((id) => (vocabulary()[id] ?? '').replace('<0x0A>', '\n'))
      .join('')
      .replaceAll('▁', ' ');
};

/** Runs of ids that are all learnt or all not, marks left out. */
function segmentsOf(ids: readonly number[], labels: readonly number[]): number[][] {
  const segments: number[][] = [];
  let current: number[] = [];
  for (const [at, id] of ids.entries()) {
    if (at > 0 && (labels[at] === -100) !== (labels[at - 1] === -100)) {
      segments.push(current);
      current = [];
    }
    if (id !== start && id !== end) {
      current.push(id);
    }
  }
  return [...segments, current].filter((segment) => segment.length > 0);
}

const compareClip = () => {
  it('has at most 92 tokens in a row of banking77, and 8 rows of more than 75', () => {
    const tokeniser = new ClipTokeniser();
    const rows = parse(read('banking77', 'train.csv'), { columns: true }) as { text: string }[];
    const lengths = rows.map(({ text }) => tokeniser.count(text));
    expect(lengths).toHaveLength(10_003);
    expect(Math.max(...lengths)).toBe(92);
    expect(lengths.filter((length) => length > 75)).toHaveLength(8);
  });
};

if (isThere) {
  describe('the chat of the cookbook', compareChat);
  describe('the golden ids of Llama 2', compareLlama);
  describe('CLIP on banking77', compareClip);
} else {
  it('compares nothing with recorded numbers: OPENWARD_TEST_DATA names no directory that holds them', () => {
    expect(isThere).toBe(false);
  });
}
