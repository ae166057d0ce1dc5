import { isRefusal } from '../../kernel/refusal.js';
import { allIndicators } from '../indicators/all-indicators.js';
import type { Fact } from '../score/fact.js';
import { checkDeclaration, type Declaration } from './check-declaration.js';

const now = 1_795_600_000_000;
const day = 86_400_000;

function check(parts: Partial<Declaration>, ruling: readonly Fact[] = []) {
  const declaration: Declaration = {
    ...{ indicatorId: '4.4', value: 'both', basis: 'declared', observedAt: null, validUntil: null },
    ...{ evidence: [], note: 'Clause 12.', owner: 'grace' },
    ...parts,
  };
  const byIndicator = new Map(ruling.map((fact) => [fact.indicatorId, fact]));
  return checkDeclaration({ declaration, indicators: allIndicators, ruling: byIndicator, now });
}

function aMeasuredFact(ageDays: number): Fact {
  const at = now - ageDays * day;
  return {
    ...{ id: 'fct_1', indicatorId: '7.1', value: 'inferior', basis: 'measured', observedAt: at, validUntil: null },
    ...{ recordedAt: at, recordedBy: 'system', evidence: ['evl_1'], note: 'Compared on 3,000 rows.' },
  };
}

describe('a declaration', () => {
  it('becomes a fact of its owner, as of now', () => {
    expect(check({})).toMatchObject({ basis: 'declared', observedAt: now, recordedBy: 'grace', value: 'both' });
  });

  it('weighs more with evidence', () => {
    expect(check({ evidence: ['contract 17'] })).toMatchObject({ basis: 'declared with evidence' });
  });

  it.each([
    ['an indicator that there is not', { indicatorId: '9.9' }],
    ['a word that the indicator does not know', { value: 'perhaps' }],
    ['a word where a number is asked for', { indicatorId: '4.3', value: 'both' }],
    ['a time to come', { observedAt: now + 1 }],
    ['an end that is over', { validUntil: now }],
    ['a document that is not named', { basis: 'documented' as const }],
  ])('is refused for %s', (_, parts) => {
    expect(check(parts)).toMatchObject({ refused: true, code: 'bad-request' });
  });

  it('does not take the place of a measurement', () => {
    const answer = check({ indicatorId: '7.1', value: 'superior' }, [aMeasuredFact(10)]);
    expect(answer).toMatchObject({ refused: true, code: 'conflict' });
  });

  it('may follow a measurement that is older than its half-life', () => {
    expect(isRefusal(check({ indicatorId: '7.1', value: 'inconclusive' }, [aMeasuredFact(130)]))).toBe(false);
  });
});
