// Each gate: opens, stays closed, cannot tell, and what it says exactly at its threshold.
import { anEvidence, factsNow, goodFacts, goodValues } from '../../test/builders/gate-facts.js';
import { digestOf } from '../kernel/digest.js';
import type { Evidence, EvidenceKind } from '../kernel/evidence.js';
import { type GateName, gateNames } from '../kernel/policy.js';
import type { Outcome } from '../kernel/verdict.js';
import { allCriteria } from './all-criteria.js';
import { allGates, gateNamed } from './all-gates.js';
import type { Facts } from './facts.js';
import { judgeGate } from './judge-gate.js';

const minute = 60_000;
const judge = (gate: GateName, facts: Facts) => judgeGate({ gate: gateNamed(gate), facts });
const readiness = goodValues['readiness.report'];
const check = (outcome: 'pass' | 'warn' | 'fail' | 'inconclusive' | 'error', blocking = true) =>
  anEvidence('readiness.report', {
    checks: readiness.checks.map((one) =>
      one.id.startsWith('R0')
        ? { ...one, blocking }
        : { ...one, outcome, blocking, text: 'It is so.', remedy: 'Mend it.' },
    ),
  });
const window = (change: Parameters<typeof anEvidence<'guardrail.window'>>[1]) => anEvidence('guardrail.window', change);
const guardrail = (outcome: Outcome) =>
  window({ guardrails: [{ id: 'error-rate', outcome, measured: 0.5, bound: 0.02, n: 9, text: 'It is so.' }] });

type Row = readonly [string, GateName, Outcome, Evidence | Partial<Facts>];

const rows: readonly Row[] = [
  ['a brief without a criticality', 'intake', 'fail', anEvidence('intake.assessment', { criticality: ' ' })],
  ['no candidate', 'intake', 'fail', anEvidence('intake.assessment', { candidateModel: '' })],
  [
    'a candidate that is the incumbent',
    'intake',
    'fail',
    anEvidence('intake.assessment', { candidateModel: 'closed-one' }),
  ],
  ['no owner', 'intake', 'fail', anEvidence('intake.assessment', { owner: '' })],
  ['one training row too few', 'data-ready', 'fail', anEvidence('readiness.report', { usableTrainRows: 499 })],
  ['just enough training rows', 'data-ready', 'pass', anEvidence('readiness.report', { usableTrainRows: 500 })],
  ['one held-out row too few', 'data-ready', 'fail', anEvidence('readiness.report', { holdoutRows: 199 })],
  ['just enough held-out rows', 'data-ready', 'pass', anEvidence('readiness.report', { holdoutRows: 200 })],
  ['a blocking check that failed', 'data-ready', 'fail', check('fail')],
  ['a blocking check that warned', 'data-ready', 'pass', check('warn')],
  ['a blocking check that cannot tell', 'data-ready', 'inconclusive', check('inconclusive')],
  ['a blocking check that broke', 'data-ready', 'error', check('error')],
  ['only checks that do not block', 'data-ready', 'inconclusive', check('fail', false)],
  ['a run that failed', 'candidate-exists', 'fail', anEvidence('training.run', { state: 'failed' })],
  ['a run without an artefact', 'candidate-exists', 'fail', anEvidence('training.run', { artefactDigest: null })],
  ['training on other data', 'candidate-exists', 'fail', anEvidence('training.run', { datasetDigest: 'sha256:x' })],
  [
    'a candidate that was trained elsewhere',
    'candidate-exists',
    'inconclusive',
    anEvidence('training.run', { state: 'brought', runId: null, recipe: null, datasetDigest: null }),
  ],
  ['one pair too few', 'not-inferior', 'inconclusive', anEvidence('evaluation.comparison', { n: 199 })],
  ['just enough pairs', 'not-inferior', 'pass', anEvidence('evaluation.comparison', { n: 200 })],
  ['a worse candidate', 'not-inferior', 'fail', anEvidence('evaluation.comparison', { outcome: 'fail' })],
  [
    'an undecided comparison',
    'not-inferior',
    'inconclusive',
    anEvidence('evaluation.comparison', { outcome: 'inconclusive' }),
  ],
  [
    'a wider margin than the policy',
    'not-inferior',
    'inconclusive',
    anEvidence('evaluation.comparison', { margin: 0.05 }),
  ],
  [
    'a laxer alpha than the policy',
    'not-inferior',
    'inconclusive',
    anEvidence('evaluation.comparison', { alpha: 0.1 }),
  ],
  ['the wrong artefact', 'not-inferior', 'fail', anEvidence('evaluation.comparison', { artefactDigest: 'sha256:x' })],
  ['too few shadow pairs', 'shadow-agrees', 'inconclusive', anEvidence('shadow.agreement', { pairs: 299 })],
  ['just enough agreement', 'shadow-agrees', 'pass', anEvidence('shadow.agreement', { agreementLow: 0.9 })],
  [
    'agreement that may be enough',
    'shadow-agrees',
    'inconclusive',
    anEvidence('shadow.agreement', { agreementLow: 0.89 }),
  ],
  [
    'agreement that cannot be enough',
    'shadow-agrees',
    'fail',
    anEvidence('shadow.agreement', { agreementLow: 0.8, agreementHigh: 0.89 }),
  ],
  ['unknown agreement', 'shadow-agrees', 'inconclusive', anEvidence('shadow.agreement', { agreementLow: null })],
  ['as many failures as allowed', 'shadow-agrees', 'pass', anEvidence('shadow.agreement', { failureShareHigh: 0.02 })],
  [
    'perhaps too many failures',
    'shadow-agrees',
    'inconclusive',
    anEvidence('shadow.agreement', { failureShareHigh: 0.021 }),
  ],
  [
    'surely too many failures',
    'shadow-agrees',
    'fail',
    anEvidence('shadow.agreement', { candidateFailures: 90, failureShareHigh: 0.2 }),
  ],
  ['another attempt', 'shadow-agrees', 'inconclusive', { attempt: 2 }],
  ['a silent incumbent', 'shadow-agrees', 'fail', anEvidence('fallback.check', { healthy: false })],
  ['a guardrail over its bound', 'canary-quiet', 'fail', guardrail('fail')],
  ['a guardrail that saw too little', 'canary-quiet', 'inconclusive', guardrail('inconclusive')],
  ['a guardrail that broke', 'ramp-quiet', 'error', guardrail('error')],
  ['no guardrail at all', 'ramp-quiet', 'inconclusive', window({ guardrails: [] })],
  ['one exchange too few', 'canary-quiet', 'inconclusive', window({ candidateExchanges: 99 })],
  ['just enough exchanges', 'canary-quiet', 'pass', window({ candidateExchanges: 100 })],
  ['a window of another step', 'ramp-quiet', 'inconclusive', window({ stepEnteredAt: 1 })],
  ['a step as long as it must be', 'ramp-quiet', 'pass', { pausedMs: factsNow - 30 * minute }],
  ['a step a moment too short', 'ramp-quiet', 'inconclusive', { pausedMs: factsNow - 30 * minute + 1 }],
  ['a soak as long as it must be', 'ready-to-complete', 'pass', { pausedMs: factsNow - 120 * minute }],
  ['a soak a moment too short', 'ready-to-complete', 'inconclusive', { pausedMs: factsNow - 120 * minute + 1 }],
  ['too few exchanges in the soak', 'ready-to-complete', 'inconclusive', window({ candidateExchanges: 999 })],
  ['just enough exchanges in the soak', 'ready-to-complete', 'pass', window({ candidateExchanges: 1000 })],
  ['a silent incumbent at the end', 'ready-to-complete', 'fail', anEvidence('fallback.check', { healthy: false })],
];

function factsWith(change: Evidence | Partial<Facts>): Facts {
  return 'kind' in change ? goodFacts(change as Evidence) : { ...goodFacts(), ...(change as Partial<Facts>) };
}

function without(kind: EvidenceKind): Facts {
  const { [kind]: _, ...evidence } = goodFacts().evidence;
  return { ...goodFacts(), evidence };
}

describe('the gates', () => {
  it.each([...gateNames])('%s opens on good evidence', (gate) => {
    expect(judge(gate, goodFacts())).toMatchObject({ gate, outcome: 'pass' });
  });

  it.each(rows)('with %s, %s is judged %s', (_, gate, outcome, change) => {
    expect(judge(gate, factsWith(change)).outcome).toBe(outcome);
  });

  const deciding = allGates.map(({ name, criteria }) => ({
    name,
    criteria: criteria.filter((one) => one.role === 'gate'),
  }));
  const reading = deciding.flatMap(({ name, criteria }) =>
    [...new Set(criteria.flatMap(({ reads }) => reads))].map((kind) => [name, kind] as const),
  );

  it.each(reading)('%s cannot tell without %s, and errs where it broke or has another shape', (gate, kind) => {
    expect(judge(gate, without(kind)).outcome).toBe('inconclusive');
    expect(judge(gate, goodFacts(anEvidence(kind, {}, { outcome: 'error' }))).outcome).toBe('error');
    expect(judge(gate, goodFacts({ ...anEvidence(kind), value: { healthy: 'yes' } })).outcome).toBe('error');
  });

  it.each(['shadow.agreement', 'guardrail.window', 'fallback.check'] as const)(
    'live evidence of kind %s counts for 15 minutes and no longer',
    (kind) => {
      const gate = kind === 'shadow.agreement' ? 'shadow-agrees' : 'ready-to-complete';
      const aged = (ms: number) => judge(gate, goodFacts(anEvidence(kind, {}, { measuredAt: factsNow - ms }))).outcome;
      expect([aged(15 * minute), aged(15 * minute + 1)]).toEqual(['pass', 'inconclusive']);
    },
  );

  it('says so where evidence was declared and not measured', () => {
    const declared = judge('intake', goodFacts(anEvidence('intake.assessment', {}, { source: 'declared' })));
    expect(declared.outcome).toBe('pass');
    const told = declared.criteria.filter((one) => one.evidenceId === 'evd_intake.assessment');
    expect(told).toHaveLength(3);
    for (const { text } of told) {
      expect(text).toMatch(/This was declared, not measured\.$/);
    }
  });
});

describe('a judgement', () => {
  it('is the same for the same facts, and names its evidence and its policy', () => {
    const one = judge('not-inferior', goodFacts());
    expect(judge('not-inferior', goodFacts())).toEqual(one);
    expect(one.evidenceIds).toEqual(['evd_evaluation.comparison', 'evd_training.run']);
    expect(one.policyDigest).toBe(digestOf(goodFacts().policy));
  });

  it('has another digest for other evidence and for another attempt, not for a later hour', () => {
    const { evidenceDigest } = judge('not-inferior', goodFacts());
    const other = anEvidence('training.run', { trainSeconds: 13 });
    expect(judge('not-inferior', goodFacts(other)).evidenceDigest).not.toBe(evidenceDigest);
    expect(judge('not-inferior', { ...goodFacts(), attempt: 2 }).evidenceDigest).not.toBe(evidenceDigest);
    expect(judge('not-inferior', { ...goodFacts(), now: factsNow + 1 }).evidenceDigest).toBe(evidenceDigest);
  });

  it('is not decided by signals, and not by nothing', () => {
    const [first] = gateNamed('intake').criteria;
    const signal = { ...first, judge: () => ({ ...judge('intake', goodFacts()).criteria[0], role: 'signal' }) };
    const gate = { ...gateNamed('intake'), criteria: [signal] } as ReturnType<typeof gateNamed>;
    expect(judgeGate({ gate, facts: goodFacts() }).outcome).toBe('inconclusive');
  });
});

describe('the list of criteria', () => {
  it('holds each criterion of every gate once, and no other', () => {
    const used = [...new Set(allGates.flatMap(({ criteria }) => criteria))];
    expect(new Set(allCriteria)).toEqual(new Set(used));
    expect(new Set(allCriteria.map(({ id }) => id)).size).toBe(allCriteria.length);
  });

  it.each(allCriteria.map((one) => [one.id, one] as const))(
    '%s asks, explains, and answers in a sentence',
    (id, one) => {
      expect(one.question).toMatch(/^[A-Z].*\?$/);
      for (const words of [one.why, one.source, one.remedy, one.judge(goodFacts()).text]) {
        expect(words).toMatch(/^\S.*[.]$/);
      }
      expect(one.judge(goodFacts())).toMatchObject({ id, outcome: 'pass', role: one.role });
    },
  );
});
