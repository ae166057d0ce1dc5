import { StreamRelay } from './stream-relay.js';

const chunk = (delta: unknown, finish: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }], usage: null })}\n\n`;
const usage = `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 9, completion_tokens: 2 } })}\n\n`;
const done = 'data: [DONE]\n\n';

function relayed(relay: StreamRelay, text: string, pieceBytes: number): string {
  const bytes = Buffer.from(text);
  const passed: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    passed.push(...relay.push(bytes.subarray(at, at + pieceBytes)));
  }
  return Buffer.concat([...passed, ...relay.end()]).toString();
}

describe('the relay of a stream', () => {
  it.each([1, 2, 7, 1000])('keeps the usage chunk back and nothing else, in pieces of %d bytes', (pieceBytes) => {
    const relay = new StreamRelay(true);
    const text = `: hello\n\n${chunk({ content: 'zażółć' })}${chunk({}, 'stop')}`;
    expect(relayed(relay, `${text}${usage}${done}`, pieceBytes)).toBe(`${text}${done}`);
    expect(relay.watch.usage).toEqual({ promptTokens: 9, cachedTokens: null, completionTokens: 2 });
  });

  it('passes every chunk at once and untouched where nothing is kept back', () => {
    const relay = new StreamRelay(false);
    const half = Buffer.from(usage.slice(0, 10));
    expect(relay.push(half)[0]).toBe(half);
  });

  it('keeps usage that came with a choice in its place', () => {
    const text = `data: {"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1}}\n\n`;
    expect(relayed(new StreamRelay(true), text, 50)).toBe(text);
  });

  it.each([
    ['[DONE]', done, true],
    ['a finish reason alone', chunk({}, 'stop'), true],
    ['[DONE] without its blank line', 'data: [DONE]', true],
    ['neither', chunk({ content: 'a' }), false],
    ['usage alone', usage, false],
    ['half a last event', chunk({}, 'stop').slice(0, -20), false],
    ['the mark inside a text', chunk({ content: '[DONE] "finish_reason":"stop"' }), false],
  ])('says whether the end was announced, by %s', (_, text, expected) => {
    const relay = new StreamRelay(false);
    relayed(relay, text, 11);
    expect(relay.watch.sawEnd).toBe(expected);
  });

  it('sees an error inside the stream', () => {
    const relay = new StreamRelay(false);
    relayed(relay, `${chunk({ content: 'a' })}data: {"error":{"message":"overloaded"}}\n\n${done}`, 30);
    expect(relay.watch.reportedError).toBe(true);
  });

  it.each([
    ['a chunk', chunk({ role: 'assistant' }), true],
    ['a ping and a chunk', `: ping\n\n${chunk({})}`, true],
    ['only a ping', ': ping\n\n', null],
    ['an error', 'data: {"error":{"message":"no"}}\n\n', false],
    ['broken JSON', 'data: {"choices":[\n\n', false],
    ['a page', '<html>\n\n<body>data: x</body>\n\n', null],
    ['its end', done, false],
  ])('knows how it began: %s', (_, text, expected) => {
    const relay = new StreamRelay(false);
    relayed(relay, text, 5);
    expect(relay.beganWell).toBe(expected);
  });

  it('lets an event that never ends through instead of holding it', () => {
    const relay = new StreamRelay(true);
    const endless = Buffer.alloc(700 * 1024, 'x');
    expect(relay.push(endless)).toEqual([]);
    expect(Buffer.concat(relay.push(endless))).toHaveLength(2 * endless.length);
  });
});
