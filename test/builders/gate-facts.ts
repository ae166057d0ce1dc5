// A policy, evidence and facts with which every gate opens; a test changes the one thing it is about.
import { digestOf } from '../../src/kernel/digest.js';
import type { Evidence, EvidenceKind } from '../../src/kernel/evidence.js';
import type { Policy } from '../../src/kernel/policy.js';
import type { EvidenceValues, Facts } from '../../src/lifecycle/facts.js';

export const testPolicy: Policy = {
  name: 'test',
  description: 'Round numbers for tests.',
  approvals: {
    requiredPerGate: {
      intake: 1,
      'data-ready': 0,
      'candidate-exists': 0,
      'not-inferior': 1,
      'shadow-agrees': 1,
      'canary-quiet': 1,
      'ramp-quiet': 1,
      'ready-to-complete': 2,
    },
    expireAfterHours: 48,
    preventSelfReview: true,
  },
  gateRunExpiresAfterHours: 24,
  readiness: {
    trainRowsMin: 500,
    trainRowsEnough: 2000,
    holdoutRowsMin: 200,
    rowsPerClassMin: 20,
    malformedShareMax: 0.01,
    exactDuplicateShareMax: 0.05,
    nearDuplicateShareMax: 0.2,
    leakedHoldoutShareMax: 0,
    rarestClassShareOfEvenMin: 0.2,
    overLengthShareMax: 0.05,
  },
  evaluation: { nonInferiorityMargin: 0.03, alpha: 0.05, power: 0.8, pairsMin: 200 },
  shadow: { pairsMin: 300, agreementMin: 0.9, failureShareMax: 0.02 },
  rollout: {
    weightsPercent: [1, 10, 50],
    minutesPerStepMin: 30,
    candidateExchangesPerStepMin: 100,
    soakMinutesMin: 120,
    soakExchangesMin: 1000,
    rollbackWindowDays: 14,
  },
  guardrails: {
    windowMinutes: 15,
    exchangesMin: 50,
    errorRateExcessMax: 0.02,
    latencyP95RatioMax: 1.5,
    latencyMsP95Harmless: 300,
    blindMinutesMax: 10,
  },
  lockIn: { scoreMax: 75, scoreDaysOldMax: 2, wayBackSpareDaysMin: 6 },
};

const minuteMs = 60_000;
export const factsNow = 200 * minuteMs;

export const goodValues: EvidenceValues = {
  'intake.assessment': {
    task: 'sort tickets',
    incumbentModel: 'closed-one',
    candidateModel: 'open-one',
    owner: 'lea',
    criticality: 'high',
  },
  'readiness.report': {
    verdict: 'pass',
    datasetDigest: 'sha256:data',
    checks: [
      {
        id: 'malformed-rows',
        outcome: 'pass',
        blocking: true,
        value: 0,
        unit: 'share',
        warn: 0,
        fail: 0.01,
        text: '0 rows are malformed.',
        remedy: 'Drop them.',
      },
      ...['R01', 'R02', 'R03', 'R04'].map((id) => ({
        ...{ id, outcome: 'pass' as const, blocking: true, value: 0, unit: 'rows', warn: null, fail: null },
        ...{ text: 'All rows may be trained on.', remedy: 'Have somebody sign.' },
      })),
    ],
    rights: [{ source: 'vendor:closed/api', rows: 3400, ruling: 'permitted' }],
    usableTrainRows: 3000,
    holdoutRows: 400,
    missingRows: 0,
  },
  'dataset.frozen': { datasetId: 'dst_1', datasetDigest: 'sha256:data', trainRows: 3000, holdoutRows: 400 },
  'training.run': {
    runId: 'trn_1',
    recipe: 'baseline',
    datasetDigest: 'sha256:data',
    artefactDigest: 'sha256:artefact',
    trainRows: 3000,
    trainSeconds: 12,
    servedModel: 'open-one',
    state: 'succeeded',
  },
  'evaluation.comparison': {
    evaluationId: 'evl_1',
    datasetDigest: 'sha256:data',
    artefactDigest: 'sha256:artefact',
    n: 400,
    bothCorrect: 350,
    onlyCandidateCorrect: 20,
    onlyIncumbentCorrect: 15,
    bothWrong: 15,
    incumbentAccuracy: 0.9125,
    candidateAccuracy: 0.925,
    difference: 0.0125,
    differenceLow: -0.012,
    differenceHigh: 0.038,
    confidence: 0.9,
    margin: 0.03,
    alpha: 0.05,
    z: 2.8,
    pValueOneSided: 0.003,
    requiredPairs: 300,
    method: 'test/1',
    outcome: 'pass',
  },
  'shadow.agreement': {
    attempt: 1,
    since: 0,
    pairs: 500,
    agreeing: 480,
    agreementLow: 0.94,
    agreementHigh: 0.975,
    candidateFailures: 1,
    failureShareHigh: 0.011,
  },
  'guardrail.window': {
    attempt: 1,
    since: 0,
    stepEnteredAt: 0,
    weightPercent: 10,
    candidateExchanges: 1500,
    incumbentExchanges: 9000,
    guardrails: [
      { id: 'error-rate', outcome: 'pass', measured: 0.001, bound: 0.02, n: 1500, text: 'Errors are rare.' },
      { id: 'latency', outcome: 'pass', measured: 1.1, bound: 1.5, n: 1500, text: 'It is quick.' },
    ],
  },
  'fallback.check': { healthy: true, checkedAt: factsNow, latencyMs: 80 },
  'lockin.score': {
    score: 44.2,
    low: 41.5,
    high: 47,
    confidence: 0.9,
    band: 'moderate',
    floors: [],
    blockedBecause: [],
    forced: null,
  },
  'rights.ruling': {
    model: 'open-one',
    openness: 'open',
    licence: 'Apache-2.0',
    conditions: [{ id: 'users', state: 'met', text: 'The licence counts no users.' }],
  },
  'incumbent.life': {
    model: 'closed-one',
    isKnown: true,
    shutdownOn: '2027-06-01',
    daysLeft: 200,
    leadTimeDays: 180,
    replacements: [],
  },
};

export function anEvidence<K extends EvidenceKind>(
  kind: K,
  change: Partial<EvidenceValues[K]> = {},
  more: Partial<Omit<Evidence, 'kind' | 'value'>> = {},
): Evidence {
  const draft = {
    kind,
    source: 'measured' as const,
    measuredAt: factsNow,
    inputsDigest: 'sha256:inputs',
    methodVersion: 'test/1',
    outcome: 'pass' as const,
    ...more,
    value: { ...goodValues[kind], ...change } as Record<string, unknown>,
  };
  return { ...draft, id: `evd_${kind}`, projectId: 'prj_1', digest: digestOf(draft), recordedBy: 'system', ...more };
}

export function goodFacts(...changed: readonly Evidence[]): Facts {
  const all = [...(Object.keys(goodValues) as EvidenceKind[]).map((kind) => anEvidence(kind)), ...changed];
  return {
    now: factsNow,
    policy: testPolicy,
    evidence: Object.fromEntries(all.map((evidence) => [evidence.kind, evidence])),
    attempt: 1,
    stepEnteredAt: 0,
    pausedMs: 0,
    weightPercent: 10,
    project: { incumbentModel: 'closed-one', candidateModel: 'open-one', task: 'sort tickets' },
  };
}
