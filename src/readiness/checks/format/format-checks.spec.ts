// Each check at its limits: passes, warns, fails, cannot tell; nothing passes on nothing; rows may be cut any way.
import fc from 'fast-check';
import { anIntakeOf, type Delivery } from '../../../../test/builders/deliveries.js';
import { aRowFacts, type RowFactsParts, rowFactsApart } from '../../../../test/builders/row-facts.js';
import { judged, measuredInPieces } from '../../../../test/builders/set-context.js';
import type { Check } from '../../check.js';
import type { ImageTally } from '../../images/image-tally.js';
import type { FaultCode } from '../../imports/import-fault.js';
import { noIntake } from '../../intake/intake-tally.js';
import type { Message } from '../../rows/example.js';
import { formatChecks } from './format-checks.js';

function byId(id: string): Check {
  const check = formatChecks.find((one) => one.id === id);
  if (check === undefined) {
    throw new RangeError(id);
  }
  return check;
}

/** Rows alike in form, the first `odd` of them with something more. */
const rows = (count: number, odd = 0, parts: RowFactsParts = {}) =>
  rowFactsApart(count, (at) => (at < odd ? parts : {}));
const outcome = (
  id: string,
  count: number,
  delivery: Delivery = {},
  more: { odd?: number; parts?: RowFactsParts } = {},
) =>
  judged(byId(id), rows(count, more.odd, more.parts), {
    taskKind: 'closed-set classification',
    intake: anIntakeOf({ rows: count, ...delivery }),
  }).outcome;
const noted = (note: string) => ({ traits: { notes: [note] } }) as RowFactsParts;
const turns = (...roles: Message['role'][]) => roles.map((role) => ({ role, content: role }));

describe('the checks of files', () => {
  it.each<[string, Delivery, string]>([
    ['F01', {}, 'pass'],
    ['F01', { files: [{}, { problem: 'The file holds no rows.', kind: null }] }, 'fail'],
    ['F01', { files: [], captured: { seen: 5 } }, 'pass'],
    ['F01', { files: [] }, 'inconclusive'],
    ['F02', {}, 'pass'],
    ['F02', { files: [{ encodingFound: 'not-utf-8', badUtf8Lines: 1, firstBadByte: 4 }] }, 'fail'],
    ['F02', { files: [{ encodingFound: 'utf-16le', kind: null }] }, 'fail'],
    ['F02', { files: [] }, 'inconclusive'],
    ['F03', {}, 'pass'],
    ['F03', { files: [{ bom: true }] }, 'warn'],
    ['F03', { files: [] }, 'inconclusive'],
    ['F04', {}, 'pass'],
    ['F04', { files: [{ kind: 'json-array', autoConverted: true }] }, 'warn'],
    ['F04', { files: [{ kind: 'csv', problem: 'The first row must name the columns.' }] }, 'fail'],
    ['F04', { files: [] }, 'inconclusive'],
  ])('%s on %j: %3$s', (id, delivery, expected) => {
    expect(outcome(id, 10, delivery)).toBe(expected);
  });

  it('say where the first bad byte stands', () => {
    const files = [{ encodingFound: 'not-utf-8', badUtf8Lines: 2, firstBadByte: 1234 }] as const;
    expect(judged(byId('F02'), [], { intake: anIntakeOf({ files }) }).text).toContain('first at byte 1,234');
  });
});

describe('the checks of rows', () => {
  it.each<[string, FaultCode, [faulty: number, of: number, expected: string][]]>([
    [
      'F05',
      'row.json',
      [
        [0, 100, 'pass'],
        [1, 100, 'warn'],
        [5, 100, 'warn'],
        [6, 100, 'fail'],
        [29, 29, 'warn'],
      ],
    ],
    [
      'F07',
      'msg.structure',
      [
        [0, 100, 'pass'],
        [1, 100, 'warn'],
        [5, 100, 'warn'],
        [6, 100, 'fail'],
      ],
    ],
    [
      'F07',
      'row.shape',
      [
        [1, 100, 'warn'],
        [6, 100, 'fail'],
      ],
    ],
    [
      'F08',
      'msg.roles',
      [
        [0, 100, 'pass'],
        [1, 100, 'warn'],
        [2, 100, 'fail'],
      ],
    ],
    [
      'F09',
      'msg.ends-assistant',
      [
        [0, 100, 'pass'],
        [5, 100, 'warn'],
        [6, 100, 'fail'],
      ],
    ],
    [
      'F10',
      'msg.content-empty',
      [
        [0, 200, 'pass'],
        [1, 200, 'warn'],
        [2, 200, 'fail'],
      ],
    ],
    [
      'F11',
      'tool.calls',
      [
        [0, 100, 'pass'],
        [30, 100, 'fail'],
      ],
    ],
    [
      'F13',
      'msg.weight',
      [
        [0, 100, 'pass'],
        [1, 100, 'fail'],
      ],
    ],
    [
      'F14',
      'pref.pair',
      [
        [0, 100, 'pass'],
        [30, 100, 'fail'],
      ],
    ],
    [
      'F15',
      'image.ref',
      [
        [0, 100, 'pass'],
        [30, 100, 'fail'],
      ],
    ],
  ])('%s counts rows refused for %s', (id, code, cases) => {
    for (const [faulty, of, expected] of cases) {
      expect([faulty, of, outcome(id, of - faulty, { rows: of, rejected: { [code]: faulty } })]).toEqual([
        faulty,
        of,
        expected,
      ]);
    }
    expect(outcome(id, 0, { files: [] })).toBe('inconclusive');
  });

  it('F08 predicts what merging turns would leave', () => {
    const { measured } = judged(byId('F08'), rows(99, 2, { messages: turns('user', 'user', 'assistant') }), {
      intake: anIntakeOf({ rows: 100, rejected: { 'msg.roles': 1 } }),
    });
    expect(measured).toMatchObject({ numerator: 3, denominator: 100, effect: { rows: 0, metricAfter: 0.01 } });
  });

  it('F06 refuses kinds that do not go together, and files that mix shapes', () => {
    expect(outcome('F06', 10)).toBe('pass');
    expect(outcome('F06', 0)).toBe('inconclusive');
    expect(outcome('F06', 10, {}, { odd: 1, parts: { kind: 'text' } })).toBe('fail');
    expect(outcome('F06', 10, { files: [{ shapes: { 'openai-chat': 5, classification: 5 } }] })).toBe('fail');
    expect(outcome('F06', 10, { files: [{ shapes: { 'openai-chat': 5 } }, { shapes: { classification: 5 } }] })).toBe(
      'pass',
    );
  });

  it('F11 and F14 judge the rows that the question is about', () => {
    const call = { id: 'a', name: 'f', arguments: '{}' };
    const calling = {
      messages: [...turns('user'), { role: 'assistant', content: '', toolCalls: [call] }],
    } as RowFactsParts;
    const few = judged(byId('F11'), rows(1000, 99, calling), {
      intake: anIntakeOf({ rows: 1001, rejected: { 'tool.calls': 1 } }),
    });
    expect([few.measured.denominator, few.outcome]).toEqual([100, 'warn']);
    const pairs = judged(byId('F14'), rows(1000, 98, { kind: 'preference' }), {
      intake: anIntakeOf({ rows: 1002, rejected: { 'pref.pair': 2 } }),
    });
    expect([pairs.measured.denominator, pairs.outcome]).toEqual([100, 'fail']);
  });

  it('F12 judges calls that have a schema, and is skipped where none has', () => {
    const checked = (callsFaulty: number) => ({
      schema: { callsChecked: 1, callsFaulty, answerParses: null, answerFollows: null },
    });
    const of = (faulty: number) =>
      judged(
        byId('F12'),
        rowFactsApart(100, (at) => checked(at < faulty ? 1 : 0)),
      ).outcome;
    expect([of(1), of(2), of(5), of(6)]).toEqual(['pass', 'warn', 'warn', 'fail']);
    expect(outcome('F12', 100)).toBe('skipped');
  });

  it('F15 counts references that lead nowhere; F16 pictures that cannot be seen', () => {
    const shown = (images: Partial<ImageTally>) => ({ images });
    expect(outcome('F15', 100, shown({ references: 100 }))).toBe('pass');
    expect(outcome('F15', 100, shown({ references: 100, missing: 1 }))).toBe('warn');
    expect(outcome('F15', 100, shown({ references: 100, missing: 1, tooLarge: 1 }))).toBe('fail');
    expect(outcome('F16', 100)).toBe('skipped');
    expect(outcome('F16', 100, shown({ pictures: 100 }))).toBe('pass');
    expect(outcome('F16', 100, shown({ pictures: 100, issues: { small: 100 }, withIssues: 100 }))).toBe('warn');
    expect(outcome('F16', 100, shown({ pictures: 100, issues: { undecodable: 1 }, withIssues: 1 }))).toBe('pass');
    expect(outcome('F16', 100, shown({ pictures: 100, issues: { undecodable: 2 }, withIssues: 2 }))).toBe('fail');
  });

  it('F17 names labels that could be taken for each other', () => {
    const labels = (...names: string[]) => names.map((label) => aRowFacts({ label }));
    const of = (...names: string[]) => judged(byId('F17'), labels(...names), { taskKind: 'closed-set classification' });
    expect(of('card_arrival', 'top_up').outcome).toBe('pass');
    expect(of('card_arrival', 'card arrival')).toMatchObject({ outcome: 'warn', measured: { value: 2 } });
    expect(of().outcome).toBe('inconclusive');
    expect(judged(byId('F17'), labels('a', 'A')).outcome).toBe('skipped');
  });
});

describe('all checks of form', () => {
  const kinds: RowFactsParts[] = [
    {},
    { messages: turns('user', 'user', 'assistant') },
    noted('turns.trimmed'),
    noted('number.inexact'),
    { label: 'Dear {{name}} \ufffd' },
    { kind: 'preference', label: 'Card_Arrival' },
    {
      schema: { callsChecked: 2, callsFaulty: 1, answerParses: null, answerFollows: null },
      tools: [{ name: 'f', parameters: '' }],
    },
  ];

  it('measure the same however the rows are cut and ordered', () => {
    const context = { intake: anIntakeOf({ rows: 30 }), taskKind: 'closed-set classification' } as const;
    const all = rowFactsApart(24, (at) => kinds[at % kinds.length] ?? {});
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 24 }), fc.nat(24), fc.nat(24), (mixed, one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        const segments = [mixed.slice(0, first), mixed.slice(first, second), mixed.slice(second)];
        for (const check of formatChecks) {
          const whole = judged(check, all, context).measured;
          expect(measuredInPieces(check, segments, context)).toEqual(whole);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('pass on nothing never', () => {
    for (const check of formatChecks) {
      expect(['inconclusive', 'skipped']).toContain(judged(check, [], { intake: noIntake() }).outcome);
    }
  });

  it('are nineteen, by their ids', () => {
    expect(formatChecks.map((check) => check.id)).toEqual(
      Array.from({ length: 19 }, (_, at) => `F${String(at + 1).padStart(2, '0')}`),
    );
  });
});
