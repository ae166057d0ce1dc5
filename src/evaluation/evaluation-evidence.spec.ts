import { comparisonEvidence, judgeRow } from './evaluation-evidence.js';
import type { Answered, EvaluationItem } from './evaluation-record.js';

const said = (text: string): Answered => ({ kind: 'answer', text });
const failed: Answered = { kind: 'failure', reason: 'timeout', detail: 'no answer in 5 s' };
const row = { rowKey: 'r1', text: 'where is my card', label: 'card_arrival' };
const thresholds = { nonInferiorityMargin: 0.03, alpha: 0.05, power: 0.8, pairsMin: 100 };

function items(counts: { both?: number; candidate?: number; incumbent?: number; failed?: number }): EvaluationItem[] {
  const pairs = [
    ...Array.from({ length: counts.both ?? 0 }, () => [said('card_arrival'), said('card_arrival')] as const),
    ...Array.from({ length: counts.candidate ?? 0 }, () => [said('other'), said('card_arrival')] as const),
    ...Array.from({ length: counts.incumbent ?? 0 }, () => [said('card_arrival'), said('other')] as const),
    ...Array.from({ length: counts.failed ?? 0 }, () => [failed, said('card_arrival')] as const),
  ];
  return pairs.map(([incumbent, candidate], place) =>
    judgeRow({ ...row, rowKey: `r${place}` }, { incumbent, candidate }),
  );
}

function evidenceOf(answered: readonly EvaluationItem[], rows = answered.length, pairsMin = 100) {
  const ids = { evaluationId: 'evl_1', datasetId: 'dst_1', datasetDigest: 'sha256:aa', artefactDigest: 'sha256:bb' };
  return comparisonEvidence({ ...ids, thresholds: { ...thresholds, pairsMin }, rows, items: answered, now: 5 });
}

describe('judging a row', () => {
  it('compares labels in their normal form', () => {
    const item = judgeRow(row, { incumbent: said('Card arrival.'), candidate: said('lost card') });
    expect(item).toMatchObject({ incumbentCorrect: true, candidateCorrect: false, problem: null });
  });

  it('counts a candidate that did not answer as wrong', () => {
    const item = judgeRow(row, { incumbent: said('card_arrival'), candidate: failed });
    expect(item).toMatchObject({ candidateCorrect: false, problem: 'candidate: timeout, no answer in 5 s' });
  });

  it('cannot tell what an incumbent that did not answer would have said', () => {
    expect(judgeRow(row, { incumbent: failed, candidate: said('card_arrival') }).incumbentCorrect).toBeNull();
  });
});

describe('the evidence of a comparison', () => {
  it('passes a candidate that is shown not to be inferior', () => {
    const evidence = evidenceOf(items({ both: 960, candidate: 20, incumbent: 20 }));
    expect(evidence).toMatchObject({
      kind: 'evaluation.comparison',
      outcome: 'pass',
      methodVersion: 'tango-score/1',
      value: {
        evaluationId: 'evl_1',
        datasetDigest: 'sha256:aa',
        n: 1000,
        difference: 0,
        outcome: 'pass',
        failures: 0,
      },
    });
  });

  it('fails one that is shown to be worse by more than the margin', () => {
    expect(evidenceOf(items({ both: 850, incumbent: 150 })).outcome).toBe('fail');
  });

  it('does not pass on fewer pairs than the policy asks for', () => {
    const few = items({ both: 980, candidate: 10, incumbent: 10 });
    expect(evidenceOf(few, few.length, 1001)).toMatchObject({
      outcome: 'inconclusive',
      value: { requiredPairs: 1001 },
    });
  });

  it('leaves out a pair without an incumbent answer, and says so', () => {
    expect(evidenceOf(items({ both: 990, failed: 10 }))).toMatchObject({
      outcome: 'pass',
      value: { n: 990, unjudged: 10, failures: 10, failuresAllowed: 10 },
    });
  });

  it('concludes nothing when more than one row in a hundred failed', () => {
    expect(evidenceOf(items({ both: 989, failed: 11 }))).toMatchObject({
      outcome: 'error',
      value: { outcome: 'error' },
    });
  });

  it('concludes nothing while rows are missing', () => {
    expect(evidenceOf(items({ both: 990 }), 1000).outcome).toBe('error');
  });

  it('is inconclusive on no rows at all', () => {
    expect(evidenceOf([]).outcome).toBe('inconclusive');
  });
});
