import fc from 'fast-check';
import { anExample } from '../../../../test/builders/row-facts.js';
import type { Message } from '../../rows/example.js';
import { boundOf } from '../row-bounds.js';
import { rowLengthsOf, tokensOf } from '../row-lengths.js';
import { GptTokeniser } from '../tokenisers/gpt.client.js';
import { Llama2Tokeniser } from '../tokenisers/llama-2.client.js';
import { allTemplates } from './all-templates.js';
import { templateNames } from './template-names.js';

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constant('\n\n'),
);

const someMessages = fc.record({
  system: fc.option(text),
  turns: fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 }),
});

const messagesOf = ({ system, turns }: { system: string | null; turns: [string, string][] }): Message[] => [
  ...(system === null ? [] : [{ role: 'system', content: system } as const]),
  ...turns.flatMap(([asked, answered]): Message[] => [
    { role: 'user', content: asked },
    { role: 'assistant', content: answered, toolCalls: [{ id: 'c', name: 'look', arguments: '{"at":"£"}' }] },
  ]),
];

describe.each(templateNames.map((name) => [name] as const))('the template %s', (name) => {
  const template = allTemplates[name];

  it('is listed under its own name, and plans one turn for each message', () => {
    const messages = messagesOf({ system: 'Be brief.', turns: [['Hello?', 'Yes.']] });
    const plan = template.plan(anExample({ messages }));
    expect([template.name, plan.turns.length]).toEqual([name, 3]);
    expect(plan.turns.map((turn) => turn.role)).toEqual(['system', 'user', 'assistant']);
  });

  it('keeps what is learnt apart: the answer and its end mark, and nothing of the question', () => {
    const plan = template.plan(anExample({ input: 'QUESTION', label: 'ANSWER' }));
    const [asked, answered] = plan.turns;
    expect([asked?.body, answered?.head.includes('ANSWER')]).toEqual(['', false]);
    // Qwen 3 is taught to think first, of nothing here.
    expect(answered?.body.replace('<think>\n\n</think>', '').trim()).toBe('ANSWER');
  });

  it('never puts more around a row than its bound says', () => {
    const tokenisers = [new Llama2Tokeniser(), new GptTokeniser('cl100k')];
    fc.assert(
      fc.property(someMessages, (parts) => {
        const tools = [{ name: 'look', parameters: '{"type":"object"}' }];
        const example = anExample({ messages: messagesOf(parts), tools });
        const contentBytes = example.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
        for (const tokeniser of tokenisers) {
          const bound = boundOf(example, contentBytes, { template, tokensPerByteMax: 1 });
          expect(tokensOf(rowLengthsOf(example, template, tokeniser))).toBeLessThanOrEqual(bound);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('forms as models know them', () => {
  const messages: Message[] = [
    { role: 'system', content: 'Be kind.' },
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello' },
    { role: 'user', content: 'Bye' },
    { role: 'assistant', content: 'Farewell' },
  ];
  const heads = (name: 'llama-2' | 'mistral' | 'gemma' | 'chatml') =>
    allTemplates[name].plan(anExample({ messages })).turns.map((turn) => `${turn.head}|${turn.body}`);

  it('Llama 2 wraps the system prompt in the first question', () => {
    expect(heads('llama-2')).toEqual([
      '|',
      '[INST] <<SYS>>\nBe kind.\n<</SYS>>\n\nHi [/INST]|',
      '|Hello ',
      '[INST] Bye [/INST]|',
      '|Farewell ',
    ]);
  });

  it('Mistral and Gemma put it before the first question', () => {
    expect(heads('mistral')[1]).toBe('[INST] Be kind.\n\nHi [/INST]|');
    expect(heads('gemma').slice(1, 3)).toEqual(['user\nBe kind.\n\nHi|', 'model\n|Hello']);
  });

  it('ChatML gives it a turn', () => {
    expect(heads('chatml').slice(0, 3)).toEqual(['system\nBe kind.|', 'user\nHi|', 'assistant\n|Hello']);
  });

  it('Llama 3 and Gemma leave out white space at the edges, Qwen keeps it', () => {
    const edged = anExample({ input: ' Hi\n', label: '\nHello ' });
    const bodies = (name: 'llama-3' | 'gemma' | 'chatml') =>
      allTemplates[name].plan(edged).turns.map(({ body }) => body);
    expect([bodies('llama-3')[1], bodies('gemma')[1], bodies('chatml')[1]]).toEqual(['Hello', 'Hello', '\nHello ']);
    expect(allTemplates['llama-3'].plan(edged).turns[0]?.head).toBe('user\n\nHi');
  });

  it('Llama 3.1 has a turn of the system with two dates, and puts a system prompt into it', () => {
    const bare = allTemplates['llama-3.1'].plan(anExample());
    expect([bare.openMarks, bare.open]).toEqual([4, expect.stringContaining('Today Date')]);
    const prompted = allTemplates['llama-3.1'].plan(anExample({ messages }));
    expect([prompted.openMarks, prompted.open]).toEqual([1, '']);
    expect(prompted.turns[0]?.head).toMatch(/^system\n\nCutting.*\n.*\n\nBe kind\.$/);
  });

  it('Qwen tells of the tools in the turn of the system, and takes what several tools say as one turn', () => {
    const said: Message = { role: 'tool', content: '12', toolCallId: 'c' };
    const call = { id: 'c', name: 'look', arguments: '{"at":"here","n":[1,2]}' };
    const asking: Message = { role: 'assistant', content: '', toolCalls: [call] };
    const turns: Message[] = [
      { role: 'user', content: 'Hi' },
      asking,
      said,
      said,
      { role: 'assistant', content: 'Yes' },
    ];
    const plan = allTemplates.chatml.plan(anExample({ messages: turns, tools: [{ name: 'look', parameters: '' }] }));
    expect(plan.openMarks).toBe(3);
    expect(plan.open).toMatch(/^system\n# Tools\n[\s\S]*<tools>\n\{"type": "function"/);
    expect(plan.turns[1]?.body).toBe(
      '<tool_call>\n{"name": "look", "arguments": {"at": "here", "n": [1, 2]}}\n</tool_call>',
    );
    const tool = plan.turns.filter(({ role }) => role === 'tool').map(({ headMarks, head }) => [headMarks, head]);
    const response = '\n<tool_response>\n12\n</tool_response>';
    expect(tool).toEqual([
      [1, `user${response}`],
      [2, response],
    ]);
  });

  it('Qwen 2.5 brings a system prompt where there is none', () => {
    expect(allTemplates['qwen-2.5'].plan(anExample()).open).toContain('You are Qwen');
    expect(allTemplates['qwen-2.5'].plan(anExample({ messages })).open).toBe('');
  });
});
