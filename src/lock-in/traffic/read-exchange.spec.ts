import { anExchange } from '../../../test/builders/an-exchange.js';
import { readExchange } from './read-exchange.js';
import { nothingSeen, type TrafficLine } from './traffic-state.js';

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

function lineOf(parts: Parameters<typeof anExchange>[0]): TrafficLine {
  const [line] = Object.values(readExchange(anExchange(parts)).lines);
  if (line === undefined) {
    throw new Error('no line');
  }
  return line;
}

describe('a call that is read for lock-in', () => {
  it('counts under its worst feature', () => {
    const request = bytes({ model: 'm', messages: [], tools: [{ type: 'function' }, { type: 'web_search' }] });
    const state = readExchange(anExchange({ request }));
    expect(Object.values(state.lines)[0]?.worstFeatures).toEqual({ A: 0, B: 0, C: 0, D: 1 });
    expect(Object.keys(state.features).sort()).toEqual([
      'openai.chat',
      'openai.function-calling',
      'openai.hosted-tools',
    ]);
  });

  it('is portable where it only chats', () => {
    expect(lineOf({ request: bytes({ messages: [] }) }).worstFeatures).toEqual({ A: 1, B: 0, C: 0, D: 0 });
  });

  it.each([
    ['was not kept', null],
    ['was cut', bytes('{"messages":[{"role":"us')],
  ])('is not taken for portable when its request %s', (_, request) => {
    expect(lineOf({ request })).toMatchObject({ unread: 1, worstFeatures: { A: 0, D: 1 } });
  });

  it.each([
    ['plain', JSON.stringify({ usage: { prompt_tokens_details: { cached_tokens: 64 } } })],
    [
      'streamed',
      'data: {"choices":[{"delta":{"content":"\\"usage\\" of {"}}]}\n\ndata: {"choices":[],"usage":{"prompt_tokens_details":{"cached_tokens":64}}}\n\ndata: [DONE]\n\n',
    ],
  ])('shows the discount that its %s answer tells', (_, response) => {
    const state = readExchange(anExchange({ request: bytes({ messages: [] }), response: bytes(response) }));
    expect(Object.keys(state.features)).toContain('openai.cache-discount');
  });

  it('counts as own where the candidate answered', () => {
    expect(lineOf({ arm: 'candidate', route: 'candidate', vendor: 'together' }).vendor).toBe('own');
  });

  it.each([
    ['critical', 'critical'],
    ['Important', 'high'],
    ['odd', 'untold'],
  ])('belongs to a flow that its tag calls %s', (criticality, expected) => {
    expect(lineOf({ tags: { criticality } }).criticality).toBe(expected);
  });

  it('is no exposure when nobody answered it', () => {
    expect(readExchange(anExchange({ outcome: 'unreachable' }))).toEqual({ ...nothingSeen, failedCalls: 1 });
  });

  it('is nothing when it only lists models', () => {
    expect(readExchange(anExchange({ path: '/models' }))).toEqual(nothingSeen);
  });
});
