// Bytes in, rows and faults out. Each hostile line stands between two good ones: the good ones have to survive it.
import fc from 'fast-check';
import type { FileKind } from './file-facts.js';
import { type ImportFormat, makeImportReader } from './import-reader.js';
import { type ImportOutcome, isImportedRow } from './row-source.js';

function readAll(format: ImportFormat, chunks: readonly Uint8Array[], declaredKind: FileKind | null = null) {
  const reader = makeImportReader({ format, declaredKind });
  const outcomes: ImportOutcome[] = [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
  return {
    problem: reader.problem(),
    rows: outcomes.flatMap((outcome) => (isImportedRow(outcome) ? [{ ...outcome, ...outcome.content }] : [])),
    rejected: outcomes.flatMap((outcome) => ('faults' in outcome ? [outcome.faults] : [])),
    facts: reader.fileFacts(),
  };
}

const bytes = (text: string) => Buffer.from(text, 'utf8');
const chat = (user: unknown, assistant: unknown) =>
  JSON.stringify({
    messages: [
      { role: 'user', content: user },
      { role: 'assistant', content: assistant },
    ],
  });
const good = chat('where is my card', 'card_arrival');

describe('reading chats, one a line', () => {
  it('keeps the good neighbours of a bad line and names its line, byte and field', () => {
    const bad = chat('hello', '  ');
    const { rows, rejected } = readAll('openai-chat', [bytes(`${good}\n\n${bad}\n${good}`)]);
    expect(rows.map((row) => row.line)).toEqual([1, 4]);
    expect(rejected).toEqual([
      [
        {
          code: 'msg.content-empty',
          field: 'messages[1].content',
          reason: 'The content is empty.',
          line: 3,
          byteOffset: good.length + 2,
        },
      ],
    ]);
  });

  const ask = '{"role":"user","content":"a"}';
  const hostile: [name: string, line: string | Buffer, code: string, field: string, reason: RegExp][] = [
    ['a broken object', '{"messages":[', 'row.json', '', /not valid JSON/],
    ['NaN', '{"messages":NaN}', 'row.json', '', /NaN and Infinity/],
    ['a list', '[1]', 'row.shape', '', /a list, not an object/],
    ['a text', '"hello"', 'row.shape', '', /a string, not an object/],
    ['null', 'null', 'row.shape', '', /null, not an object/],
    [
      'a key that stands twice',
      '{"messages":[{"role":"user","role":"user","content":"a"}]}',
      'row.json',
      'messages[0].role',
      /twice/,
    ],
    ['an escaped key that stands twice', '{"a":1,"\\u0061":2}', 'row.json', 'a', /twice/],
    [
      'nesting of 65',
      `{"messages":${'['.repeat(64)}${']'.repeat(64)}}`,
      'row.json',
      'messages[0][0][0][0][0][0][0]',
      /deeper than 64/,
    ],
    ['a NUL byte', '{"messages":"\0"}', 'row.bytes', '', /NUL/],
    ['an escaped NUL', chat('a\0b', 'c'), 'row.json', 'messages[0].content', /NUL/],
    [
      'half a surrogate pair',
      '{"messages":[{"role":"user","content":"\\ud800"},{"role":"assistant","content":"a"}]}',
      'row.json',
      'messages[0].content',
      /surrogate/,
    ],
    [
      'bytes that are no UTF-8',
      Buffer.concat([bytes('{"messages":"é'), Buffer.from([0xe9, 0x61]), bytes('"}')]),
      'row.bytes',
      '',
      /not valid UTF-8/,
    ],
    ['no messages', '{"prompt":"a"}', 'msg.structure', 'messages', /missing/],
    ['messages that are a text', '{"messages":"a"}', 'msg.structure', 'messages', /no list/],
    ['no message', '{"messages":[]}', 'msg.structure', 'messages', /empty/],
    ['a message that is a text', '{"messages":["a"]}', 'msg.structure', 'messages[0]', /an object/],
    ['a number as content', chat(5, 'a'), 'msg.structure', 'messages[0].content', /a text/],
    ['an image of no address', chat([{ type: 'image_url' }], 'a'), 'image.ref', 'messages[0].content[0]', /a path/],
    ['a sound', chat([{ type: 'input_audio' }], 'a'), 'msg.unsupported', 'messages[0].content[0]', /Sound/],
    [
      'a picture of the assistant',
      chat('a', [{ type: 'image_url', image_url: { url: 'a.png' } }]),
      'msg.unsupported',
      'messages[1].content',
      /Only a user/,
    ],
    [
      'a weight of 2',
      `{"messages":[${ask},{"role":"assistant","content":"b","weight":2}]}`,
      'msg.weight',
      'messages[1].weight',
      /0 or 1/,
    ],
    [
      'weights of 0 only',
      `{"messages":[${ask},{"role":"assistant","content":"b","weight":0}]}`,
      'msg.weight',
      'messages',
      /nothing is learnt/,
    ],
    ['an unknown role', `{"messages":[{"role":"bot","content":"a"}]}`, 'msg.roles', 'messages[0].role', /A role is/],
    [
      'a role of the prototype',
      `{"messages":[{"role":"toString","content":"a"}]}`,
      'msg.roles',
      'messages[0].role',
      /A role is/,
    ],
    [
      'a late system message',
      `{"messages":[${ask},{"role":"system","content":"s"},{"role":"assistant","content":"b"}]}`,
      'msg.roles',
      'messages[1].role',
      /come first/,
    ],
    ['no answer', `{"messages":[${ask}]}`, 'msg.ends-assistant', 'messages', /no answer/],
    ['no question', '{"messages":[{"role":"assistant","content":"b"}]}', 'msg.roles', 'messages', /No user turn/],
    [
      'a tool call',
      `{"messages":[${ask},{"role":"assistant","content":null,"tool_calls":[{}]}]}`,
      'tool.calls',
      'messages[1].tool_calls[0].id',
      /has an id/,
    ],
    ['an unpaired quote in a key', '{"a\\\\":1,"b":1,"b":2}', 'row.json', 'b', /twice/],
    ['a spaced key that stands twice', '{"a" :1,"a":2}', 'row.json', 'a', /twice/],
  ];

  it.each(hostile)('rejects %s', (_name, line, code, field, reason) => {
    const before = bytes(`${good}\n`);
    const { rows, rejected } = readAll('openai-chat', [before, Buffer.from(line), bytes(`\n${good}\n`)]);
    expect(rows.map((row) => row.line)).toEqual([1, 3]);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]?.[0]).toMatchObject({ code, field, line: 2, byteOffset: before.length });
    expect(rejected[0]?.[0]?.reason).toMatch(reason);
  });

  it('names the byte at which the text stops being UTF-8', () => {
    const { rejected } = readAll('openai-chat', [Buffer.from([0x22, 0xc3, 0xa9, 0xe9, 0x61, 0x22])]);
    expect(rejected[0]?.[0]?.reason).toBe('Byte 3 of the file is not valid UTF-8.');
  });

  it('rejects a line above 16 MiB without keeping it, and goes on after it', () => {
    const chunk = Buffer.alloc(1024 * 1024, 0x61);
    const long = Array.from({ length: 17 }, () => chunk);
    const { rows, rejected } = readAll('openai-chat', [bytes(`${good}\n`), ...long, bytes(`\n${good}`)]);
    expect(rows.map((row) => row.line)).toEqual([1, 3]);
    expect(rejected[0]?.[0]).toMatchObject({ code: 'row.bytes', line: 2, byteOffset: good.length + 1 });
  });

  it('reads past a byte order mark, CRLF, blank lines and a missing last line end', () => {
    const { rows, rejected } = readAll('openai-chat', [bytes(`\ufeff${good}\r\n\r\n   \n${good}`)]);
    expect(rejected).toEqual([]);
    expect(rows.map((row) => row.line)).toEqual([1, 4]);
  });

  it('does not take U+2028 for a line end', () => {
    expect(readAll('openai-chat', [bytes(chat('a\u2028b', 'c'))]).rows[0]?.messages[0]?.content).toBe('a\u2028b');
  });

  it('takes the last assistant turn as the answer and drops what follows it', () => {
    const line = `{"id":7,"messages":[{"role":"developer","content":"s"},${ask},{"role":"assistant","content":"b"},${ask}]}`;
    const { rows } = readAll('openai-chat', [bytes(line)]);
    expect(rows[0]).toMatchObject({ trimmed: true });
    expect(rows[0]?.messages.map((message) => message.role)).toEqual(['system', 'user', 'assistant']);
  });

  it('refuses a UTF-16 file as a whole', () => {
    expect(readAll('openai-chat', [Buffer.from('\ufeff{"a":1}', 'utf16le')]).problem).toMatch(/UTF-16/);
  });

  it('gives the same whatever the chunks are cut like', () => {
    const text = bytes(`\ufeff${good}\r\n{\n${chat('grüße 😀', 'b')}\n\n${good}`);
    const whole = readAll('openai-chat', [text]);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const places = [0, ...[...cuts].sort((a, b) => a - b), text.length];
        const chunks = places.slice(1).map((end, at) => text.subarray(places[at], end));
        expect(readAll('openai-chat', chunks)).toEqual(whole);
      }),
    );
  });
});

describe('reading comma-separated rows', () => {
  it('finds the columns by name, in any order and case, among others', () => {
    const { rows } = readAll('csv', [bytes('id, Category ,TEXT\n1,greeting,"hello, you"\n')]);
    expect(rows).toMatchObject([
      {
        line: 2,
        trimmed: false,
        shape: 'classification',
        messages: [
          { role: 'user', content: 'hello, you' },
          { role: 'assistant', content: 'greeting' },
        ],
      },
    ]);
  });

  it.each([
    ['no label', 'text,intent\na,b\n', /must name the columns/],
    ['no header', 'hello,greeting\n', /must name the columns/],
    ['the label twice', 'text,label,category\n', /twice/],
  ])('refuses a file with %s', (_name, text, reason) => {
    expect(readAll('csv', [bytes(text)]).problem).toMatch(reason);
  });

  it('tells the line on which a record begins although cells hold line breaks', () => {
    const text = 'text,label\r\n"a\nb\n\nc",x\r\n\r\nplain,y\r\nd,\r\n"e ""quoted""",z';
    const { rows, rejected } = readAll('csv', [bytes(text)]);
    expect(rows.map((row) => [row.line, row.messages[0]?.content])).toEqual([
      [2, 'a\nb\n\nc'],
      [7, 'plain'],
      [9, 'e "quoted"'],
    ]);
    expect(rejected).toEqual([
      [expect.objectContaining({ line: 8, byteOffset: text.indexOf('d,'), field: 'label', code: 'msg.content-empty' })],
    ]);
  });

  it.each([
    ['a quote inside a bare cell', '5" pipe,x', /a cell that is not quoted/],
    ['text after a closing quote', '"a"b,x', /follows the closing quote/],
    ['a cell too few', 'a', /1 cells, the header 2/],
    ['a cell too many', 'a,b,c', /3 cells, the header 2/],
    ['a NUL', 'a\0,x', /NUL/],
  ])('rejects %s and keeps its neighbours', (_name, line, reason) => {
    const { rows, rejected } = readAll('csv', [bytes(`text,label\na,x\n${line}\nb,y\n`)]);
    expect(rows.map((row) => row.line)).toEqual([2, 4]);
    expect(rejected[0]?.[0]).toMatchObject({ line: 3, byteOffset: 'text,label\na,x\n'.length });
    expect(rejected[0]?.[0]?.reason).toMatch(reason);
  });

  it('loses one row to a quote that is never closed, not the rest of the file', () => {
    const { rows, rejected } = readAll('csv', [bytes('text,label\na,x\n"open,y\nb,z\nc,z\n')]);
    expect(rows.map((row) => row.line)).toEqual([2, 4, 5]);
    expect(rejected).toEqual([[expect.objectContaining({ line: 3, code: 'row.csv' })]]);
  });
});
