// Arms are dealt to many generated units; the share, stickiness and monotony are counted, not sampled by eye.
import { aRoutePlan } from '../../test/builders/a-route-plan.js';
import { chooseArm, type RoutePlan } from './route-plan.js';

const units = Array.from({ length: 20_000 }, (_, number) => `account-${number}`);

function candidateUnits(plan: RoutePlan): Set<string> {
  return new Set(units.filter((unitId) => chooseArm({ plan, unitId }).arm === 'candidate'));
}

describe('choosing the arm', () => {
  it('gives the candidate its share of the units', () => {
    const share = candidateUnits(aRoutePlan({ weightPercent: 5 })).size / units.length;
    expect(Math.abs(share - 0.05)).toBeLessThan(0.007);
  });

  it('gives a unit the same arm each time', () => {
    const plan = aRoutePlan({ weightPercent: 25 });
    expect(candidateUnits(plan)).toEqual(candidateUnits({ ...plan, revision: 99, updatedAt: 1 }));
  });

  it('never takes a unit from the candidate when the weight grows', () => {
    const weights = [1, 5, 10, 25, 50, 99];
    const dealt = weights.map((weightPercent) => candidateUnits(aRoutePlan({ weightPercent })));
    for (const [place, smaller] of dealt.entries()) {
      const larger = dealt[place + 1] ?? smaller;
      expect([...smaller].filter((unit) => !larger.has(unit))).toEqual([]);
    }
  });

  it('deals anew in a new attempt', () => {
    const first = candidateUnits(aRoutePlan({ weightPercent: 50 }));
    const second = candidateUnits(aRoutePlan({ weightPercent: 50, attempt: 2 }));
    const both = [...first].filter((unit) => second.has(unit)).length;
    expect(Math.abs(both / units.length - 0.25)).toBeLessThan(0.02);
  });

  it('is exact at no weight and at the whole', () => {
    expect(candidateUnits(aRoutePlan({ weightPercent: 0 })).size).toBe(0);
    expect(candidateUnits(aRoutePlan({ weightPercent: 100 })).size).toBe(units.length);
  });

  it('leaves a call without a unit with the incumbent, unpaired, while traffic is split', () => {
    const choice = chooseArm({ plan: aRoutePlan({ weightPercent: 100 }), unitId: null });
    expect(choice).toEqual({ arm: 'incumbent', shadow: false });
  });

  it('copies every call under shadow and answers it with the incumbent', () => {
    const plan = aRoutePlan({ mode: 'shadow' });
    expect(chooseArm({ plan, unitId: null })).toEqual({ arm: 'incumbent', shadow: true });
    expect(chooseArm({ plan, unitId: 'account-1' })).toEqual({ arm: 'incumbent', shadow: true });
  });

  it('sends everything to the candidate once it has taken over, units or not', () => {
    const plan = aRoutePlan({ mode: 'candidate', weightPercent: 0 });
    expect(chooseArm({ plan, unitId: null })).toEqual({ arm: 'candidate', shadow: false });
  });

  it.each(['incumbent', 'shadow', 'split', 'candidate'] as const)(
    'stays with the incumbent in mode %s without a candidate',
    (mode) => {
      const plan = aRoutePlan({ mode, candidate: null, weightPercent: 100 });
      expect(chooseArm({ plan, unitId: 'account-1' })).toEqual({ arm: 'incumbent', shadow: false });
    },
  );
});
