import { whoMay } from './may';

describe('who may do something', () => {
  it('is said so that it begins a sentence', () => {
    expect([whoMay('waive'), whoMay('sign'), whoMay('import')]).toEqual([
      'A risk owner',
      'An approver or a risk owner',
      'A lead or an admin',
    ]);
  });
});
