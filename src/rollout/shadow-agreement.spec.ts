import { type ShadowReading, shadowEvidence, unmeasuredShadow } from './shadow-agreement.js';

const thresholds = { pairsMin: 200, agreementMin: 0.8, failureShareMax: 0.02 };

function reading(pairs: number, agreeing: number, candidateFailures = 0): ShadowReading {
  const base = { projectId: 'prj_one', attempt: 1, sinceMs: 1000, now: 2000, thresholds };
  return { ...base, pairs, agreeing, candidateFailures, candidateCalls: pairs + candidateFailures };
}

const outcome = (...counts: Parameters<typeof reading>) => shadowEvidence(reading(...counts)).outcome;

describe('the agreement of the shadow', () => {
  it('passes when both limits hold at the unfavourable end', () => {
    expect(outcome(400, 380)).toBe('pass');
  });

  it('cannot tell on too few pairs, although all agree', () => {
    expect(outcome(199, 199)).toBe('inconclusive');
  });

  it('cannot tell while the interval spans the wanted agreement', () => {
    expect(outcome(200, 166)).toBe('inconclusive');
  });

  it('fails when the answers surely agree too seldom', () => {
    expect(outcome(400, 280)).toBe('fail');
  });

  it('fails when too many copies surely failed, although the others agree', () => {
    expect(outcome(400, 400, 40)).toBe('fail');
  });

  it('fails on failures alone, without one pair to compare', () => {
    expect(outcome(0, 0, 300)).toBe('fail');
  });

  it('names the counts and the limits', () => {
    const { value } = shadowEvidence(reading(400, 380));
    expect(value).toMatchObject({ attempt: 1, since: 1000, pairs: 400, agreeing: 380, candidateFailures: 0 });
    expect(value.agreementLow).toBeCloseTo(0.924, 3);
    expect(value.failureShareHigh).toBeCloseTo(0.0095, 4);
  });

  it('is an error, with nothing known, when it could not be counted', () => {
    const draft = unmeasuredShadow({ projectId: 'prj_one', attempt: 1, sinceMs: 1000, now: 2000 }, 'no store');
    expect(draft).toMatchObject({ outcome: 'error', value: { pairs: null, agreementLow: null, problem: 'no store' } });
  });
});
