import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { ReadinessThresholds } from '../../src/kernel/policy.js';
import type { Check, Judgement, Limits, Measured, SetContext } from '../../src/readiness/check.js';
import type { EvaluationFacts } from '../../src/readiness/facts/evaluation-facts.js';
import type { HandedMeasures } from '../../src/readiness/facts/handed-measures.js';
import type { NearFacts } from '../../src/readiness/facts/near-facts.js';
import type { PowerFacts } from '../../src/readiness/facts/power-facts.js';
import type { ProductionFacts } from '../../src/readiness/facts/production-facts.js';
import type { RightsFacts } from '../../src/readiness/facts/rights-facts.js';
import type { CountedShare, SetFacts } from '../../src/readiness/facts/set-facts.js';
import { type TargetFacts, unknownTarget } from '../../src/readiness/facts/target-facts.js';
import { noIntake } from '../../src/readiness/intake/intake-tally.js';
import { noEvidence } from '../../src/readiness/judging/evidence-sample.js';
import { limitsOf, type Thresholds, type WrittenThresholds } from '../../src/readiness/judging/thresholds.js';
import type { ReadinessQuestion } from '../../src/readiness/measure/measure-question.js';
import type { RowFacts } from '../../src/readiness/rows/row-facts.js';

/** The numbers of the policy that ships as `default`. */
export const somePolicyNumbers: ReadinessThresholds = {
  trainRowsMin: 50,
  trainRowsEnough: 500,
  holdoutRowsMin: 100,
  rowsPerClassMin: 10,
  malformedShareMax: 0.05,
  exactDuplicateShareMax: 0.1,
  nearDuplicateShareMax: 0.3,
  leakedHoldoutShareMax: 0.05,
  rarestClassShareOfEvenMin: 0.1,
  overLengthShareMax: 0.05,
};

const folder = resolve(__dirname, '../../config/thresholds');

/** What config/thresholds says, with a policy's numbers beside it. */
export function shippedThresholds(policy: Partial<ReadinessThresholds> = {}): Thresholds {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const written: WrittenThresholds = Object.assign(
    {},
    ...files.map((name) => parse(readFileSync(resolve(folder, name), 'utf8')) ?? {}),
  );
  return { written, policy: { ...somePolicyNumbers, ...policy } };
}

/** @param sample only the counts are given, as a rule */
export function aShare(numerator: number, denominator: number): CountedShare {
  return { numerator, denominator, sample: { ...noEvidence, total: numerator } };
}

export function aSetFacts(parts: Partial<SetFacts> = {}): SetFacts {
  const none = { train: 0, holdout: 0 };
  return {
    rows: 0,
    fates: { kept: none, outranked: none, repeated: none, leaked: none },
    classes: [],
    exactDuplicates: aShare(0, 0),
    repeatedPrompts: aShare(0, 0),
    promptsWithSeveralRows: 0,
    promptsWithSeveralAnswers: aShare(0, 0),
    rowsWithOtherAnswers: aShare(0, 0),
    labelConflicts: aShare(0, 0),
    topAnswers: [],
    templates: { distinct: 0, rows: 0, top: [] },
    leakedExactly: aShare(0, 0),
    leakedStill: 0,
    groupsOnBothSides: aShare(0, 0),
    sharedNgrams: aShare(0, 0),
    mostlyCovered: 0,
    benchmarkNgrams: aShare(0, 0),
    answerInPrompt: aShare(0, 0),
    fewShotInHoldout: aShare(0, 0),
    boilerplate: aShare(0, 0),
    rowsByDay: {},
    slices: {},
    lost: {},
    funnel: { permitted: 0, clean: 0, inBudget: 0, trainable: 0 },
    movedRows: 0,
    digest: 'sha256:none',
    digestAgain: 'sha256:none',
    ...parts,
  };
}

export function aNearFacts(parts: Partial<NearFacts> = {}): NearFacts {
  return {
    trainRows: 0,
    removableTrainRows: 0,
    crossLabelPairs: 0,
    pairs: 0,
    rowsInClusters: 0,
    largestCluster: 0,
    holdoutRows: 0,
    nearHoldoutRows: 0,
    nearHoldoutRowsLeft: 0,
    complete: true,
    removableSample: noEvidence,
    nearHoldoutSample: noEvidence,
    clusters: [],
    leakPairs: [],
    ...parts,
  };
}

export function aTarget(parts: Partial<TargetFacts> = {}): TargetFacts {
  return { ...unknownTarget, ...parts };
}

export function aProduction(parts: Partial<ProductionFacts> = {}): ProductionFacts {
  return {
    fromAt: 0,
    untilAt: 0,
    calls: 0,
    words: new Uint32Array(1024),
    clusters: new Uint32Array(1024),
    lengths: new Map(),
    labels: {},
    tools: {},
    models: {},
    systemPrompts: {},
    multiTurnCalls: 0,
    refusals: 0,
    callsByDay: {},
    ...parts,
  };
}

export function someRights(parts: Partial<RightsFacts> = {}): RightsFacts {
  return {
    vendorTerms: [],
    licences: [],
    consent: [],
    targetLicence: null,
    regionNotes: [],
    staleRules: [],
    rowsWithFullProvenance: 0,
    rows: 0,
    ...parts,
  };
}

export function aPower(parts: Partial<PowerFacts> = {}): PowerFacts {
  return {
    margin: null,
    alpha: 0.05,
    power: 0.8,
    discordance: 0.1,
    isDiscordanceMeasured: false,
    requiredHoldoutRows: null,
    reachableMargin: null,
    forecasts: [],
    ...parts,
  };
}

export const nothingHanded: HandedMeasures = { learningCurve: null, labelNoise: null, orderP: null, outliers: null };

export const noEvaluation: EvaluationFacts = {
  evaluator: null,
  judgeCalibrationRows: null,
  incumbentScore: null,
  holdoutDigestAtFirstUse: null,
  holdoutDigest: null,
  looks: 0,
};

/** Nothing came in, nothing is known, nothing was chosen. */
export function aSetContext(parts: Partial<SetContext> = {}): SetContext {
  return {
    taskKind: 'generation',
    now: Date.UTC(2026, 0, 15),
    intake: noIntake(),
    set: aSetFacts(),
    near: aNearFacts(),
    target: aTarget(),
    production: null,
    rights: someRights(),
    power: aPower(),
    handed: nothingHanded,
    evaluation: noEvaluation,
    ...parts,
  };
}

/** What is asked beside the intake, when nothing but the rows is known. */
export function aMeasuringQuestion(
  parts: Partial<Omit<ReadinessQuestion, 'intake'>> = {},
): Omit<ReadinessQuestion, 'intake'> {
  return {
    splitSalt: 'prj_one/split/1',
    taskKind: 'closed-set classification',
    now: Date.UTC(2026, 0, 15),
    target: aTarget(),
    thresholds: shippedThresholds(),
    waivers: [],
    notPermitted: { originIds: [], models: [] },
    benchmarkTexts: [],
    production: null,
    rights: someRights(),
    handed: nothingHanded,
    evaluation: noEvaluation,
    comparison: null,
    measuredDiscordance: null,
    ...parts,
  };
}

export interface Judged {
  readonly measured: Measured;
  readonly limits: Limits;
  readonly outcome: Judgement['outcome'];
  readonly text: string;
}

/** Folds the rows in one segment and judges by the limits that ship. */
export function judged(
  check: Check,
  rows: readonly RowFacts[],
  parts: Partial<SetContext> & { readonly thresholds?: Thresholds } = {},
): Judged {
  const { thresholds = shippedThresholds(), ...context } = parts;
  const state = rows.reduce((folded, row) => check.measure.add(folded, row), check.measure.start());
  const measured = check.measure.finish(state, aSetContext(context));
  const limits = limitsOf(check.id, thresholds);
  return { measured, limits, ...check.judge(measured, limits) };
}

/** The same rows in other segments and another order: what they finish to must be the same. */
export function measuredInPieces(
  check: Check,
  segments: readonly (readonly RowFacts[])[],
  parts: Partial<SetContext> = {},
): Measured {
  const states = segments.map((rows) =>
    rows.reduce((state, row) => check.measure.add(state, row), check.measure.start()),
  );
  const whole = states.reduce((left, right) => check.measure.merge(left, right), check.measure.start());
  return check.measure.finish(whole, aSetContext(parts));
}
