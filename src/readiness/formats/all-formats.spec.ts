// Each format on rows as its users write them, and on rows that break one rule.
import { assistant, faultsOf, read, user } from '../../../test/builders/read-rows.js';
import { allFormats, formatsOf } from './all-formats.js';
import { readFields } from './read-row.js';
import { type Fields, formatNames } from './row-format.js';

const spoken = (fields: Fields) => read(fields).content.messages.map(({ role, content }) => `${role}: ${content}`);

describe('the list of formats', () => {
  it('has each name once', () => {
    expect(allFormats.map((format) => format.name).sort()).toEqual([...formatNames].sort());
    expect(formatsOf('alpaca')).toHaveLength(1);
    expect(formatsOf('auto')).toHaveLength(formatNames.length);
  });
});

describe('rows of each format', () => {
  const turns = ['user: q', 'assistant: a'];
  const rows: [shape: string, fields: Fields, turns: string[]][] = [
    ['openai-chat', { messages: [{ role: 'developer', content: 's' }, user, assistant] }, ['system: s', ...turns]],
    ['openai-chat', { messages: [{ role: 'user', content: [{ type: 'text', text: 'q' }] }, assistant] }, turns],
    ['openai-chat', { messages: [user, { role: 'assistant', content: null, refusal: 'a' }] }, turns],
    [
      'openai-preference',
      {
        input: { messages: [user] },
        preferred_output: [assistant],
        non_preferred_output: [{ ...assistant, content: 'b' }],
      },
      turns,
    ],
    ['trl-preference', { prompt: 'q', chosen: 'a', rejected: 'b' }, turns],
    ['trl-preference', { prompt: [user], chosen: [assistant], rejected: [{ ...assistant, content: 'b' }] }, turns],
    ['trl-preference', { chosen: [user, assistant], rejected: [user, { ...assistant, content: 'b' }] }, turns],
    [
      'trl-preference',
      { prompt: 'q', chosen: [user, assistant], rejected: [user, { ...assistant, content: 'b' }] },
      turns,
    ],
    ['trl-preference', { messages: [user], chosen: assistant, rejected: { ...assistant, content: 'b' } }, turns],
    [
      'trl-preference',
      {
        conversations: [{ from: 'human', value: 'q' }],
        chosen: { from: 'gpt', value: 'a' },
        rejected: { from: 'gpt', value: 'b' },
      },
      turns,
    ],
    [
      'gemini-capture',
      {
        systemInstruction: { parts: [{ text: 's' }] },
        contents: [{ role: 'user', parts: [{ text: 'q' }] }],
        candidates: [
          { content: { role: 'model', parts: [{ text: 'hm', thought: true }, { text: 'a' }] }, finishReason: 'STOP' },
        ],
      },
      ['system: s', ...turns],
    ],
    [
      'gemini-capture',
      {
        contents: [
          { role: 'user', parts: [{ text: 'q' }] },
          { role: 'model', parts: [{ text: 'a' }] },
        ],
      },
      turns,
    ],
    [
      'anthropic-capture',
      {
        system: 's',
        messages: [user],
        content: [
          { type: 'thinking', thinking: 'hm' },
          { type: 'text', text: 'a' },
        ],
        stop_reason: 'end_turn',
      },
      ['system: s', ...turns],
    ],
    [
      'anthropic-capture',
      { request: { messages: [user], max_tokens: 5 }, response: { content: [{ type: 'text', text: 'a' }] } },
      turns,
    ],
    [
      'anthropic-capture',
      { system: [{ type: 'text', text: 's' }], messages: [user, assistant] },
      ['system: s', ...turns],
    ],
    [
      'sharegpt',
      {
        conversations: [
          { from: 'human', value: 'q' },
          { from: 'gpt', value: 'a' },
        ],
      },
      turns,
    ],
    ['alpaca', { instruction: 'q', input: '', output: 'a' }, turns],
    [
      'alpaca',
      { instruction: 'x', input: 'y', output: 'a', history: [['q0', 'a0']] },
      ['user: q0', 'assistant: a0', 'user: x\ny', 'assistant: a'],
    ],
    ['prompt-completion', { prompt: 'q', completion: 'a' }, turns],
    ['prompt-completion', { question: 'q', answer: 'a' }, turns],
    ['prompt-completion', { prompt: [user], completion: [assistant] }, turns],
    ['prompt-completion', { prompt: [{ type: 'text', text: 'q' }], completion: 'a' }, turns],
    ['classification', { text: 'q', label: 'a' }, turns],
    ['classification', { text: 'q', category: 3 }, ['user: q', 'assistant: 3']],
    ['image-caption', { filepath: 'x.png', title: 'a' }, ['user: ', 'assistant: a']],
    ['image-caption', { file_name: 'x.png', text: 'a' }, ['user: ', 'assistant: a']],
    ['text', { text: 'a' }, ['assistant: a']],
    [
      'openai-exchange',
      { request: { messages: [user] }, response: { choices: [{ message: assistant, finish_reason: 'length' }] } },
      turns,
    ],
    [
      'openai-exchange',
      {
        custom_id: 'x',
        request: { body: { messages: [user] } },
        response: { status_code: 200, body: { choices: [{ message: assistant }] } },
      },
      turns,
    ],
  ];

  it.each(rows)('%s', (shape, fields, expected) => {
    expect([read(fields).shape, spoken(fields)]).toEqual([shape, expected]);
  });

  it('carry the answer that was liked less', () => {
    const { content } = read({ prompt: 'q', chosen: 'a', rejected: 'b' });
    expect(content).toMatchObject({ kind: 'preference', rejected: { role: 'assistant', content: 'b' } });
  });

  it('say what no format knows by its keys, but not what those hold', () => {
    expect(readFields({ foo: 1, 'a secret value': 2 }, allFormats)).toEqual([
      { code: 'row.shape', field: '', reason: 'No row format has just these keys: foo.' },
    ]);
    expect(faultsOf({ prompt: 'q' })).toEqual(['row.shape ']);
  });
});

describe('what breaks a row', () => {
  const pair = (input: unknown, liked: unknown, other: unknown): Fields => ({
    input,
    preferred_output: liked,
    non_preferred_output: other,
  });
  const other = { role: 'assistant', content: 'b' };
  it.each([
    [{ messages: [user, assistant, { role: 'system', content: 's' }, assistant] }, ['msg.roles messages[2].role']],
    [{ messages: [user, { role: 'assistant' }] }, ['msg.structure messages[1].content']],
    [pair('text', [assistant], [other]), ['pref.pair input']],
    [pair({ messages: [user, assistant] }, [assistant], [other]), ['pref.pair input.messages']],
    [pair({ messages: [user] }, [assistant, assistant], [other]), ['pref.pair preferred_output']],
    [pair({ messages: [user] }, [assistant], 'b'), ['pref.pair non_preferred_output']],
    [pair({ messages: [user] }, [assistant], [assistant]), ['pref.pair preferred_output[0]']],
    [pair({ messages: [user] }, [assistant], [user]), ['pref.pair non_preferred_output[0].role']],
    [
      pair({ messages: [user] }, [assistant], [{ role: 'assistant', content: ' ' }]),
      ['msg.content-empty non_preferred_output[0]'],
    ],
    [{ chosen: [user, assistant], rejected: [{ ...user, content: 'x' }, other] }, ['pref.pair rejected']],
    [{ chosen: 'a', rejected: 'b' }, ['pref.pair prompt']],
    [
      { contents: [{ role: 'user', parts: [{ text: 'q' }] }], promptFeedback: { blockReason: 'SAFETY' } },
      ['msg.ends-assistant promptFeedback.blockReason'],
    ],
    [{ contents: [{ role: 'user', parts: [] }] }, ['msg.structure contents[0].parts']],
    [{ conversations: [{ from: 'alien', value: 'q' }] }, ['msg.roles conversations[0].from']],
    [{ conversations: [{ from: 'human', value: 1 }] }, ['msg.structure conversations[0].value']],
    [{ instruction: 'q', output: ' ' }, ['msg.content-empty output']],
    [{ instruction: 'q' }, ['msg.structure output']],
    [{ text: 123 }, ['msg.structure text']],
    [{ text: 'q', label: '' }, ['msg.content-empty label']],
    [{ filepath: 'x', title: 5 }, ['msg.structure title']],
    [{ request: { messages: [user] }, response: { error: {} } }, ['msg.ends-assistant response.choices[0]']],
  ])('%j', (fields, faults) => {
    expect(faultsOf(fields)).toEqual(faults);
  });
});
