import { aRowFacts, type RowFactsParts } from '../../../../test/builders/row-facts.js';
import {
  aProduction,
  aSetContext,
  aSetFacts,
  judged,
  measuredInPieces,
} from '../../../../test/builders/set-context.js';
import type { Check } from '../../check.js';
import { clusterHistogram, clusterOf } from '../../drift/prompt-cluster.js';
import { everySliceHasRows } from './every-slice-has-rows.js';
import { everyToolIsCalled } from './every-tool-is-called.js';
import { labelsAreRight } from './labels-are-right.js';
import { noGroupIsServedBadly } from './no-group-is-served-badly.js';
import { productionIsCovered } from './production-is-covered.js';
import { turnsMatchProduction } from './turns-match-production.js';

const rowsOf = (count: number, parts: (at: number) => RowFactsParts) =>
  Array.from({ length: count }, (_, at) => aRowFacts({ line: at + 1, ...parts(at) }));
const user = { role: 'user', content: 'and then?' } as const;
const assistant = { role: 'assistant', content: 'this' } as const;

describe('coverage of production', () => {
  const themes = Array.from(
    { length: 100 },
    (_, at) => `theme ${'abcdefghij'[at % 10]}${'klmnopqrst'[Math.floor(at / 10)]}`,
  );
  // Of themes that fall into one bucket by chance the first is taken.
  const topics = themes
    .filter((one, at) => themes.findIndex((other) => clusterOf(other) === clusterOf(one)) === at)
    .slice(0, 40);
  const clusters = clusterHistogram();
  for (const topic of topics) {
    clusters[clusterOf(topic)] = (clusters[clusterOf(topic)] ?? 0) + 3;
  }
  const production = aProduction({ calls: 120, clusters });
  const distinct = new Set(topics.map(clusterOf)).size;
  const covering = (count: number, each = 10) =>
    topics.slice(0, count).flatMap((input) => rowsOf(each, () => ({ input })));

  it.each([
    [36, 10, 'pass'],
    [35, 10, 'warn'],
    [28, 10, 'warn'],
    [27, 10, 'fail'],
    [40, 9, 'fail'],
  ])('with %d of 40 topics of %d rows each: %s', (count, each, outcome) => {
    expect(distinct).toBe(40);
    expect(judged(productionIsCovered, covering(count, each), { production }).outcome).toBe(outcome);
  });

  it('is unknown without production', () => {
    expect(judged(productionIsCovered, covering(40)).outcome).toBe('skipped');
  });
});

describe('slices', () => {
  it.each([
    [30, 'pass'],
    [29, 'warn'],
    [10, 'warn'],
    [9, 'fail'],
  ])('of which the smallest has %d rows: %s', (rows, outcome) => {
    const set = aSetFacts({ slices: { locale: { de: 500, fr: rows }, channel: { mail: 80 } } });
    const found = judged(everySliceHasRows, [], { set });
    expect(found.outcome).toBe(outcome);
    expect(found.text).toContain(`locale=fr (${rows})`);
  });

  it('are not asked for where none is declared', () => {
    expect(judged(everySliceHasRows, []).outcome).toBe('skipped');
  });
});

describe('conversations', () => {
  const rows = [
    ...rowsOf(30, () => ({ messages: [user, assistant, user, assistant] })),
    ...rowsOf(70, (at) => ({ input: `single ${at}` })),
  ];

  it.each([
    [50, 'pass'],
    [51, 'warn'],
    [10, 'pass'],
    [9, 'warn'],
  ])('in 30 of 100 rows and %d of 100 calls: %s', (multiTurnCalls, outcome) => {
    const production = aProduction({ calls: 100, multiTurnCalls });
    expect(judged(turnsMatchProduction, rows, { production }).outcome).toBe(outcome);
  });
});

describe('tools', () => {
  const tools = ['find', 'pay'].map((name) => ({ name, parameters: '{}' }));
  const calling = (name: string, count: number) =>
    rowsOf(count, (at) => ({
      tools,
      messages: [
        { role: 'user', content: `${name} ${at}` },
        { role: 'assistant', content: '', toolCalls: [{ id: `${at}`, name, arguments: '{}' }] },
      ],
    }));
  const silent = (count: number) => rowsOf(count, (at) => ({ tools, input: `chat ${at}` }));
  const judge = (find: number, pay: number, none: number) =>
    judged(everyToolIsCalled, [...calling('find', find), ...calling('pay', pay), ...silent(none)]).outcome;

  it('are each called twenty times, and not at all in twenty rows', () => {
    expect([judge(20, 20, 20), judge(20, 19, 20), judge(20, 20, 19), judge(20, 1, 20), judge(20, 0, 20)]).toEqual([
      'pass',
      'warn',
      'warn',
      'warn',
      'fail',
    ]);
  });

  it('are those that production calls, where it is known', () => {
    const production = aProduction({ tools: { refund: 5 } });
    expect(judged(everyToolIsCalled, calling('find', 30), { production })).toMatchObject({
      outcome: 'fail',
      text: expect.stringContaining('refund (0)'),
    });
    expect(judged(everyToolIsCalled, [aRowFacts()]).outcome).toBe('skipped');
  });
});

describe('doubted labels', () => {
  const { handed } = aSetContext();
  const taskKind = 'closed-set classification';
  const worst = [{ rowKey: 'k', given: 'fee', suggested: 'lost', margin: 0.9, excerpt: 'where is it' }];
  const judge = (suspects: number) =>
    judged(labelsAreRight, [], { taskKind, handed: { ...handed, labelNoise: { rows: 1_000, suspects, worst } } });

  it.each([
    [20, 'pass'],
    [21, 'warn'],
    [50, 'warn'],
    [51, 'fail'],
  ])('of %d in a thousand: %s', (suspects, outcome) => {
    expect(judge(suspects).outcome).toBe(outcome);
  });

  it('are shown with what a student would say', () => {
    expect(judge(3).measured.evidence).toMatchObject([{ rowKey: 'k', excerpt: 'fee → lost: where is it' }]);
  });

  it('are not looked for in free text, nor found by nobody', () => {
    expect([judged(labelsAreRight, []), judged(labelsAreRight, [], { taskKind })].map((one) => one.outcome)).toEqual([
      'skipped',
      'skipped',
    ]);
  });
});

describe('the slice that is served worst', () => {
  const liked = (locale: string, count: number, accepted: (at: number) => boolean) =>
    rowsOf(count, (at) => ({ input: `${locale} ${at}`, traits: { slices: { locale }, accepted: accepted(at) } }));

  it('is named, among those with thirty judged rows', () => {
    const rows = [
      ...liked('de', 40, () => true),
      ...liked('fr', 40, (at) => at % 2 === 0),
      ...liked('it', 29, () => false),
    ];
    expect(judged(noGroupIsServedBadly, rows).text).toContain('Least liked is locale=fr: 50 % of 40 judged answers');
    expect(judged(noGroupIsServedBadly, rows.slice(80)).outcome).toBe('skipped');
  });
});

describe('every check on coverage', () => {
  const checks: readonly Check[] = [
    productionIsCovered,
    everySliceHasRows,
    turnsMatchProduction,
    everyToolIsCalled,
    labelsAreRight,
    noGroupIsServedBadly,
  ];
  const rows = rowsOf(80, (at) => ({
    input: `row ${at}`,
    tools: [{ name: `tool ${at % 3}`, parameters: '{}' }],
    messages: [
      user,
      ...(at % 2 === 0 ? [assistant, user] : []),
      { ...assistant, toolCalls: [{ id: '1', name: `tool ${at % 2}`, arguments: '{}' }] },
    ],
    traits: { slices: { half: String(at % 2) }, accepted: at % 3 === 0 },
  }));
  const production = aProduction({ calls: 9, multiTurnCalls: 3, clusters: clusterHistogram().fill(1) });

  it.each(checks.map((check) => [check.id, check] as const))('%s does not depend on cut and order', (_, check) => {
    const pieces = [rows.slice(50).reverse(), [], rows.slice(0, 9), rows.slice(9, 50)];
    expect(measuredInPieces(check, pieces, { production })).toEqual(measuredInPieces(check, [rows], { production }));
  });

  it.each(checks.map((check) => [check.id, check] as const))('%s passes nothing on nothing', (_, check) => {
    expect(judged(check, [], { production }).outcome).not.toBe('pass');
  });
});
