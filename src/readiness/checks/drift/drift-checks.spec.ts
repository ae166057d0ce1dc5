import { aRowFacts, type RowFactsParts, rowFactsApart } from '../../../../test/builders/row-facts.js';
import {
  aProduction,
  aSetContext,
  aSetFacts,
  judged,
  measuredInPieces,
} from '../../../../test/builders/set-context.js';
import type { SetContext } from '../../check.js';
import { addCall, emptyWindow, productionFactsOf } from '../../drift/production-window.js';
import type { RowFacts } from '../../rows/row-facts.js';
import { driftChecks } from './drift-checks.js';
import { labelsMatchProduction } from './labels-match-production.js';
import { lengthsMatchProduction } from './lengths-match-production.js';
import { orderSaysNothing } from './order-says-nothing.js';
import { rowsAreFresh } from './rows-are-fresh.js';
import { theFrameStaysTheSame } from './the-frame-stays-the-same.js';
import { theTeacherStaysTheSame } from './the-teacher-stays-the-same.js';
import { trafficHasNoGaps } from './traffic-has-no-gaps.js';
import { wordsMatchProduction } from './words-match-production.js';

const dayMs = 86_400_000;
const now = Date.UTC(2026, 0, 15);
const repeated = (count: number, parts: (at: number) => RowFactsParts) =>
  Array.from({ length: count }, (_, at) => aRowFacts({ line: at + 1, ...parts(at) }));
const productionOf = (rows: readonly RowFacts[]) =>
  productionFactsOf(
    rows
      .map((row) => ({ ...row, example: { ...row.example, traits: { ...row.example.traits, at: now } } }))
      .reduce(addCall, emptyWindow()),
  );
/** Words from a vocabulary, drawn by the row's number: two stretches of rows speak of the same things. */
const spoken = (from: number, count: number, vocabulary = 'word') =>
  repeated(count, (at) => ({
    input: Array.from({ length: 8 }, (_, place) => `${vocabulary}${((from + at) * 31 + place * 17) % 97}`).join(' '),
  }));

describe('words against production', () => {
  const rows = spoken(0, 600);

  it('pass where they speak of the same things', () => {
    const { outcome, text, measured } = judged(wordsMatchProduction, rows, {
      production: productionOf(spoken(600, 700)),
    });
    expect(outcome).toBe('pass');
    expect(measured.value).toBeLessThan(1);
    expect(text).toContain('600 rows and 700 calls');
  });

  it('fail where they do not, and warn between', () => {
    const other = spoken(0, 600, 'other');
    expect(judged(wordsMatchProduction, rows, { production: productionOf(other) }).outcome).toBe('fail');
    const outcomes = [60, 120, 180, 240, 300].map(
      (changed) =>
        judged(wordsMatchProduction, rows, {
          production: productionOf([...spoken(0, 600 - changed), ...spoken(0, changed, 'other')]),
        }).outcome,
    );
    expect(outcomes).toContain('warn');
  });

  it('are not compared below 500 of each, nor without production', () => {
    const few = { production: productionOf(spoken(0, 499)) };
    expect(judged(wordsMatchProduction, rows, few)).toMatchObject({ outcome: 'skipped' });
    expect(judged(wordsMatchProduction, rows.slice(0, 499), { production: productionOf(rows) }).outcome).toBe(
      'skipped',
    );
    expect(judged(wordsMatchProduction, rows).outcome).toBe('skipped');
  });
});

describe('lengths against production', () => {
  const ofLengths = (count: number, lengthOf: (at: number) => number) =>
    repeated(count, (at) => ({ input: 'x'.repeat(lengthOf(at)) }));
  const steady = ofLengths(1_000, (at) => 10 + (at % 50));

  it('pass where they are the same and fail where they are not', () => {
    const judge = (rows: readonly RowFacts[]) =>
      judged(lengthsMatchProduction, steady, { production: productionOf(rows) }).outcome;
    expect(judge(ofLengths(1_000, (at) => 10 + ((at * 7) % 50)))).toBe('pass');
    expect(judge(ofLengths(1_000, (at) => 200 + (at % 50)))).toBe('fail');
    expect(judge(ofLengths(1_000, (at) => (at % 7 === 0 ? 200 : 10 + (at % 50))))).toBe('warn');
  });

  it('have wider limits where fewer rows are compared', () => {
    const few = judged(lengthsMatchProduction, steady.slice(0, 500), {
      production: productionOf(steady.slice(0, 500)),
    });
    expect(few.text).toContain('More than 0.2 fails, more than 0.04 warns.');
  });
});

describe('labels against production', () => {
  const labelled = (count: number, share: number) =>
    repeated(count, (at) => ({ label: at < Math.round(count * share) ? 'lost' : 'fee', input: `text ${at}` }));
  const judge = (share: number, taskKind: SetContext['taskKind'] = 'closed-set classification') =>
    judged(labelsMatchProduction, labelled(400, 0.5), { taskKind, production: productionOf(labelled(400, share)) });

  it.each([
    [0.5, 'pass'],
    [0.55, 'pass'],
    [0.57, 'warn'],
    [0.8, 'warn'],
    [0.82, 'fail'],
  ])('with a share of %d instead of a half: %s', (share, outcome) => {
    expect(judge(share).outcome).toBe(outcome);
  });

  it('name the label that moved most, and are not asked of free text', () => {
    expect(judge(0.9).text).toContain('Furthest apart is fee: 50 % of the rows and 10 % of production');
    expect(judge(0.5, 'generation').outcome).toBe('skipped');
  });
});

describe('freshness', () => {
  const aged = (...days: number[]) =>
    days.map((age) => aRowFacts({ traits: { at: now - age * dayMs }, input: `row ${age}` }));
  const judge = (rows: readonly RowFacts[]) => judged(rowsAreFresh, rows, { now });

  it.each([
    [[5, 20, 30], 'pass'],
    [[30], 'pass'],
    [[31], 'warn'],
    [[180], 'warn'],
    [[181], 'fail'],
    [[1, 200, 300], 'warn'],
  ])('of rows %j days old is %s', (days, outcome) => {
    expect(judge(aged(...days)).outcome).toBe(outcome);
  });

  it('is unknown where no row says when it was made', () => {
    expect(judge([aRowFacts()]).outcome).toBe('skipped');
    expect(judge([]).outcome).toBe('inconclusive');
  });
});

describe('the frame of the rows', () => {
  const under = (count: number, system: string, parts: RowFactsParts = {}) =>
    repeated(count, (at) => ({
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: `question ${at}` },
        { role: 'assistant', content: 'answer' },
      ],
      ...parts,
    }));

  it('passes unchanged, warns at one change and fails at two', () => {
    const outcomes = [
      under(50, 'Be brief.'),
      [...under(50, 'Be brief.'), ...under(50, 'Be kind.')],
      [...under(50, 'Be brief.'), ...under(50, 'Be kind.', { traits: { wantsJson: true } })],
    ].map((rows) => judged(theFrameStaysTheSame, rows).outcome);
    expect(outcomes).toEqual(['pass', 'warn', 'fail']);
  });

  it('does not call it a change what one row in a hundred has not', () => {
    expect(judged(theFrameStaysTheSame, [...under(200, 'Be brief.'), ...under(1, 'Try.')]).outcome).toBe('pass');
    expect(judged(theFrameStaysTheSame, []).outcome).toBe('inconclusive');
  });
});

describe('the teacher', () => {
  const by = (model: string | null, count: number, label = 'an answer of some words') =>
    repeated(count, (at) => ({ traits: { model }, label, input: `${model} ${at}` }));

  it('passes as one, warns as two, and fails where the two answer otherwise', () => {
    const long = 'a much longer answer, which says the same thing again and again for no reason';
    const outcomes = [
      by('gpt-4-0613', 60),
      [...by('gpt-4-0613', 60), ...by('gpt-4o', 60)],
      [...by('gpt-4-0613', 60), ...by('gpt-4o', 60, long)],
      [...by('gpt-4-0613', 60), ...by('gpt-4o', 29, long)],
      [
        ...by('gpt-4-0613', 60, 'The fee is 3 euro for each transfer.'),
        ...by('gpt-4o', 60, "I'm sorry, but I can't help with that."),
      ],
    ].map((rows) => judged(theTeacherStaysTheSame, rows).outcome);
    expect(outcomes).toEqual(['pass', 'warn', 'fail', 'warn', 'fail']);
  });

  it('is unknown where no row names it', () => {
    expect(judged(theTeacherStaysTheSame, by(null, 5)).outcome).toBe('skipped');
    expect(judged(theTeacherStaysTheSame, []).outcome).toBe('inconclusive');
  });
});

describe('gaps and order', () => {
  it('counts days without a row and names the busiest weekday', () => {
    const set = aSetFacts({ rowsByDay: { '2026-01-05': 30, '2026-01-06': 0, '2026-01-07': 10 } });
    const { outcome, text } = judged(trafficHasNoGaps, [], { set });
    expect(outcome).toBe('pass');
    expect(text).toBe('1 of 3 days from the first to the last have no row; Monday has the most rows, 75 %.');
    expect(judged(trafficHasNoGaps, []).outcome).toBe('skipped');
  });

  it('warns where the order says something, and is skipped where nobody has tested it', () => {
    const handed = aSetContext().handed;
    const outcomes = [0.005, 0.05, 0.5, null].map(
      (orderP) => judged(orderSaysNothing, [], { handed: { ...handed, orderP } }).outcome,
    );
    expect(outcomes).toEqual(['warn', 'pass', 'pass', 'skipped']);
  });
});

describe('every check on drift', () => {
  const rows = rowFactsApart(40, (at) => ({
    label: `label ${at % 3}`,
    traits: { at: now - at * dayMs, model: `model ${at % 2}`, wantsJson: at % 5 === 0 },
  }));
  const production = { ...(productionOf(rows) ?? aProduction()), calls: 5_000 };

  it.each(driftChecks.map((check) => [check.id, check] as const))('%s does not depend on cut and order', (_, check) => {
    const parts = { taskKind: 'closed-set classification', now, production } as const;
    const whole = measuredInPieces(check, [rows], parts);
    const pieces = [rows.slice(25).reverse(), [], rows.slice(0, 9), rows.slice(9, 25)];
    expect(measuredInPieces(check, pieces, parts)).toEqual(whole);
  });

  it.each(driftChecks.map((check) => [check.id, check] as const))('%s passes nothing on nothing', (_, check) => {
    expect(judged(check, []).outcome).not.toBe('pass');
  });
});
