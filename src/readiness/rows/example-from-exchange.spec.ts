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
    ['tool-calls', { response: answer(null, 'tool_calls', { tool_calls: [{ id: 'a' }] }) }],
    ['tool-calls', { response: Buffer.from(`${chunk({ tool_calls: [{}] })}${chunk({}, 'tool_calls')}`) }],
    ['tool-calls', { request: json({ messages: [{ role: 'tool', content: 'x' }] }) }],
    ['no-answer', { response: answer('  ') }],
    ['unsupported-content', { request: json({ messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }) }],
  ] as const)('is not made when it is to be excluded: %s', (excluded, parts) => {
    expect(exampleFromExchange(anExchange(parts))).toEqual({ excluded });
  });
});
