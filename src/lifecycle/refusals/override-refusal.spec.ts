import { anEvidence, goodFacts, goodValues } from '../../../test/builders/gate-facts.js';
import type { Evidence } from '../../kernel/evidence.js';
import type { GateName } from '../../kernel/policy.js';
import { gateNamed } from '../all-gates.js';
import { judgeGate } from '../judge-gate.js';
import { overrideRefusal } from './override-refusal.js';

const refusalOf = (gate: GateName, evidence: Evidence) =>
  overrideRefusal(judgeGate({ gate: gateNamed(gate), facts: goodFacts(evidence) }).criteria);
const rights = (outcome: 'fail' | 'inconclusive') =>
  anEvidence('readiness.report', {
    checks: goodValues['readiness.report'].checks.map((one) => (one.id === 'R01' ? { ...one, outcome } : one)),
  });

describe('an override', () => {
  it('does not lift a right to train that is barred', () => {
    expect(refusalOf('data-ready', rights('fail'))).toMatchObject({
      code: 'forbidden',
      detail: expect.stringContaining('right-to-train'),
    });
  });

  it.each(['intake', 'candidate-exists'] as const)('does not lift a licence that bars the use at %s', (gate) => {
    const conditions = [{ id: 'users', state: 'broken' as const, text: 'More than 700 million users.' }];
    expect(refusalOf(gate, anEvidence('rights.ruling', { conditions }))).toMatchObject({ code: 'forbidden' });
  });

  it('is a risk owner’s to give where a right is open, or a floor of lock-in bars', () => {
    expect(refusalOf('data-ready', rights('inconclusive'))).toBeNull();
    const because = 'The vendor forbids it.';
    expect(refusalOf('intake', anEvidence('lockin.score', { blockedBecause: [because] }))).toBeNull();
    expect(refusalOf('data-ready', anEvidence('readiness.report', { usableTrainRows: 10 }))).toBeNull();
  });
});
