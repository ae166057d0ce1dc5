import { anExchange } from '../../../test/builders/an-exchange.js';
import { isCandidateNoDearer } from './cost-of-arms.js';
import { readExchange } from './read-exchange.js';
import { mergeTraffic, nothingSeen } from './traffic-state.js';

function calls(count: number, costNanoUsd: number | null, isCandidate: boolean) {
  const own = isCandidate ? ({ arm: 'candidate', route: 'candidate' } as const) : {};
  return Array.from({ length: count }, () => readExchange(anExchange({ costNanoUsd, ...own })));
}

const judged = (...states: ReturnType<typeof calls>) => isCandidateNoDearer(states.reduce(mergeTraffic, nothingSeen));

describe('the cost of a call', () => {
  it.each([
    [9, true],
    [10, true],
    [11, false],
  ])('of %i beside ten of the incumbent: no dearer is %s', (cost, expected) => {
    expect(judged(...calls(30, cost, true), ...calls(40, 10, false))).toBe(expected);
  });

  it('is not known with few calls, without a price, or with one arm', () => {
    expect(judged(...calls(29, 1, true), ...calls(40, 10, false))).toBeNull();
    expect(judged(...calls(30, null, true), ...calls(40, 10, false))).toBeNull();
    expect(judged(...calls(40, 10, false))).toBeNull();
  });
});
