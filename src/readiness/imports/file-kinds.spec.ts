// What kind of file is it, and where does each row of it begin? Every file here is hostile in one way, and its good rows
// have to come out at their line and byte.
import fc from 'fast-check';
import { type FileKind, kindByName } from './file-facts.js';
import { type ImportFormat, makeImportReader } from './import-reader.js';
import { type ImportOutcome, isImportedRow } from './row-source.js';

const bytes = (text: string) => Buffer.from(text, 'utf8');

function readAll(
  content: string | Uint8Array,
  options: { format?: ImportFormat; declared?: FileKind; cuts?: number[] } = {},
) {
  const { format = 'auto', declared = null, cuts = [] } = options;
  const whole = typeof content === 'string' ? bytes(content) : content;
  const reader = makeImportReader({ format, declaredKind: declared });
  const places = [0, ...[...cuts].sort((a, b) => a - b), whole.length];
  const chunks = places.slice(1).map((end, at) => whole.subarray(places[at], end));
  const outcomes: ImportOutcome[] = [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
  return {
    rows: outcomes.filter(isImportedRow).map((row) => [row.line, row.byteOffset, row.content.messages.at(-1)?.content]),
    faults: outcomes.flatMap((one) =>
      'faults' in one ? [[one.faults[0]?.line, one.faults[0]?.byteOffset, one.faults[0]?.code]] : [],
    ),
    total: outcomes.length,
    problem: reader.problem(),
    facts: reader.fileFacts(),
  };
}

const row = (answer: string) => JSON.stringify({ prompt: 'q', completion: answer });
const pretty = (answer: string) => JSON.stringify({ prompt: 'q', completion: answer }, null, 2);

describe('the kind of a file', () => {
  it.each([
    [
      'jsonl',
      `${row('a')}\n${row('b')}\n`,
      [
        [1, 0, 'a'],
        [2, 32, 'b'],
      ],
    ],
    ['jsonl', `\n\n${row('a')}`, [[3, 2, 'a']]],
    [
      'json-array',
      `[${row('a')},${row('b')}]`,
      [
        [1, 1, 'a'],
        [1, 33, 'b'],
      ],
    ],
    [
      'json-array',
      `[\n${row('a')},\n${row('b')}\n]\n`,
      [
        [2, 2, 'a'],
        [3, 35, 'b'],
      ],
    ],
    [
      'json-array',
      `[\n${pretty('a')},\n${pretty('b')}]`,
      [
        [2, 2, 'a'],
        [6, 44, 'b'],
      ],
    ],
    [
      'pretty-json',
      `${pretty('a')}\n${pretty('b')}\n`,
      [
        [1, 0, 'a'],
        [5, 41, 'b'],
      ],
    ],
    ['csv', 'prompt,completion\nq,a\n', [[2, 18, 'a']]],
    ['tsv', 'prompt\tcompletion\nq, r\ta\n', [[2, 18, 'a']]],
  ] as const)('%s is known by its bytes', (kind, text, rows) => {
    const read = readAll(text);
    expect(read.facts.kind).toBe(kind);
    expect(read.rows).toEqual(rows);
    expect([read.faults, read.problem]).toEqual([[], null]);
  });

  it('is not guessed from a broken first line: one object a line stays that', () => {
    const read = readAll(`{"prompt":"q",\n${row('b')}\n`);
    expect(read.facts.kind).toBe('jsonl');
    expect(read.faults).toEqual([[1, 0, 'row.json']]);
    expect(read.rows).toEqual([[2, 15, 'b']]);
  });

  it('is said to be another one than declared', () => {
    expect(readAll(`[${row('a')}]`, { declared: 'jsonl' }).facts).toMatchObject({
      kind: 'json-array',
      autoConverted: true,
    });
    expect(readAll(pretty('a'), { declared: 'json-array' }).facts.autoConverted).toBe(false);
    expect(readAll(row('a'), { declared: 'jsonl' }).facts.autoConverted).toBe(false);
  });

  it('is looked for in the name, through packing', () => {
    expect(['a.jsonl.gz', 'B.JSON', 'c.tsv.zst', 'd.parquet', 'e'].map(kindByName)).toEqual([
      'jsonl',
      'json-array',
      'tsv',
      'parquet',
      null,
    ]);
  });

  it('is null for a file that holds nothing', () => {
    expect(readAll('').facts).toMatchObject({ kind: null, lines: 0 });
    expect(readAll('\n \n').facts.kind).toBeNull();
  });

  it('does not make a table of text that was said to be JSON lines', () => {
    const read = readAll(`hello\n${row('a')}\n`, { declared: 'jsonl' });
    expect(read.faults).toEqual([[1, 0, 'row.json']]);
    expect(read.rows).toEqual([[2, 6, 'a']]);
    expect(readAll('hello\nthere\n').problem).toMatch(/must name the columns/);
  });
});

describe('the facts of a file', () => {
  it('count blank lines, line ends, the mark and the shapes', () => {
    const text = `\ufeff${row('a')}\r\n\r\n{"text":"t"}\r\n${row('b')}`;
    const read = readAll(text);
    expect(read.rows.map(([line, offset]) => [line, offset])).toEqual([
      [1, 3],
      [3, 38],
      [4, 52],
    ]);
    expect(read.facts).toMatchObject({
      bom: true,
      lines: 4,
      blankLines: 1,
      crlfLines: 3,
      endsWithNewline: false,
      encodingFound: 'utf-8',
      shapes: { 'prompt-completion': 2, text: 1 },
    });
    expect(readAll(`\ufeff[\n${row('a')}\n]\n`).facts).toMatchObject({ bom: true, lines: 3, endsWithNewline: true });
  });

  it.each([
    ['utf-16le', Buffer.from(`\ufeff${row('a')}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${row('a')}`, 'utf16le').swap16()],
    ['utf-16le', Buffer.from(row('a'), 'utf16le')],
    ['utf-16be', Buffer.from(row('a'), 'utf16le').swap16()],
  ] as const)('name %s, which is refused', (encodingFound, content) => {
    const read = readAll(content);
    expect(read.facts).toMatchObject({ encodingFound, kind: null });
    expect(read.problem).toMatch(/UTF-16/);
    expect(read.total).toBe(0);
  });

  it('count the lines of another encoding, and name the first bad byte', () => {
    const bad = Buffer.concat([bytes(`${row('a')}\n{"text":"caf`), Buffer.from([0xe9]), bytes(`"}\n${row('b')}\n`)]);
    const read = readAll(bad);
    expect(read.facts).toMatchObject({ encodingFound: 'not-utf-8', badUtf8Lines: 1, firstBadByte: 44 });
    expect(read.faults).toEqual([[2, 32, 'row.bytes']]);
    expect(read.rows).toHaveLength(2);
  });
});

describe('a list of objects', () => {
  it.each([
    ['a line end inside a text', `[\n{"text":"a\nb"},\n${row('b')}\n]`, [2, 2, 'row.json'], [4, 18, 'b']],
    ['a bracket that closes too early', `[{"text":["a"},${row('b')}]`, [1, 1, 'row.json'], [1, 15, 'b']],
    ['a bare word', `[nothing,${row('b')}]`, [1, 1, 'row.json'], [1, 9, 'b']],
    ['a text', `["a",${row('b')}]`, null, null],
    ['a list', `[[1,2],${row('b')}]`, [1, 1, 'row.shape'], [1, 7, 'b']],
    ['a closing brace too much', `[\n{"text":"a"}},\n${row('b')}\n]`, null, null],
  ] as const)('loses one row to %s, and reads the next at its place', (_name, text, fault, good) => {
    const read = readAll(text);
    expect(read.rows.map(([, , answer]) => answer)).toContain('b');
    if (fault !== null) {
      expect(read.faults[0]).toEqual(fault);
      expect(read.rows.at(-1)).toEqual(good);
    }
    expect(read.problem).toBeNull();
  });

  it('that is cut is refused, and keeps what came before', () => {
    const read = readAll(`[${row('a')},${row('b')},{"prompt":`);
    expect(read.rows).toHaveLength(2);
    expect(read.faults).toEqual([[1, 65, 'row.json']]);
    expect(read.problem).toMatch(/never closed/);
    expect(readAll(`[${row('a')}`).problem).toMatch(/never closed/);
  });

  it('reads braces, quotes and brackets inside of texts as text', () => {
    const answer = 'a "]}, { [ \\ \\" b';
    expect(readAll(`[${row(answer)},\n${row('b')}]`).rows.map(([, , text]) => text)).toEqual([answer, 'b']);
  });

  it('refuses an object above 16 MiB without keeping it, and goes on after it', () => {
    const long = `[{"text":"${'a'.repeat(17 * 1024 * 1024)}"},${row('b')}]`;
    const read = readAll(long);
    expect(read.faults).toEqual([[1, 1, 'row.bytes']]);
    expect(read.rows).toHaveLength(1);
  });
});

describe('reading in chunks', () => {
  const samples = [
    `\ufeff[\n${pretty('grüße 😀')},\n{"text":"a\nb"},\n${row('b "x" \\')}\n]\n`,
    `${pretty('a')}\r\n\r\n${pretty('é')}\n`,
    `\n${row('a')}\n{\n${row('b')}\n${'{"prompt":'}`,
    'prompt\tcompletion\r\nq\t"a\nb"\nq\tc\n',
  ];

  it('gives the same whatever the chunks are cut like', () => {
    for (const text of samples) {
      const whole = readAll(text);
      fc.assert(
        fc.property(fc.array(fc.nat(bytes(text).length), { maxLength: 30 }), (cuts) => {
          expect(readAll(text, { cuts })).toEqual(whole);
        }),
        { numRuns: 60 },
      );
    }
  });

  it('gives the same byte by byte', () => {
    for (const text of samples) {
      const cuts = Array.from({ length: bytes(text).length }, (_, at) => at);
      expect(readAll(text, { cuts })).toEqual(readAll(text));
    }
  });
});
