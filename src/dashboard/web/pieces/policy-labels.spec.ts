import type { Schemas } from '../api/client';
import { policyLabel } from './policy-labels';
import { policyLines } from './policy-lines';

describe('the numbers of a policy', () => {
  it('have names that say their unit and which way they bind', () => {
    expect(policyLabel('approvals.requiredPerGate.data-ready')).toBe('Gate “data ready”');
    expect(policyLabel('rollout.minutesPerStepMin')).toBe('A step lasts at least, minutes');
  });

  it('come with their reasons, in percent where they are shares, and one that is new under its key', () => {
    const policy = {
      policy: { name: 'mild', readiness: { nearDuplicateShareMax: 0.3, somethingNewMax: 1440 } },
      reasons: { 'readiness.nearDuplicateShareMax': 'Templates repeat.' },
    } as unknown as Schemas['PolicyResponse'];
    expect(policyLines(policy)).toEqual([
      {
        path: 'readiness.nearDuplicateShareMax',
        group: 'Data',
        label: 'Near duplicates, at most',
        value: '30 %',
        reason: 'Templates repeat.',
      },
      { path: 'readiness.somethingNewMax', group: 'Data', label: 'Something new max', value: '1,440', reason: '' },
    ]);
  });
});
