import fc from 'fast-check';
import { aRowFacts, type RowFactsParts } from '../../../../test/builders/row-facts.js';
import { aProduction, judged, measuredInPieces } from '../../../../test/builders/set-context.js';
import type { Check, SetContext } from '../../check.js';
import { noCapture, noImports, noIntake } from '../../intake/intake-tally.js';
import type { RowFacts } from '../../rows/row-facts.js';
import { qualityChecks } from './quality-checks.js';

const check = (id: string): Check => {
  const found = qualityChecks.find((one) => one.id === id);
  if (found === undefined) {
    throw new RangeError(id);
  }
  return found;
};

/** So many rows made one way, then so many made another way. */
function rowsOf(...groups: readonly (readonly [count: number, parts: RowFactsParts])[]): RowFacts[] {
  return groups.flatMap(([count, parts], group) =>
    Array.from({ length: count }, (_one, at) =>
      aRowFacts({ input: `question ${group} ${at}`, line: group * 10_000 + at, ...parts }),
    ),
  );
}

const captured = (seen: number, excluded: SetContext['intake']['captured']['excluded'] = {}): Partial<SetContext> => ({
  intake: { ...noIntake(), captured: { ...noCapture, seen, excluded } },
});
const calmly = { traits: { finish: 'stop' }, label: 'It is on its way and should arrive soon.' };

describe('every check of quality', () => {
  it.each(qualityChecks.map((one) => one.id))('%s never passes on nothing', (id) => {
    expect(['inconclusive', 'skipped']).toContain(judged(check(id), []).outcome);
  });

  it.each(qualityChecks.map((one) => one.id))('%s measures the same, however the rows are cut and ordered', (id) => {
    const rows = rowsOf(
      [30, { label: "I'm sorry, but I can't help with that.", traits: { model: 'one', temperature: 0.2 } }],
      [9, { label: 'I am ChatGPT.', traits: { finish: 'length', model: 'two' } }],
      [9, { label: '<div>well</div>', traits: { finish: 'content_filter' }, origin: 'exchange' }],
      [
        9,
        {
          label: 'no',
          languages: { prompt: 'en', answer: 'de' },
          schema: { callsChecked: 0, callsFaulty: 0, answerParses: false, answerFollows: null },
        },
      ],
      [
        60,
        {
          ...calmly,
          languages: { prompt: 'en', answer: 'en' },
          messages: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'a' },
            { role: 'assistant', content: 'b c d e f' },
          ],
        },
      ],
    );
    const whole = measuredInPieces(check(id), [rows]);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.nat(rows.length), (order, cut) => {
        expect(measuredInPieces(check(id), [order.slice(0, cut), [], order.slice(cut)])).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });
});

describe('Q01', () => {
  it.each([
    [50, 1000, 'pass'],
    [51, 1000, 'warn'],
    [200, 1000, 'warn'],
    [201, 1000, 'fail'],
    [29, 29, 'warn'],
  ])('judges %d failed of %d calls: %s', (failed, seen, outcome) => {
    expect(judged(check('Q01'), [], captured(seen, { failed })).outcome).toBe(outcome);
  });

  it('counts answers that could not be read, and passes for uploads without any', () => {
    expect(
      judged(check('Q01'), [], captured(100, { 'response-unreadable': 3, 'no-answer': 4 })).measured.numerator,
    ).toBe(7);
    const intake = { ...noIntake(), standingImports: { ...noImports, rows: 100, accepted: 100 } };
    expect(judged(check('Q01'), [], { intake }).outcome).toBe('pass');
  });
});

describe('Q02', () => {
  const cut = { label: 'It is on its', traits: { finish: 'length' } };
  it.each([
    [10, 990, 'pass'],
    [11, 989, 'warn'],
    [50, 950, 'warn'],
    [51, 949, 'fail'],
  ])('judges %d cut answers beside %d whole ones: %s', (bad, good, outcome) => {
    expect(judged(check('Q02'), rowsOf([bad, cut], [good, calmly])).outcome).toBe(outcome);
  });

  it('counts captured answers that were left out for it, and foretells what dropping the rest does', () => {
    const { measured } = judged(check('Q02'), rowsOf([10, cut], [85, calmly]), captured(100, { 'answer-cut': 5 }));
    expect(measured).toMatchObject({
      numerator: 15,
      denominator: 100,
      effect: { rows: -10, tokens: null, metricAfter: 5 / 90 },
    });
  });

  it('does not pass free text that does not say how it ended, but labels it does', () => {
    const silent = rowsOf([100, { traits: {} }]);
    expect(judged(check('Q02'), silent).outcome).toBe('warn');
    expect(judged(check('Q02'), silent, { taskKind: 'closed-set classification' }).outcome).toBe('pass');
  });
});

describe('Q03', () => {
  it.each([
    [1, 'pass'],
    [2, 'warn'],
    [5, 'warn'],
    [6, 'fail'],
  ])('judges %d filtered of 100: %s', (bad, outcome) => {
    const rows = rowsOf([bad, { traits: { finish: 'content_filter' } }], [100 - bad, calmly]);
    expect(judged(check('Q03'), rows).outcome).toBe(outcome);
  });

  it('tells recitation apart', () => {
    expect(judged(check('Q03'), rowsOf([2, { traits: { finish: 'recitation' } }])).measured.details).toMatchObject({
      recited: 2,
    });
  });
});

describe('Q04', () => {
  const refusing = { label: 'I am unable to assist with this request.' };
  const production = aProduction({ calls: 9999, refusals: 99 });
  it.each([
    [14, 'pass'],
    [16, 'warn'],
    [29, 'warn'],
    [31, 'fail'],
  ])('judges %d refusals of 1,000 where production has 1 %%: %s', (bad, outcome) => {
    expect(judged(check('Q04'), rowsOf([bad, refusing], [1000 - bad, calmly]), { production }).outcome).toBe(outcome);
  });

  it('foretells how many have to go', () => {
    const { measured } = judged(check('Q04'), rowsOf([31, refusing], [969, calmly]), { production });
    expect(measured.effect?.rows).toBe(-21);
  });

  it('can only warn by fewer than five', () => {
    expect(judged(check('Q04'), rowsOf([4, refusing], [36, calmly]), { production }).outcome).toBe('warn');
  });

  it('fails beyond 30 % whatever production does, and cannot tell otherwise while it is unknown', () => {
    expect(judged(check('Q04'), rowsOf([31, refusing], [69, calmly])).outcome).toBe('fail');
    expect(judged(check('Q04'), rowsOf([10, refusing], [90, calmly])).outcome).toBe('inconclusive');
    expect(judged(check('Q04'), rowsOf([100, calmly])).outcome).toBe('pass');
  });

  it('does not arise for labels', () => {
    expect(judged(check('Q04'), rowsOf([10, refusing]), { taskKind: 'closed-set classification' }).outcome).toBe(
      'skipped',
    );
  });
});

describe('Q05', () => {
  it.each([
    [0, 'pass'],
    [1, 'warn'],
    [2, 'fail'],
  ])('judges %d of 100 answers that name their maker: %s', (bad, outcome) => {
    expect(
      judged(check('Q05'), rowsOf([bad, { label: 'I was created by OpenAI.' }], [100 - bad, calmly])).outcome,
    ).toBe(outcome);
  });
});
