// Each check at its thresholds, by the limits that ship.
import fc from 'fast-check';
import { aRowFacts, rowFactsApart } from '../../../../test/builders/row-facts.js';
import { aNearFacts, aSetFacts, aShare, judged, measuredInPieces } from '../../../../test/builders/set-context.js';
import type { Check, SetContext } from '../../check.js';
import { noIntake } from '../../intake/intake-tally.js';
import { selfRepetition } from '../../judging/self-repetition.js';
import { duplicateChecks } from './duplicate-checks.js';

function find(id: string): Check {
  const check = duplicateChecks.find((one) => one.id === id);
  if (check === undefined) {
    throw new Error(`no check ${id}`);
  }
  return check;
}

const withSet = (parts: Parameters<typeof aSetFacts>[0]): Partial<SetContext> => ({ set: aSetFacts(parts) });
const repeated = (numerator: number) => withSet({ repeatedPrompts: aShare(numerator, 1000) });
const otherAnswers = (numerator: number) => withSet({ rowsWithOtherAnswers: aShare(numerator, 1000) });
const boilerplate = (numerator: number) => withSet({ boilerplate: aShare(numerator, 1000) });
const near = (removableTrainRows: number): Partial<SetContext> => ({
  near: aNearFacts({ trainRows: 1000, removableTrainRows }),
});
const pictures = (alike: number): Partial<SetContext> => {
  const { images, ...intake } = noIntake();
  return { intake: { ...intake, images: { ...images, pictures: 100, near: { compared: 100, alike, tooSmall: 3 } } } };
};

describe('the checks of duplicates', () => {
  it.each([
    ['U01', repeated(10), 'pass'],
    ['U01', repeated(11), 'warn'],
    ['U01', repeated(100), 'warn'],
    ['U01', repeated(101), 'fail'],
    ['U02', otherAnswers(50), 'pass'],
    ['U02', otherAnswers(51), 'warn'],
    ['U02', otherAnswers(301), 'fail'],
    ['U03', near(50), 'pass'],
    ['U03', near(51), 'warn'],
    ['U03', near(301), 'fail'],
    ['U04', boilerplate(300), 'pass'],
    ['U04', boilerplate(301), 'warn'],
    ['U06', pictures(0), 'pass'],
    ['U06', pictures(60), 'warn'],
    ['U06', {}, 'skipped'],
  ] as const)('%s with %j: %s', (id, context, outcome) => {
    expect(judged(find(id), [], context).outcome).toBe(outcome);
  });

  it.each(duplicateChecks.map((check) => [check.id, check] as const))('%s passes nothing on no rows', (_id, check) => {
    expect(judged(check, []).outcome).not.toBe('pass');
  });

  it('U01 only warns on fewer than thirty rows', () => {
    const few = withSet({ repeatedPrompts: aShare(20, 29) });
    expect(judged(find('U01'), [], few).outcome).toBe('warn');
  });

  it('U01 predicts what leaving the repeated rows out brings', () => {
    expect(judged(find('U01'), [], repeated(7)).measured.effect).toEqual({ rows: -7, tokens: null, metricAfter: 0 });
  });

  it('U03 says when its counts are lower bounds, and names pairs across labels', () => {
    const text = judged(find('U03'), [], {
      near: aNearFacts({ trainRows: 100, removableTrainRows: 1, crossLabelPairs: 2, complete: false }),
    }).text;
    expect(text).toMatch(/^At least 1 of 100/);
    expect(text).toContain('2 of the pairs have different labels');
  });

  const looping = (line: number) => aRowFacts({ label: 'and again and again '.repeat(20), line });

  it.each([
    [0, 'pass'],
    [1, 'pass'],
    [2, 'warn'],
    [4, 'warn'],
    [5, 'fail'],
  ])('U05 with %d of 200 looping answers: %s', (count, outcome) => {
    const rows = [...rowFactsApart(200 - count), ...Array.from({ length: count }, (_, at) => looping(900 + at))];
    const found = judged(find('U05'), rows);
    expect([found.outcome, found.measured.evidenceTotal]).toEqual([outcome, count]);
  });

  it('U05 measures the same in any segments and any order', () => {
    const rows = [...rowFactsApart(20), ...Array.from({ length: 9 }, (_, at) => looping(900 + at))];
    const whole = measuredInPieces(find('U05'), [rows]);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.nat(rows.length), (shuffled, cut) => {
        expect(measuredInPieces(find('U05'), [shuffled.slice(0, cut), shuffled.slice(cut)])).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
});

describe('self repetition', () => {
  it.each([
    ['short', 0],
    ['every run of this sentence stands in it only once', 0],
    ['x'.repeat(400), 1],
    ['abcdefghij'.repeat(2), 2 / 11],
  ])('of “%s” is %d', (text, share) => {
    expect(selfRepetition(text)).toBeCloseTo(share, 10);
  });

  it('is the share that counting all runs in a map gives', () => {
    const runs = (text: string) =>
      Array.from({ length: Math.max(0, text.length - 9) }, (_, at) => text.slice(at, at + 10));
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ab', 'abc', 'no ', 'x'), { maxLength: 60 }), (pieces) => {
        const all = runs(pieces.join(''));
        const counts = new Map<string, number>();
        for (const run of all) {
          counts.set(run, (counts.get(run) ?? 0) + 1);
        }
        const several = all.filter((run) => (counts.get(run) ?? 0) > 1).length;
        expect(selfRepetition(pieces.join(''))).toBeCloseTo(all.length === 0 ? 0 : several / all.length, 10);
      }),
    );
  });
});
