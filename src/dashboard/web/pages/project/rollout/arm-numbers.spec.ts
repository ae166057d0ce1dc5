import { armNumbers, bucketsOf, percentile } from './arm-numbers';
import type { Exchange } from './use-exchanges';

function call(part: Partial<Record<keyof Exchange, unknown>>): Exchange {
  return {
    arm: 'candidate',
    outcome: 'ok',
    latencyMs: 10,
    costNanoUsd: 100,
    promptTokens: 1,
    completionTokens: 1,
    at: '2026-01-01T00:00:00.000Z',
    ...part,
  } as unknown as Exchange;
}

describe('the numbers of an arm', () => {
  it('counts failures of the arm, and not callers that hung up', () => {
    const calls = [call({}), call({ outcome: 'timeout' }), call({ outcome: 'client-closed' })];
    expect(armNumbers(calls, 'candidate')).toMatchObject({ calls: 3, failures: 1 });
  });

  it('leaves a cost that is not known out of the mean and says how many there are', () => {
    const calls = [call({ costNanoUsd: 300 }), call({ costNanoUsd: null })];
    expect(armNumbers(calls, 'candidate')).toMatchObject({ costNanoUsdMean: 300, costUnknown: 1 });
  });

  it('knows nothing of an arm that answered nobody', () => {
    expect(armNumbers([], 'incumbent')).toMatchObject({ calls: 0, failureShare: null, latencyMsP95: null });
  });

  it('takes the nearest rank as a percentile', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(percentile([], 0.95)).toBeNull();
  });
});

describe('buckets of time', () => {
  it('hold each call once and are never more than sixty or so', () => {
    const calls = [0, 1, 100].map((minute) => call({ at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() }));
    const buckets = bucketsOf(calls);
    const counts = buckets.of('candidate', (own) => own.length);
    expect(counts.reduce((sum: number, one) => sum + (one ?? 0), 0)).toBe(3);
    expect(buckets.starts.length).toBeLessThanOrEqual(62);
  });

  it('are none without calls', () => {
    expect(bucketsOf([]).starts).toEqual([]);
  });
});
