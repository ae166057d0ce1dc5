import { aRowFacts } from '../../../../test/builders/row-facts.js';
import { aPower, aSetContext, aTarget, judged, measuredInPieces } from '../../../../test/builders/set-context.js';
import { noCapture, noIntake } from '../../intake/intake-tally.js';
import { fitLearningCurve } from '../../power/fit-learning-curve.js';
import { gpuHours, parametersByName } from '../../power/training-cost.js';
import { captureRate } from './capture-rate.js';
import { moreRowsWouldBringLittle } from './more-rows-would-bring-little.js';
import { tokensToTrainOn } from './tokens-to-train-on.js';

const { handed } = aSetContext();

describe('the gain of twice the rows', () => {
  const taskKind = 'closed-set classification';
  const judge = (gainOfDoubling: number | null) => {
    const points = [100, 200].map((trainRows, at) => ({ trainRows, accuracy: 0.5 + at / 10 }));
    const learningCurve = { points, fit: null, gainOfDoubling };
    return judged(moreRowsWouldBringLittle, [], { taskKind, handed: { ...handed, learningCurve } });
  };

  it.each([
    [0.009, 'pass'],
    [0.01, 'pass'],
    [0.011, 'warn'],
    [0.03, 'warn'],
    [0.031, 'fail'],
    [null, 'inconclusive'],
  ])('of %d is %s', (gain, outcome) => {
    expect(judge(gain).outcome).toBe(outcome);
  });

  it('is told in points, with the rise so far', () => {
    expect(judge(0.032).text).toContain('From 100 to 200 rows a cheap student rises from 50 % to 60 %');
    expect(judge(0.032).text).toContain('about 3.2 points');
    expect(judge(null).text).toContain('2 sizes were learnt');
  });

  it('is not asked of free text, nor where nobody measured it', () => {
    expect(judged(moreRowsWouldBringLittle, []).outcome).toBe('skipped');
    expect(judged(moreRowsWouldBringLittle, [], { taskKind }).outcome).toBe('skipped');
    const learningCurve = fitLearningCurve([]);
    const empty = judged(moreRowsWouldBringLittle, [], { taskKind, handed: { ...handed, learningCurve } });
    expect(empty.outcome).toBe('inconclusive');
  });
});

describe('the tokens', () => {
  const rows = [
    aRowFacts({ tokens: { atLeast: 10, atMost: 40, fits: null, exact: 20, trainable: 8 } }),
    aRowFacts({ tokens: { atLeast: 10, atMost: 40, fits: null, exact: null, trainable: null }, input: 'b' }),
  ];

  it('are told with their bounds where not all were counted', () => {
    const { outcome, text } = judged(tokensToTrainOn, rows);
    expect(outcome).toBe('pass');
    expect(text).toBe('2 rows hold between 30 and 60 tokens; 1 rows were counted exactly.');
  });

  it('come with the hours that a model of known size takes', () => {
    const { text } = judged(tokensToTrainOn, rows.slice(0, 1), { target: aTarget({ model: 'llama-2-7b' }) });
    expect(text).toContain('1 row hold 20 tokens, 8 of them learnt');
    expect(text).toContain('3 epochs take about');
    // 6 · 7e9 · 1e9 · 3 / (0.4 · 312e12) s
    expect(gpuHours(7e9, 1e9)).toBeCloseTo(280.4, 1);
  });

  it.each([
    ['meta-llama/Llama-2-70b-chat-hf', 70e9],
    ['gpt-neo-1.3b', 1.3e9],
    ['EleutherAI/pythia-410m', 410e6],
    ['openai/clip-vit-base-patch32', null],
    ['gpt-4', null],
  ])('of %s are learnt by %d parameters', (model, parameters) => {
    expect(parametersByName(model)).toBe(parameters);
  });

  it('do not depend on cut and order, and pass nothing on nothing', () => {
    const whole = measuredInPieces(tokensToTrainOn, [rows]);
    expect(measuredInPieces(tokensToTrainOn, [[], rows.slice(1), rows.slice(0, 1)])).toEqual(whole);
    expect(judged(tokensToTrainOn, []).outcome).toBe('inconclusive');
  });
});

describe('the rate of capture', () => {
  const days = (p50: number) => ({ p10: p50 / 2, p50, p85: p50 * 2 });
  const intake = { ...noIntake(), captured: { ...noCapture, taken: 120, firstAt: 0, lastAt: 10 * 86_400_000 } };
  const forecasts = [
    { quota: 'training rows', have: 300, need: 500, days: days(20) },
    { quota: 'held-out rows', have: 800, need: 717, days: days(0) },
    { quota: 'class lost', have: 0, need: 10, days: null },
  ];

  it('says how many more rows take how long', () => {
    const rowsInThirtyDays = { p5: 320, p50: 360, p95: 400 };
    const power = aPower({ forecasts, rowsPerDay: 12, allQuotas: days(20), rowsInThirtyDays });
    const { outcome, text, measured } = judged(captureRate, [], { intake, power });
    expect(outcome).toBe('pass');
    expect(measured.value).toBe(12);
    expect(text).toContain('120 usable rows were captured, 12 a day.');
    expect(text).toContain('200 more for training rows: about 20 days at today’s rate (10 to 40)');
    expect(text).toContain('10 more for class lost: no date, there is no basis yet');
    expect(text).toContain('All of them: about 20 days');
    expect(text).toContain('The next 30 days should bring 320 to 400.');
    expect(text).not.toContain('held-out');
  });

  it('promises no date for the whole where one part has none', () => {
    expect(
      judged(captureRate, [], { intake, power: aPower({ forecasts, rowsPerDay: 12, allQuotas: null }) }).text,
    ).toContain('For all of them there is no date yet.');
    const met = aPower({ forecasts: forecasts.slice(1, 2), rowsPerDay: 12 });
    expect(judged(captureRate, [], { intake, power: met }).text).toContain('Every quota is met already.');
  });

  it('is that since capture began where nothing was forecast, and unknown without a row', () => {
    expect(judged(captureRate, [], { intake }).measured.value).toBe(12);
    expect(judged(captureRate, []).outcome).toBe('skipped');
    expect(judged(captureRate, [], { intake, power: aPower({ rowsPerDay: null }) }).outcome).toBe('skipped');
  });
});
