import { somePolicyNumbers } from '../../../test/builders/set-context.js';
import { limitsOf, type WrittenThresholds } from './thresholds.js';

const written: WrittenThresholds = {
  L02: { better: 'low', warn: 0.01, fail: 'leakedHoldoutShareMax', source: 'test' },
  V01: { better: 'high', warn: 'trainRowsEnough', fail: 'trainRowsMin', source: 'test' },
  V05: { better: 'low', warn: null, fail: null, source: 'test' },
};

describe('the limits of a check', () => {
  it('are those that are written, with the numbers of the policy put in', () => {
    expect(limitsOf('V01', { written, policy: somePolicyNumbers })).toMatchObject({ warn: 500, fail: 50 });
    expect(limitsOf('V05', { written, policy: somePolicyNumbers })).toMatchObject({ warn: null, fail: null });
  });

  it('never warn later than they fail, however the policy is set', () => {
    const strict = { ...somePolicyNumbers, leakedHoldoutShareMax: 0.001, trainRowsMin: 900 };
    expect(limitsOf('L02', { written, policy: strict })).toMatchObject({ warn: 0.001, fail: 0.001 });
    expect(limitsOf('V01', { written, policy: strict })).toMatchObject({ warn: 900, fail: 900 });
  });

  it('have to be written: a check without them is not judged', () => {
    expect(() => limitsOf('X99', { written, policy: somePolicyNumbers })).toThrow('X99');
  });
});
