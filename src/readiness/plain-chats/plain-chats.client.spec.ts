// Whatever the quick reader gives must be what the long way gives, byte by byte; and on bytes that are no row at all the
// two must say the same.
import fc from 'fast-check';
import { allFormats } from '../formats/all-formats.js';
import { JsonRows } from '../imports/json-rows.js';
import { type ImportOutcome, isImportedRow } from '../imports/row-source.js';
import { lookTables } from '../quality/answer-look.js';
import { type RowContent, rowTextsAtLength } from '../rows/example.js';
import { makePlainLines } from './plain-chats.client.js';

const quick = makePlainLines();

function outcomesOf(bytes: Uint8Array, reader: typeof quick) {
  const rows = new JsonRows(allFormats, 'lines', reader);
  const outcomes = [...rows.push(bytes), ...rows.end()];
  return { outcomes, facts: rows.facts() };
}

const withoutTexts = (outcome: ImportOutcome) => (isImportedRow(outcome) ? { ...outcome, texts: undefined } : outcome);

function expectSame(bytes: Uint8Array) {
  const [one, other] = [outcomesOf(bytes, quick), outcomesOf(bytes, null)];
  expect(one.outcomes.map(withoutTexts)).toEqual(other.outcomes.map(withoutTexts));
  expect(one.facts).toEqual(other.facts);
  for (const outcome of one.outcomes) {
    if (isImportedRow(outcome) && outcome.texts !== undefined) {
      expect(outcome.texts).toEqual(rowTextsAtLength(outcome.content));
    }
  }
  return one.outcomes;
}

const quickly = (outcomes: readonly ImportOutcome[]) =>
  outcomes.map((outcome) => isImportedRow(outcome) && outcome.texts !== undefined);

const lineOf = (content: RowContent['messages'] | readonly object[]) => JSON.stringify({ messages: content });
const chat = (question: string, answer = 'Tomorrow.') => [
  { role: 'user', content: question },
  { role: 'assistant', content: answer },
];
const bytesOf = (...lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`);

const word = fc.stringMatching(/^[A-Za-z0-9_]{1,24}$/);
const sign = fc.constantFrom(
  ...' .,;:!?"\'`\\/()[]{}<>=$&%#-\n\t\r'.split(''),
  '\\n',
  '  ',
  '   ',
  '…',
  '’',
  '—',
  '\u00a0',
);
const wide = fc.constantFrom(
  'é',
  'ß',
  'Ñ',
  'ŉ',
  'ﬁ',
  '²',
  '½',
  'ǅ',
  '٣',
  '漢字',
  '👍',
  '👩‍🚀',
  '\u0301',
  '\u200b',
  '\u2028',
  '\ufffd',
  'İ',
);
const rare = fc.constantFrom('\u0000', '\u0008', '\u000c', '\u001b', '\u007f', '\u0085', '\ud83d', '\udc4d');
const pieces = (odds: readonly [number, number, number, number]) =>
  fc.array(
    fc.oneof(
      { arbitrary: word, weight: odds[0] },
      { arbitrary: sign, weight: odds[1] },
      { arbitrary: wide, weight: odds[2] },
      { arbitrary: rare, weight: odds[3] },
    ),
    { maxLength: 40 },
  );
const text = fc
  .oneof(pieces([6, 6, 0, 0]), pieces([6, 6, 1, 0]), pieces([20, 20, 4, 1]))
  .map((parts) => parts.join(''));

/** Ways to write a text that mean the same. */
const spellings: readonly ((json: string) => string)[] = [
  (json) => json,
  (json) => json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (json) => json.replaceAll('/', '\\/'),
  (json) => json.replace(/[A-Z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16).toUpperCase()}`),
];
const spelt = fc.tuple(text, fc.constantFrom(...spellings)).map(([value, spell]) => spell(JSON.stringify(value)));
const role = fc.constantFrom('user', 'assistant', 'user', 'assistant', 'system', 'tool', 'developer');
const blank = fc.constantFrom('', '', '', ' ', '  ', '\t', '\r');
const turn = fc.tuple(role, spelt, blank, fc.nat(19)).map(([by, content, gap, lot]) => {
  const members = [`"role"${gap}:${gap}"${by}"`, `"content":${gap}${content}`];
  const more = lot === 0 ? [...members, '"weight":1'] : lot === 1 ? [...members, '"content":"b"'] : members;
  return `{${gap}${(lot < 4 ? more.reverse() : more).join(`${gap},${gap}`)}${gap}}`;
});
const member = fc.constantFrom(
  '"id":"chat-1"',
  '"created":1760000000',
  '"model":"m\\u0041"',
  '"metadata":{"customer":"Müller","messages":[1]}',
  '"score":12345678901234567890',
  '"messages":[]',
  '"tools":[]',
  '"broken":',
  '"note":"a \\"messages\\": [ b"',
);
const line = fc
  .record({
    system: fc.option(fc.constantFrom('You help.', 'Be brief: “yes”.', '')),
    turns: fc.array(turn, { maxLength: 4 }),
    before: fc.array(member, { maxLength: 2 }),
    after: fc.array(member, { maxLength: 2 }),
    end: fc.constantFrom('', '', '', '\r', ' ', ',', '}'),
  })
  .map(({ system, turns, before, after, end }) => {
    const first = system === null ? [] : [`{"role":"system","content":${JSON.stringify(system)}}`];
    const last = '{"role":"assistant","content":"It comes tomorrow."}';
    return `{${[...before, `"messages":[${[...first, ...turns, last].join(',')}]`, ...after].join(',')}}${end}`;
  });
const lines = fc.array(line, { minLength: 1, maxLength: 6 });

describe('the quick reader of plain chats', () => {
  it('is there where the tests run', () => {
    expect(quick).not.toBeNull();
  });

  it('reads plain chats, also with characters by their numbers, blanks and other members around', () => {
    const outcomes = expectSame(
      bytesOf(
        lineOf(chat('Where is my parcel 4711?')),
        lineOf([{ role: 'system', content: 'You help.' }, ...chat('Où est-il ?', 'Là – “demain”.')]),
        lineOf([{ role: 'system', content: 'You help.' }, ...chat('Why?', 'So.'), ...chat('And\nthen…', 'Nothing.')]),
        '{"id":"a","messages": [ {"content": "Gr\\u00fc\\u00dfe \\/", "role" : "user"} , {"role":"assistant","content":"Hi"}],"model":"m"} ',
      ),
    );
    expect(quickly(outcomes)).toEqual([true, true, true, true]);
  });

  it('leaves to the long way what is no plain chat', () => {
    const outcomes = expectSame(
      bytesOf(
        lineOf(chat('漢字')),
        lineOf(chat('???')),
        lineOf([...chat('a'), { role: 'user', content: 'and?' }]),
        lineOf([{ role: 'assistant', content: 'Hi' }]),
        lineOf([
          { role: 'user', content: 'a' },
          { role: 'assistant', content: 'b', weight: 0 },
        ]),
        lineOf(chat('a \u0007 b')),
        '{"messages":[{"role":"user","content":"half \\ud83d"},{"role":"assistant","content":"b"}]}',
        '{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}],"messages":[]}',
        '{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]',
      ),
    );
    expect(quickly(outcomes)).not.toContain(true);
  });

  it('does not complete a line that was cut off with what it read before', () => {
    const whole = lineOf(chat('Where is it?', 'It comes tomorrow.'));
    for (let length = 0; length < whole.length; length += 1) {
      expectSame(Buffer.from(whole));
      expect(quickly(expectSame(Buffer.from(whole.slice(0, length))))).not.toContain(true);
    }
  });

  it('takes the system prompt of the line before only where it is the same', () => {
    const under = (content: string) => lineOf([{ role: 'system', content }, ...chat('Why?')]);
    const declined = lineOf([{ role: 'system', content: 'Two {x}.' }, ...chat('漢字')]);
    const outcomes = expectSame(
      bytesOf(under('One.'), under('One.'), declined, under('Two {x}.'), under('One'), under('One.')),
    );
    expect(quickly(outcomes)).toEqual([true, true, false, true, true, true]);
  });

  it('says the same as the long way on any chats, however they are spelt', () => {
    fc.assert(
      fc.property(lines, (some) => {
        expectSame(bytesOf(...some));
      }),
      { numRuns: 1_500 },
    );
  });

  it('says the same as the long way on lines that were damaged', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lines, damage, (some, changes) => {
        const bytes = bytesOf(...some);
        for (const [place, byte] of changes) {
          bytes[place % bytes.length] = byte;
        }
        expectSame(bytes);
      }),
      { numRuns: 1_500 },
    );
  });

  it('says the same wherever a text ends within sixteen bytes', () => {
    const letters = 'Aa1_ ,.é…x'.repeat(8);
    for (let from = 0; from < 10; from += 1) {
      for (let length = 1; length < 50; length += 1) {
        const some = [...letters].slice(from, from + length).join('');
        expectSame(
          bytesOf(lineOf(chat(`w${some}`, `${some}7`)), lineOf([{ role: 'system', content: some }, ...chat('b')])),
        );
      }
    }
  });
});

describe('a look at the answer', () => {
  it.each([
    ['many times the same', 'the same words again. '.repeat(60)],
    ['longer than what is looked at, and wide', `${'naïf—’né '.repeat(120)}sorry`],
    ['as long as what is looked at, and wide', `${'a '.repeat(499)}bé`],
    ['longer by one unit than what is looked at, and wide', `${'a '.repeat(499)}béb`],
    ['refusing behind a curved apostrophe', 'I’m sorry, I can’t help with that.'],
  ])('is the same by bytes: %s', (_name, answer) => {
    expect(quickly(expectSame(bytesOf(lineOf(chat('And then?', answer)))))).toEqual([true]);
  });

  it('is the same by bytes however long the answer is, and whatever it repeats', () => {
    const hint = fc.constantFrom("I'm sorry", 'I’m unable', 'as an AI', 'lorem ipsum', 'Exception in', 'ipsum');
    const alike = fc.constantFrom('é', 'ß', '’', '—', '…');
    const parts = (isWide: boolean) =>
      fc.array(
        fc.oneof(
          word,
          sign.filter((one) => one < '\u0080'),
          hint,
          ...(isWide ? [alike] : []),
        ),
        { minLength: 1 },
      );
    const length = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 980, max: 1_020 }), fc.nat(1_100));
    const answer = fc
      .tuple(
        fc.oneof(parts(false), parts(true)),
        fc.array(word, { minLength: 1, maxLength: 150 }),
        length,
        fc.boolean(),
      )
      .map(([some, others, units, isRepeated]) => {
        const once = [...some, ...others].join(' ');
        return `w${isRepeated ? some.join(' ').repeat(units) : once.padStart(units, once)}`.slice(-units);
      });
    fc.assert(
      fc.property(answer, (some) => {
        expectSame(bytesOf(lineOf(chat('And then?', some))));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([9, 10, 11, 999, 1_000, 1_001])('is the same by bytes where the answer has %i units', (units) => {
    const numbers = Array.from({ length: 400 }, (_, number) => `${number * number}`).join(' ');
    for (const answer of [numbers, `é${numbers}`, `${numbers.slice(0, units - 1)}é`, 'a b'.repeat(400)]) {
      expect(quickly(expectSame(bytesOf(lineOf(chat('And then?', answer.slice(0, units))))))).toEqual([true]);
    }
  });

  it('has classes only where the compiled reader looks for them', () => {
    const classes = [...lookTables.entries].map((entry) => entry & 31);
    expect(classes.slice(96, 128)).toEqual(classes.slice(64, 96));
    expect(new Set([...classes.slice(16, 32), ...classes.slice(48, 64)])).toEqual(new Set([28]));
  });
});

describe('line feeds', () => {
  it('are counted in any bytes, more than are loaded at once too', () => {
    const some = fc.uint8Array({ maxLength: 200 }).map((bytes) => bytes.map((byte) => (byte % 7 === 0 ? 10 : byte)));
    const counted = (bytes: Uint8Array) => bytes.reduce((feeds, byte) => feeds + (byte === 10 ? 1 : 0), 0);
    fc.assert(fc.property(some, (bytes) => expect(quick?.feedsIn(bytes)).toBe(counted(bytes))));
    const many = new Uint8Array(1_300_003).map((_, at) => (at % 997 === 0 ? 10 : 97));
    expect(quick?.feedsIn(many)).toBe(counted(many));
  });
});
