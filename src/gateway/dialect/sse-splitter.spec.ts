// Every way of cutting a stream into chunks must give the same events and lose no byte.
import fc from 'fast-check';
import { SseSplitter } from './sse-splitter.js';

function split(chunks: readonly Buffer[]) {
  const splitter = new SseSplitter();
  const events = chunks.flatMap((chunk) => splitter.push(chunk));
  const rest = splitter.end();
  return rest === null ? events : [...events, rest];
}

const saidBy = (events: ReturnType<typeof split>) => events.flatMap((event) => event.data ?? []);
const dataOf = (text: string) => split([Buffer.from(text)]).map((event) => event.data);

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set([...places.map((place) => place % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

describe('the events of a stream', () => {
  it.each([
    ['LF', 'data: a\n\ndata: b\n\n'],
    ['CRLF', 'data: a\r\n\r\ndata: b\r\n\r\n'],
    ['CR', 'data: a\r\rdata: b\r\r'],
    ['a mix', 'data: a\r\n\ndata: b\n\r\n'],
    ['a missing last blank line', 'data: a\n\ndata: b'],
    ['blank lines between', '\n\ndata: a\n\n\n\ndata: b\n\n'],
    ['a byte order mark', '\uFEFFdata: a\n\ndata:b\n\n'],
  ])('end at blank lines, with %s', (_, text) => {
    expect(dataOf(text)).toEqual(['a', 'b']);
  });

  it('may carry several data lines, or none', () => {
    expect(dataOf(': ping\n\nevent: x\ndata: a\ndata\ndata:  b\nid: 1\n\n')).toEqual([null, 'a\n\n b']);
  });

  it('do not depend on how the bytes were cut, characters included', () => {
    const line = fc.constantFrom('data: {"t":"żółć 🙂"}', 'data: [DONE]', ': ping', 'event: e', 'data');
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const stream = fc.array(fc.tuple(line, end, fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(stream, fc.array(fc.nat(400), { maxLength: 20 }), (parts, places) => {
        const text = parts.map(([words, lineEnd, isLast]) => `${words}${lineEnd}${isLast ? lineEnd : ''}`).join('');
        const bytes = Buffer.from(text);
        const whole = split([bytes]);
        const pieces = split(cut(bytes, places));
        // The LF of a CRLF that was cut in two may come out as an event of its own: one without data.
        expect(saidBy(pieces)).toEqual(saidBy(whole));
        expect(Buffer.concat(pieces.map((event) => event.bytes)).equals(bytes)).toBe(true);
      }),
    );
  });

  it('come out as soon as they are complete', () => {
    const splitter = new SseSplitter();
    expect(splitter.push(Buffer.from('data: a\n'))).toEqual([]);
    expect(splitter.heldBytes).toBe(8);
    expect(splitter.push(Buffer.from('\n'))).toHaveLength(1);
    expect(splitter.heldBytes).toBe(0);
  });
});
