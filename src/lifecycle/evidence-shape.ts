// Does a stored evidence value have the shape that its kind promises? A value that does not is an error of measurement,
// never a pass: the reading of it is `null`.
import type { EvidenceKind } from '../kernel/evidence.js';
import type { EvidenceValues, RowsOfSource } from './facts.js';

type Test = (value: unknown) => boolean;
type ShapeOf<T> = { readonly [K in keyof T]-?: Test };

const text: Test = (value) => typeof value === 'string';
const number: Test = (value) => typeof value === 'number' && Number.isFinite(value);
const count: Test = (value) => Number.isInteger(value) && (value as number) >= 0;
const flag: Test = (value) => typeof value === 'boolean';
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const orLeftOut =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const oneOf =
  (...allowed: readonly string[]): Test =>
  (value) =>
    typeof value === 'string' && allowed.includes(value);
const outcome = oneOf('pass', 'fail', 'inconclusive', 'error');
const outcomeOrWarning = oneOf('pass', 'warn', 'fail', 'inconclusive', 'error');

function record<T>(shape: ShapeOf<T>): Test {
  const entries = Object.entries<Test>(shape as Record<string, Test>);
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    entries.every(([key, test]) => test((value as Record<string, unknown>)[key]));
}

function listOf(test: Test): Test {
  return (value) => Array.isArray(value) && value.every(test);
}

const readinessCheck = record<EvidenceValues['readiness.report']['checks'][number]>({
  id: text,
  outcome: outcomeOrWarning,
  blocking: flag,
  value: orNull(number),
  unit: text,
  warn: orNull(number),
  fail: orNull(number),
  text,
  remedy: text,
});

const guardrailReading = record<EvidenceValues['guardrail.window']['guardrails'][number]>({
  id: text,
  outcome,
  measured: orNull(number),
  bound: orNull(number),
  n: orNull(number),
  text,
});

const rowsOfSource = record<RowsOfSource>({ source: text, rows: count, ruling: text });
const licenceCondition = record<EvidenceValues['rights.ruling']['conditions'][number]>({
  id: text,
  state: oneOf('met', 'duty', 'unknown', 'broken'),
  text,
});

const lockInFloor = record<EvidenceValues['lockin.score']['floors'][number]>({
  name: text,
  blocks: flag,
  because: text,
});
const forcedExit = record<NonNullable<EvidenceValues['lockin.score']['forced']>>({
  because: text,
  shutdownOn: text,
  daysLeft: number,
});

const shapes: { readonly [K in EvidenceKind]: Test } = {
  'intake.assessment': record<EvidenceValues['intake.assessment']>({
    task: text,
    incumbentModel: text,
    candidateModel: text,
    owner: text,
    criticality: text,
  }),
  'readiness.report': record<EvidenceValues['readiness.report']>({
    verdict: outcomeOrWarning,
    datasetDigest: text,
    checks: listOf(readinessCheck),
    usableTrainRows: count,
    holdoutRows: count,
    missingRows: orNull(count),
    rights: orLeftOut(listOf(rowsOfSource)),
  }),
  'dataset.frozen': record<EvidenceValues['dataset.frozen']>({
    datasetId: text,
    datasetDigest: text,
    trainRows: count,
    holdoutRows: count,
  }),
  'training.run': record<EvidenceValues['training.run']>({
    runId: orNull(text),
    recipe: orNull(text),
    datasetDigest: orNull(text),
    artefactDigest: orNull(text),
    trainRows: orNull(count),
    trainSeconds: orNull(number),
    servedModel: orNull(text),
    state: text,
  }),
  'evaluation.comparison': record<EvidenceValues['evaluation.comparison']>({
    evaluationId: text,
    datasetDigest: text,
    artefactDigest: text,
    n: count,
    bothCorrect: count,
    onlyCandidateCorrect: count,
    onlyIncumbentCorrect: count,
    bothWrong: count,
    incumbentAccuracy: orNull(number),
    candidateAccuracy: orNull(number),
    difference: orNull(number),
    differenceLow: orNull(number),
    differenceHigh: orNull(number),
    confidence: orNull(number),
    margin: number,
    alpha: number,
    z: orNull(number),
    pValueOneSided: orNull(number),
    requiredPairs: orNull(number),
    method: text,
    outcome,
  }),
  'shadow.agreement': record<EvidenceValues['shadow.agreement']>({
    attempt: count,
    since: number,
    pairs: count,
    agreeing: count,
    agreementLow: orNull(number),
    agreementHigh: orNull(number),
    candidateFailures: count,
    failureShareHigh: orNull(number),
  }),
  'guardrail.window': record<EvidenceValues['guardrail.window']>({
    attempt: count,
    since: number,
    stepEnteredAt: number,
    weightPercent: number,
    candidateExchanges: count,
    incumbentExchanges: count,
    guardrails: listOf(guardrailReading),
  }),
  'fallback.check': record<EvidenceValues['fallback.check']>({
    healthy: flag,
    checkedAt: number,
    latencyMs: orNull(number),
  }),
  'lockin.score': record<EvidenceValues['lockin.score']>({
    score: number,
    low: number,
    high: number,
    confidence: number,
    band: orNull(text),
    floors: listOf(lockInFloor),
    blockedBecause: listOf(text),
    forced: orNull(forcedExit),
  }),
  'rights.ruling': record<EvidenceValues['rights.ruling']>({
    model: text,
    openness: orNull(text),
    licence: orNull(text),
    conditions: listOf(licenceCondition),
  }),
  'incumbent.life': record<EvidenceValues['incumbent.life']>({
    model: text,
    isKnown: flag,
    shutdownOn: orNull(text),
    daysLeft: orNull(number),
    leadTimeDays: number,
    replacements: listOf(text),
  }),
};

/** The value in the shape of its kind; `null` where it has another. */
export function evidenceValue<K extends EvidenceKind>(kind: K, value: unknown): EvidenceValues[K] | null {
  return shapes[kind](value) ? (value as EvidenceValues[K]) : null;
}
