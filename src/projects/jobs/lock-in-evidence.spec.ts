import { anEvidence } from '../../../test/builders/gate-facts.js';
import type { LicenceCondition } from '../../lifecycle/facts.js';
import {
  evaluationFacts,
  licenceFacts,
  lineageFacts,
  servingFacts,
  shadowFacts,
  targetFacts,
  testedAlternatives,
} from './lock-in-evidence.js';

describe('what evidence says to lock-in', () => {
  it.each([
    ['pass', 0.01, 'superior'],
    ['pass', -0.01, 'non_inferior'],
    ['fail', -0.2, 'inferior'],
    ['inconclusive', 0.3, 'inconclusive'],
    ['error', 0.3, 'inconclusive'],
  ] as const)('of a comparison that came out %s from %d on is that it is %s', (outcome, differenceLow, parity) => {
    const facts = evaluationFacts([anEvidence('evaluation.comparison', { differenceLow }, { outcome })], [], true);
    expect(facts).toMatchObject({
      parity,
      criticalSegments: 1,
      coveredCriticalSegments: outcome === 'pass' ? 1 : 0,
    });
  });

  it('is nothing where a comparison was only declared', () => {
    expect(evaluationFacts([anEvidence('evaluation.comparison', {}, { source: 'declared' })], [], true)).toBeNull();
  });

  it('of shadow traffic is how many calls were answered in the promised form', () => {
    const said = { candidateCalls: 200, candidateFailures: 3 };
    expect(shadowFacts([anEvidence('shadow.agreement', said as object)])).toMatchObject({
      latencyInTolerance: null,
      contractTests: { passed: 197, all: 200 },
    });
  });

  it('of the guardrails is whether the candidate is quick enough', () => {
    expect(shadowFacts([anEvidence('guardrail.window')])).toMatchObject({
      latencyInTolerance: true,
      contractTests: null,
    });
  });

  it('of a candidate that was brought is nothing about its weights', () => {
    const brought = targetFacts([anEvidence('training.run', { state: 'brought', runId: null })], 'llama');
    expect(brought).toMatchObject({ weightsVerified: null, executableFormats: null });
    expect(targetFacts([anEvidence('training.run', { state: 'failed' })], 'llama')).toBeNull();
    expect(targetFacts([anEvidence('training.run')], 'llama')).toMatchObject({ weightsVerified: 'yes' });
  });
});

describe('a candidate that was made here from nothing', () => {
  it('has no licence text of others and no base whose compute would count', () => {
    expect(targetFacts([anEvidence('training.run')], 'm')).toMatchObject({
      ...{ isOwnWork: true, licencePinned: true, computeShare: 0 },
    });
    const brought = targetFacts([anEvidence('training.run', { state: 'brought', runId: null })], 'm');
    expect(brought).toMatchObject({ isOwnWork: false, licencePinned: null, computeShare: null });
  });

  it('is served on any processor, which is seen once it answers', () => {
    const run = anEvidence('training.run');
    const brought = anEvidence('training.run', { state: 'brought', runId: null });
    const shadow = anEvidence('shadow.agreement', {}, { measuredAt: 7 });
    expect(servingFacts([run, shadow])?.hardwareOnlyShare).toMatchObject({ value: 0, at: 7 });
    expect([servingFacts([run]), servingFacts([brought, shadow])]).toEqual([null, null]);
  });
});

describe('the licence of the candidate', () => {
  const ruling = (...states: LicenceCondition['state'][]) => ({
    ...{ model: 'org/m', openness: 'open', licence: 'a licence' },
    conditions: states.map((state, index) => ({ id: `c${index}`, state, text: `It is ${state}.` })),
  });

  it('is as bad as the worst of what it asks', () => {
    const stateOf = (...states: LicenceCondition['state'][]) => licenceFacts(ruling(...states)).state;
    expect([stateOf('met'), stateOf('met', 'duty'), stateOf('unknown', 'duty'), stateOf('broken', 'unknown')]).toEqual([
      ...['none', 'managed', 'unclear', 'breached'],
    ]);
    expect(licenceFacts(ruling('met', 'duty', 'duty')).because).toBe('It is duty. It is duty.');
  });

  it('is unclear where none is on file, and asks nothing of own work', () => {
    expect(licenceFacts({ ...ruling(), licence: null })).toMatchObject({ state: 'unclear', asksNothing: false });
    expect(licenceFacts({ ...ruling(), licence: 'own work' })).toMatchObject({
      ...{ state: 'none', asksNothing: true, evidence: ['/v1/catalog/models/org%2Fm/licence-gates'] },
    });
  });
});

describe('whose answers the rows are', () => {
  const frozen = { datasetId: 'dst_1', at: 1, rows: 100, holdoutRows: 120, holdoutRowsMin: 100 };
  const vendor = (ruling: string, rows = 10) => ({ source: `vendor:${ruling}/api`, rows, ruling });

  it('is ruled by the worst of the vendors, and uploads are nobody’s', () => {
    const sources = [
      vendor('permitted'),
      vendor('blocked', 5),
      { source: 'import:imp_1', rows: 85, ruling: 'blocked' },
    ];
    expect(lineageFacts(frozen, sources)).toMatchObject({ right: 'forbidden', vendorRows: 15 });
  });

  it.each([
    ['permitted', 'permitted'],
    ['acknowledge', 'non_competing'],
    ['unknown', 'ambiguous'],
    ['something new', 'ambiguous'],
  ])('takes the ruling %s for %s', (ruling, right) => {
    expect(lineageFacts(frozen, [vendor(ruling)]).right).toBe(right);
  });

  it('is permitted where no vendor’s answer is among them', () => {
    expect(lineageFacts(frozen, [vendor('blocked', 0)])).toMatchObject({ right: 'permitted', vendorRows: 0 });
  });
});

describe('the golden set of the task', () => {
  const frozen = { datasetId: 'dst_1', at: 1, rows: 100, holdoutRows: 100, holdoutRowsMin: 100 };
  const own = { source: 'import:imp_1', rows: 200, ruling: 'permitted' };

  it('is a hold-out that is large enough and that people answered', () => {
    expect(lineageFacts(frozen, [own]).goldenSets).toEqual({ segments: 1, covered: 1, holdoutRows: 100 });
    expect(lineageFacts({ ...frozen, holdoutRows: 99 }, [own]).goldenSets).toMatchObject({ covered: 0 });
  });

  it('is not known where a vendor answered some of the rows', () => {
    const vendor = { source: 'vendor:closed/api', rows: 1, ruling: 'permitted' };
    expect(lineageFacts(frozen, [own, vendor]).goldenSets).toBeNull();
  });
});

describe('alternatives that were tested', () => {
  const compared = (artefactDigest: string, measuredAt: number, outcome: 'pass' | 'fail' = 'pass') =>
    anEvidence('evaluation.comparison', { artefactDigest, evaluationId: `evl_${measuredAt}` }, { measuredAt, outcome });
  const made = (artefactDigest: string, recipe: string | null, servedModel: string | null = null) =>
    anEvidence('training.run', { artefactDigest, recipe, servedModel });
  const runs = [made('a', 'llama-lora'), made('b', 'llama-lora'), made('c', null, 'qwen-8b')];

  it('count by base: one base tuned twice is one', () => {
    expect(testedAlternatives([compared('a', 1), compared('b', 2)], runs)).toEqual([
      { base: 'llama-lora', runId: 'evl_2', at: 2 },
    ]);
    const two = testedAlternatives([compared('a', 1), compared('c', 3)], runs);
    expect(two.map(({ base }) => base)).toEqual(['qwen-8b', 'llama-lora']);
  });

  it('are those alone whose newest comparison passed', () => {
    expect(testedAlternatives([compared('a', 1), compared('b', 2, 'fail')], runs)).toEqual([]);
  });

  it('are at most one where no run names the base, and none beside a named one', () => {
    expect(testedAlternatives([compared('x', 1), compared('y', 2)], runs)).toMatchObject([{ base: null, at: 2 }]);
    expect(testedAlternatives([compared('x', 1), compared('a', 2)], runs)).toMatchObject([{ base: 'llama-lora' }]);
  });
});
