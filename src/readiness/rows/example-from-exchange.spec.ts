import { type CapturedExchange, exampleFromExchange } from './example-from-exchange.js';

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const request = json({ model: 'gpt-4o', messages: [{ role: 'user', content: 'where is my card' }] });
const answer = (content: unknown, finish: string | null = 'stop', more: object = {}) =>
  json({ choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content, ...more } }] });

function anExchange(parts: Partial<CapturedExchange> = {}): CapturedExchange {
  return { id: 'exc_1', at: 5, outcome: 'ok', truncated: false, request, response: answer('card_arrival'), ...parts };
}

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

describe('an example from a captured exchange', () => {
  it('asks what was asked, answers what was answered, and says where it comes from', () => {
    expect(exampleFromExchange(anExchange())).toMatchObject({
      origin: 'exchange',
      originId: 'exc_1',
      line: null,
      declaredSplit: 'auto',
      input: 'where is my card',
      label: 'card_arrival',
    });
  });

  it('puts the pieces of a stream together', () => {
    const stream =
      chunk({ role: 'assistant', content: '' }) + chunk({ content: 'card_' }) + chunk({ content: 'arrival' });
    const response = Buffer.from(`${stream}${chunk({}, 'stop')}data: {"choices":[],"usage":{}}\n\ndata: [DONE]\n\n`);
    expect(exampleFromExchange(anExchange({ response }))).toMatchObject({ label: 'card_arrival' });
  });

  it.each([
    ['no-body', { response: null }],
    ['body-cut', { truncated: true }],
    ['failed', { outcome: 'upstream-error' }],
    ['request-unreadable', { request: Buffer.from('{') }],
    ['response-unreadable', { response: Buffer.from('<html>') }],
    ['response-unreadable', { response: Buffer.from(chunk({ content: 'half' })) }],
    ['response-unreadable', { response: json({ error: {} }) }],
    ['answer-cut', { response: answer('half an', 'length') }],
    ['answer-filtered', { response: answer('', 'content_filter') }],
    ['no-answer', { response: answer(null) }],
    ['tool-calls', { response: answer(null, 'tool_calls', { tool_calls: [{ id: 'a' }] }) }],
    ['tool-calls', { response: Buffer.from(`${chunk({ tool_calls: [{}] })}${chunk({}, 'tool_calls')}`) }],
    ['tool-calls', { request: json({ messages: [{ role: 'tool', content: 'x' }] }) }],
    ['no-answer', { response: answer('  ') }],
    ['unsupported-content', { request: json({ messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }) }],
  ] as const)('is not made when it is to be excluded: %s', (excluded, parts) => {
    expect(exampleFromExchange(anExchange(parts))).toEqual({ excluded });
  });

  const call = { id: 'c1', type: 'function', function: { name: 'lookup', arguments: '{"id":1}' } };
  const tools = [{ type: 'function', function: { name: 'lookup', parameters: { type: 'object' } } }];

  it('keeps calls of tools and the tools that were declared', () => {
    const asked = json({ messages: [{ role: 'user', content: 'a' }], tools });
    const example = exampleFromExchange(
      anExchange({ request: asked, response: answer(null, 'tool_calls', { tool_calls: [call] }) }),
    );
    expect(example).toMatchObject({
      label: '',
      tools: [{ name: 'lookup', parameters: '{"type":"object"}' }],
      traits: { finish: 'tool_calls' },
    });
    expect('messages' in example && example.messages.at(-1)?.toolCalls).toEqual([
      { id: 'c1', name: 'lookup', arguments: '{"id":1}' },
    ]);
  });

  it('puts the pieces of streamed calls together', () => {
    const piece = (part: object) => chunk({ tool_calls: [part] });
    const response = Buffer.from(
      piece({ index: 0, id: 'c1', type: 'function', function: { name: 'look', arguments: '' } }) +
        piece({ index: 1, id: 'c2', function: { name: 'other', arguments: '{}' } }) +
        piece({ index: 0, function: { name: 'up', arguments: '{"id"' } }) +
        piece({ index: 0, function: { arguments: ':1}' } }) +
        chunk({}, 'tool_calls'),
    );
    const example = exampleFromExchange(anExchange({ response }));
    expect('messages' in example && example.messages.at(-1)?.toolCalls).toEqual([
      { id: 'c1', name: 'lookup', arguments: '{"id":1}' },
      { id: 'c2', name: 'other', arguments: '{}' },
    ]);
  });

  it('says when, by which model, for whom and in which form it was answered', () => {
    const asked = json({
      model: 'gpt-4o',
      messages: [{ role: 'user', content: 'a' }],
      temperature: 0.2,
      user: 'u1',
      metadata: { channel: 'web' },
      response_format: { type: 'json_schema', json_schema: { schema: { type: 'object' } } },
    });
    const response = json({
      model: 'gpt-4o-2024-08-06',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: '{}' } }],
    });
    expect(exampleFromExchange(anExchange({ request: asked, response }))).toMatchObject({
      traits: {
        at: 5,
        model: 'gpt-4o-2024-08-06',
        group: 'u1',
        slices: { channel: 'web' },
        finish: 'stop',
        wantsJson: true,
        answerSchema: '{"type":"object"}',
        temperature: 0.2,
      },
    });
    expect(exampleFromExchange(anExchange({ request: asked, response, unit: 'h1', model: 'm' }))).toMatchObject({
      traits: { group: 'h1', model: 'm' },
    });
  });
});
