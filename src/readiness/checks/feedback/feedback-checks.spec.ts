import { aRowFacts, type RowFactsParts } from '../../../../test/builders/row-facts.js';
import { aSetFacts, judged, measuredInPieces, noEvaluation } from '../../../../test/builders/set-context.js';
import type { EvaluationFacts } from '../../facts/evaluation-facts.js';
import { addRatings, kappaOf, noRatings } from '../../feedback/rater-agreement.js';
import { noTraits } from '../../rows/row-traits.js';
import { answersCanBeScored } from './answers-can-be-scored.js';
import { answersWereAccepted } from './answers-were-accepted.js';
import { feedbackChecks } from './feedback-checks.js';
import { ratersAgree } from './raters-agree.js';
import { rowsHaveFeedback } from './rows-have-feedback.js';
import { theIncumbentWasScored } from './the-incumbent-was-scored.js';

type Traits = NonNullable<RowFactsParts['traits']>;
const rowsOf = (count: number, traits: Traits, more: RowFactsParts = {}) =>
  Array.from({ length: count }, (_, at) =>
    aRowFacts({
      input: `row ${at} ${JSON.stringify(traits)}`,
      line: at + 1,
      traits: { model: 'gpt-4', ...traits },
      ...more,
    }),
  );
const unjudged = (count: number) => rowsOf(count, {});

describe('the share of rows with feedback', () => {
  it.each([
    [10, 90, 'pass'],
    [9, 91, 'warn'],
    [1, 99, 'warn'],
    [0, 100, 'fail'],
  ])('%d judged and %d not: %s', (some, others, outcome) => {
    expect(judged(rowsHaveFeedback, [...rowsOf(some, { score: 0.2 }), ...unjudged(others)]).outcome).toBe(outcome);
  });

  it('is not asked of rows that people brought, and of nothing', () => {
    expect(judged(rowsHaveFeedback, [aRowFacts()]).outcome).toBe('skipped');
    expect(judged(rowsHaveFeedback, []).outcome).toBe('inconclusive');
  });

  it('is asked of captured rows whatever they name', () => {
    expect(judged(rowsHaveFeedback, [aRowFacts({ origin: 'exchange' })]).measured).toMatchObject({ denominator: 1 });
  });
});

describe('accepted answers', () => {
  const judge = (good: number, bad: number) =>
    judged(answersWereAccepted, [...rowsOf(good, { accepted: true }), ...rowsOf(bad, { score: 0.49 }), ...unjudged(5)]);

  it.each([
    [90, 10, 'pass'],
    [89, 11, 'warn'],
    [70, 30, 'warn'],
    [69, 31, 'fail'],
    [5, 10, 'warn'],
  ])('%d accepted and %d not: %s', (good, bad, outcome) => {
    expect(judge(good, bad).outcome).toBe(outcome);
  });

  it('shows the others, and says what taking them out would do', () => {
    const { measured } = judge(90, 10);
    expect(measured).toMatchObject({ evidenceTotal: 10, effect: { rows: -10, metricAfter: 1 } });
  });

  it('are unknown where nobody said', () => {
    expect(judged(answersWereAccepted, unjudged(3)).outcome).toBe('skipped');
  });
});

describe('the agreement of raters', () => {
  const rated = (one: string, other: string): Traits => ({
    ratings: [
      { rater: 'bob', value: other },
      { rater: 'ada', value: one },
    ],
  });
  const table = (counts: readonly (readonly [string, string, number])[]) =>
    counts.flatMap(([one, other, times]) => rowsOf(times, rated(one, other)));

  it('is Cohen’s kappa', () => {
    // Agreement 35/50, chance 0.5·0.6 + 0.5·0.4 = 0.5: kappa 0.4.
    const state = noRatings();
    const counts = [
      ['y', 'y', 20],
      ['y', 'n', 5],
      ['n', 'y', 10],
      ['n', 'n', 15],
    ] as const;
    for (const [one, other, times] of counts) {
      for (let at = 0; at < times; at += 1) {
        addRatings(state, { ...noTraits, ...rated(one, other) });
      }
    }
    expect(kappaOf(state)).toBeCloseTo(0.4, 10);
  });

  it.each([
    [45, 5, 'pass'],
    [40, 10, 'pass'],
    [36, 14, 'warn'],
    [30, 20, 'fail'],
    [8, 6, 'warn'],
  ])('with %d agreeing and %d not of each kind is %s', (same, apart, outcome) => {
    const rows = table([
      ['y', 'y', same],
      ['n', 'n', same],
      ['y', 'n', apart],
      ['n', 'y', apart],
    ]);
    expect(judged(ratersAgree, rows).outcome).toBe(outcome);
  });

  it('is unknown with one rater, and where all say one thing', () => {
    expect(judged(ratersAgree, rowsOf(4, { ratings: [{ rater: 'ada', value: 'y' }] })).outcome).toBe('skipped');
    expect(judged(ratersAgree, table([['y', 'y', 40]])).outcome).toBe('inconclusive');
  });
});

describe('what the comparison stands on', () => {
  const set = aSetFacts({ rows: 10 });
  const judge = (parts: Partial<EvaluationFacts>, check = answersCanBeScored) =>
    judged(check, [], { set, evaluation: { ...noEvaluation, ...parts } }).outcome;

  it('is a scorer, a judge only once it was compared with people', () => {
    const outcomes = [
      judge({ evaluator: 'exact' }),
      judge({ evaluator: 'judge', judgeCalibrationRows: 50 }),
      judge({ evaluator: 'judge', judgeCalibrationRows: 49 }),
      judge({ evaluator: 'judge' }),
      judge({}),
    ];
    expect(outcomes).toEqual(['pass', 'pass', 'warn', 'warn', 'fail']);
  });

  it('is the score of the closed model, a score of 0 included', () => {
    const outcomes = [{ incumbentScore: 0.81 }, { incumbentScore: 0 }, {}].map((one) =>
      judge(one, theIncumbentWasScored),
    );
    expect(outcomes).toEqual(['pass', 'pass', 'warn']);
  });
});

describe('every check on feedback', () => {
  const rows = Array.from({ length: 30 }, (_, at) =>
    aRowFacts({
      input: `row ${at}`,
      line: at,
      traits: {
        accepted: at % 3 === 0 ? null : at % 4 !== 0,
        ratings: ['ada', 'bob', 'cy'].map((rater, place) => ({ rater, value: String((at * (place + 1)) % 2) })),
      },
    }),
  );

  it.each(feedbackChecks.map((check) => [check.id, check] as const))(
    '%s does not depend on cut and order',
    (_, check) => {
      const pieces = [rows.slice(20).reverse(), [], rows.slice(0, 7), rows.slice(7, 20)];
      expect(measuredInPieces(check, pieces)).toEqual(measuredInPieces(check, [rows]));
    },
  );

  it.each(feedbackChecks.map((check) => [check.id, check] as const))('%s passes nothing on nothing', (_, check) => {
    const evaluation = { ...noEvaluation, evaluator: 'exact', incumbentScore: 1 } as const;
    expect(judged(check, [], { evaluation }).outcome).not.toBe('pass');
  });
});
