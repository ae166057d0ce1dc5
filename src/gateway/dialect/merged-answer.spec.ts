import { MergedAnswer } from './merged-answer.js';
import { isChatCompletion, readPlainAnswer, readStreamedAnswer } from './read-answer.js';
import { reportedUsage } from './token-usage.js';

const merge = (...chunks: unknown[]) => {
  const merged = new MergedAnswer();
  for (const chunk of chunks) {
    merged.add(typeof chunk === 'string' ? chunk : JSON.stringify(chunk));
  }
  return merged;
};
const delta = (part: unknown, more = {}) => ({ id: 'c1', model: 'm', choices: [{ index: 0, delta: part, ...more }] });
const callsOf = (...parts: unknown[]) => {
  const answer = merge(...parts.map((part) => delta({ tool_calls: [part] }))).asChatCompletion();
  const [choice] = answer.choices as {
    message: { tool_calls: { id: string; function: { name: string; arguments: string } }[] };
  }[];
  return choice?.message.tool_calls.map((call) => [call.id, call.function.name, call.function.arguments]);
};

describe('a merged stream', () => {
  it('reads like a plain chat completion', () => {
    const merged = merge(
      { ...delta({ role: 'assistant', content: '' }), created: 5 },
      delta({ content: 'Hel' }),
      delta({ content: 'lo' }),
      delta({}, { finish_reason: 'stop' }),
      { choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } },
      '[DONE]',
    );
    expect(merged.asChatCompletion()).toEqual({
      id: 'c1',
      object: 'chat.completion',
      created: 5,
      model: 'm',
      choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 3, completion_tokens: 2 },
    });
  });

  it('keeps interleaved choices apart', () => {
    const at = (index: number, content: string) => ({ choices: [{ index, delta: { content } }] });
    const { choices } = merge(at(1, 'b'), at(0, 'a'), at(1, 'B'), at(0, 'A')).asChatCompletion();
    expect((choices as { message: { content: string } }[]).map((choice) => choice.message.content)).toEqual([
      'aA',
      'bB',
    ]);
  });

  it.each([
    [
      'interleaved by index',
      [
        { index: 0, id: 'x', function: { name: 'f', arguments: '{' } },
        { index: 1, id: 'y', function: { name: 'g', arguments: '[' } },
        { index: 0, function: { arguments: '}' } },
        { index: 1, function: { arguments: ']' } },
      ],
    ],
    [
      'on one index with different ids',
      [
        { index: 0, id: 'x', function: { name: 'f', arguments: '{}' } },
        { index: 0, id: 'y', function: { name: 'g', arguments: '[' } },
        { index: 0, function: { arguments: ']' } },
      ],
    ],
    [
      'without any index',
      [
        { id: 'x', function: { name: 'f', arguments: '{' } },
        { function: { arguments: '}' } },
        { id: 'y', function: { name: 'g', arguments: '[' } },
        { function: { arguments: ']' } },
      ],
    ],
  ])('joins tool calls %s', (_, parts) => {
    expect(callsOf(...parts)).toEqual([
      ['x', 'f', '{}'],
      ['y', 'g', '[]'],
    ]);
  });

  it('counts what it cannot read and goes on', () => {
    const merged = merge('{"choices":', 'null', '7', { choices: 'x' }, { choices: [null] }, delta({ content: 'ok' }));
    expect(merged.malformedChunks).toBe(1);
    expect(merged.text()).toBe('ok');
  });
});

describe('an answer that was captured', () => {
  it('is read plain', () => {
    const body = {
      model: 'm-2',
      choices: [{ message: { content: 'Hi' } }],
      usage: { prompt_tokens: 4, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 2 } },
    };
    expect(readPlainAnswer(Buffer.from(JSON.stringify(body)))).toEqual({
      text: 'Hi',
      usage: { promptTokens: 4, cachedTokens: 2, completionTokens: 1 },
      modelServed: 'm-2',
    });
  });

  it('is read streamed, with CRLF and without its last blank line', () => {
    const bytes = Buffer.from(`data: ${JSON.stringify(delta({ content: 'é' }))}\r\n\r\ndata: [DONE]`);
    expect(readStreamedAnswer(bytes)).toEqual({ text: 'é', usage: null, modelServed: 'm' });
  });

  it('is unknown where it is not JSON', () => {
    expect(readPlainAnswer(Buffer.from('<html>'))).toEqual({ text: null, usage: null, modelServed: null });
  });

  it.each([
    ['{"choices":[{"message":{}}]}', true],
    ['{"choices":[]}', false],
    ['{"error":{}}', false],
    ['null', false],
    ['', false],
  ])('counts as a chat completion, %s: %s', (text, expected) => {
    expect(isChatCompletion(Buffer.from(text))).toBe(expected);
  });
});

describe('reported usage', () => {
  it.each([
    ['chat', { prompt_tokens: 5, completion_tokens: 6 }, [5, null, 6]],
    ['responses', { input_tokens: 5, output_tokens: 6, input_tokens_details: { cached_tokens: 1 } }, [5, 1, 6]],
    ['embeddings', { prompt_tokens: 5, total_tokens: 5 }, [5, null, 0]],
    [
      'more cached than prompted',
      { prompt_tokens: 5, completion_tokens: 6, prompt_tokens_details: { cached_tokens: 9 } },
      [5, null, 6],
    ],
  ])('of %s', (_, usage, [promptTokens, cachedTokens, completionTokens]) => {
    expect(reportedUsage(usage)).toEqual({ promptTokens, cachedTokens, completionTokens });
  });

  it.each([
    null,
    'x',
    {},
    { prompt_tokens: 5 },
    { prompt_tokens: -1, completion_tokens: 1 },
    { prompt_tokens: 1.5, completion_tokens: 1 },
    { prompt_tokens: 5, total_tokens: 9 },
  ])('is unknown, not zero, for %j', (usage) => {
    expect(reportedUsage(usage)).toBeNull();
  });
});
