// One file that holds every hostile line at once, and files of noise: nothing throws, nothing is lost from the count, and
// each fault is at its line and byte.
import fc from 'fast-check';
import { lineBytesMax } from './byte-lines.js';
import { makeImportReader } from './import-reader.js';
import { type ImportOutcome, isImportedRow } from './row-source.js';

function readAll(bytes: Uint8Array, format: 'auto' | 'csv' | 'openai-chat' = 'auto') {
  const reader = makeImportReader({ format, declaredKind: format === 'csv' ? 'csv' : 'jsonl' });
  const outcomes: ImportOutcome[] = [...reader.push(bytes), ...reader.end()];
  return { outcomes, facts: reader.fileFacts(), problem: reader.problem() };
}

const good = '{"prompt":"q","completion":"a"}';
const deep = (levels: number) => `{"prompt":"q","completion":"a","x":${'['.repeat(levels)}${']'.repeat(levels)}}`;

/** A line, and the code of its fault; null: a good row, undefined: no row at all. */
const lines: readonly (readonly [line: string | Buffer, code: string | null | undefined])[] = [
  [good, null],
  ['', undefined],
  [' \t', undefined],
  [`${good}\r`, null],
  [` ${good} `, null],
  ['{"prompt":"a\u2028b","completion":"c\u2029"}', null],
  ['{"prompt":', 'row.json'],
  [`${good}${good}`, 'row.json'],
  ['"text"', 'row.shape'],
  ['17', 'row.shape'],
  ['null', 'row.shape'],
  ['[{"role":"user"}]', 'row.shape'],
  ['{}', 'row.shape'],
  ['{"prompt":NaN,"completion":"a"}', 'row.json'],
  ['{"prompt":-Infinity,"completion":"a"}', 'row.json'],
  ['{"prompt":"q","completion":"a","completion":"b"}', 'row.json'],
  ['{"prompt":"q","completion":"a","m":{"k":1,"k":2}}', 'row.json'],
  ['{"prompt":"q","completion":"a","n":9007199254740993}', null],
  ['{"prompt":"q","completion":9007199254740993}', 'msg.structure'],
  ['{"prompt":"q","completion":"\\ud83d"}', 'row.json'],
  ['{"prompt":"q","completion":"\\ud83d\\ude00"}', null],
  ['{"prompt":"q","completion":"a\\u0000"}', 'row.json'],
  ['{"prompt":"q","completion":"a\0"}', 'row.bytes'],
  [
    Buffer.concat([Buffer.from('{"prompt":"q","completion":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
    'row.bytes',
  ],
  [
    Buffer.concat([Buffer.from('{"prompt":"q","completion":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    'row.bytes',
  ],
  ['{"prompt":"q","completion":"\ufffd"}', null],
  [deep(63), null],
  [deep(64), 'row.json'],
  [deep(20_000), 'row.json'],
  ['{"prompt":["q"],"completion":"a"}', 'msg.structure'],
  ['{"messages":{"role":"user"}}', 'msg.structure'],
  ['{"__proto__":{"prompt":"q"},"completion":"a"}', 'row.shape'],
  [good, null],
];

describe('a file of hostile lines', () => {
  const parts = lines.map(([line]) => Buffer.concat([Buffer.from(line as string), Buffer.from('\n')]));
  const { outcomes, facts } = readAll(Buffer.concat(parts));
  const offsets = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part.length, 0));

  it('gives each row or fault at its line and byte', () => {
    const found = outcomes.map((one) =>
      isImportedRow(one)
        ? [one.line, one.byteOffset, null]
        : [one.faults[0]?.line, one.faults[0]?.byteOffset, one.faults[0]?.code],
    );
    const expected = lines.flatMap(([, code], at) => (code === undefined ? [] : [[at + 1, offsets[at], code]]));
    expect(found).toEqual(expected);
  });

  it('counts accepted and rejected rows and blank lines to all lines', () => {
    expect(outcomes.length + facts.blankLines).toBe(lines.length);
    expect(facts).toMatchObject({ lines: lines.length, blankLines: 2, crlfLines: 1, badUtf8Lines: 2, kind: 'jsonl' });
  });
});

describe('a line', () => {
  const ofBytes = (length: number) => `{"text":"${'a'.repeat(length - '{"text":""}'.length)}"}`;

  it('may be of 16 MiB, its end not counted, and no longer', () => {
    const { outcomes } = readAll(Buffer.from(`${ofBytes(lineBytesMax)}\r\n${ofBytes(lineBytesMax + 1)}\n${good}`));
    expect(outcomes.map((one) => (isImportedRow(one) ? one.line : one.faults[0]?.code))).toEqual([1, 'row.bytes', 3]);
  });
});

describe('noise', () => {
  const piece = fc.oneof(
    fc.constantFrom(good, '{', '}', '[', ']', '"', ',', '\n', '\r\n', '\\', ':', ' ', 'a', '{"messages":[', '\ufeff'),
    fc.string(),
  );

  it('never throws, and as JSON lines gives one outcome or blank for each line', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const bytes = Buffer.from(pieces.join(''));
        const { outcomes, facts } = readAll(bytes, 'openai-chat');
        if (facts.kind === 'jsonl') {
          expect(outcomes.length + facts.blankLines).toBe(facts.lines);
        }
        readAll(bytes, 'csv');
        readAll(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('of bytes never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        readAll(bytes);
        readAll(Buffer.concat([Buffer.from('[{"a":'), bytes]));
      }),
      { numRuns: 500 },
    );
  });
});
