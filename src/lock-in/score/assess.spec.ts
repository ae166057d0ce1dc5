import { resolve } from 'node:path';
import { allIndicators } from '../indicators/all-indicators.js';
import { loadProfile } from '../load-profile.client.js';
import { type AssessQuestion, assess } from './assess.js';
import { floorsOf } from './floors.js';
import { liabilityOf } from './liability.js';
import { rankRemediation } from './remediation.js';

const profile = loadProfile(resolve(__dirname, '../../../config/lock-in/profile.yaml'), allIndicators);
const now = 1_800_000_000_000;
const nothing: AssessQuestion = {
  indicators: allIndicators,
  facts: new Map(),
  profile,
  floors: [],
  vendorShare: null,
  now,
};

const calm = {
  daysToShutdown: 400,
  exitLeadTimeDays: 180,
  isImportant: false,
  hasApprovedExitPlan: false,
  rightToTrain: null,
  trainsOnVendorAnswers: false,
  targetLicenceBreached: false,
} as const;

describe('an assessment', () => {
  it('counts all traffic as the vendor’s while nobody measured it', () => {
    expect(assess(nothing)).toMatchObject({ vendorShare: 1, isVendorShareMeasured: false, band: null, confidence: 0 });
    expect(assess(nothing).score).toBeCloseTo(77.44, 2);
  });

  it('is lifted by a floor that no weight takes down', () => {
    const light = Object.fromEntries(Object.keys(profile.indicatorWeights).map((id) => [id, 0]));
    const floors = floorsOf({ ...calm, daysToShutdown: 100 });
    const weightless = assess({ ...nothing, profile: { ...profile, indicatorWeights: light }, floors });
    expect(weightless.score).toBe(75);
  });

  it.each([
    ['a shutdown before the exit', { daysToShutdown: 179 }, 'shutdown-before-exit', false],
    ['an important function without a plan', { isImportant: true }, 'no-exit-plan', false],
    [
      'a data set of forbidden answers',
      { rightToTrain: 'forbidden', trainsOnVendorAnswers: true },
      'training-forbidden',
      true,
    ],
    ['a breached licence', { targetLicenceBreached: true }, 'licence-breached', true],
  ] as const)('has a floor for %s', (_, facts, name, blocks) => {
    expect(floorsOf({ ...calm, ...facts })).toEqual([expect.objectContaining({ name, blocks })]);
  });

  it('has no floor where nothing is wrong', () => {
    expect(floorsOf(calm)).toEqual([]);
  });

  it('says that a model is shut down already', () => {
    expect(floorsOf({ ...calm, daysToShutdown: -33 })[0]?.because).toContain('has been shut down already');
  });

  it('ranks what to mend by gain for its cost, and what has no cost after that', () => {
    const assessment = assess(nothing);
    const ranked = rankRemediation({
      assessment,
      indicators: allIndicators,
      costsUsd: { '6.3': 1000, '1.1': 100_000 },
      liabilityUsd: 50_000,
    });
    expect(ranked.slice(0, 2).map((one) => one.indicatorId)).toEqual(['6.3', '1.1']);
    expect(ranked[2]?.gainPerThousandUsd).toBeNull();
    expect(ranked.every((one) => one.gainPoints > 0)).toBe(true);
  });
});

describe('the liability', () => {
  const cost = {
    engineeringDays: 40,
    usdPerEngineeringDay: 800,
    reevaluationUsd: 2000,
    relabellingUsd: 3000,
    retrainingUsd: 500,
    reembeddingUsd: 0,
    dualRunningUsd: 4000,
    forfeitedCommitmentUsd: 10_000,
    residualQualityLossUsd: 0,
  };

  it('is the whole cost of switching when the date lies within the horizon', () => {
    const shutdownAt = now + 200 * 86_400_000;
    expect(liabilityOf({ cost, shutdownAt, attritionPerYear: null, horizonYears: 1, now })).toEqual({
      switchingUsd: 51_500,
      probability: 1,
      expectedUsd: 51_500,
    });
  });

  it('uses the rate at which models went where there is no date', () => {
    const { probability } = liabilityOf({ cost, shutdownAt: null, attritionPerYear: 1, horizonYears: 1, now });
    expect(probability).toBeCloseTo(0.6321, 4);
  });

  it('is not known where nobody estimated the cost, or nothing is known of the end', () => {
    const unknown = { cost: null, shutdownAt: null, attritionPerYear: null, horizonYears: 1, now };
    expect(liabilityOf(unknown)).toEqual({ switchingUsd: null, probability: null, expectedUsd: null });
    expect(liabilityOf({ ...unknown, cost }).expectedUsd).toBeNull();
  });
});
