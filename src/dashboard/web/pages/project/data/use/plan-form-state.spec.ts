import type { Plan } from '../data-queries';
import { formOfPlan, planOfForm } from './plan-form-state';

const silent: Plan = {
  recipe: null,
  sequenceTokens: null,
  distribution: 'internal',
  commercial: null,
  vendorRoutes: [],
  trafficConsent: null,
  region: null,
  declaredBy: null,
  declaredAt: null,
};

const route = (vendor: string, name: string) => ({ vendor, route: name }) as Plan['vendorRoutes'][number];

describe('the form of a declaration', () => {
  it('shows what was never said as not said', () => {
    expect(formOfPlan(silent, 'acme')).toMatchObject({
      recipe: '',
      sequenceTokens: '',
      commercial: '',
      training: '',
      optOuts: '',
      region: '',
    });
  });

  it('tells a no from what was not said', () => {
    expect(formOfPlan({ ...silent, commercial: false }, 'acme').commercial).toBe('no');
  });

  it('shows the contract of the incumbent’s own connection before any other', () => {
    const vendorRoutes = [route('other', 'direct'), route('acme', 'azure')];
    expect(formOfPlan({ ...silent, vendorRoutes }, 'acme')).toMatchObject({ vendor: 'acme', route: 'azure' });
    expect(formOfPlan({ ...silent, vendorRoutes: [] }, 'acme')).toMatchObject({ vendor: 'acme', route: '' });
  });
});

describe('a declaration out of the form', () => {
  it('says nothing where the form says nothing', () => {
    expect(planOfForm(formOfPlan(silent, 'acme'), silent)).toEqual({
      recipe: null,
      sequenceTokens: null,
      distribution: 'internal',
      commercial: null,
      vendorRoutes: [],
      trafficConsent: null,
      region: null,
    });
  });

  it('comes back as it was where nobody changed anything', () => {
    const plan: Plan = {
      ...silent,
      recipe: 'trl-lora',
      sequenceTokens: 4096,
      commercial: true,
      vendorRoutes: [route('other', 'direct'), route('acme', 'azure')],
      trafficConsent: {
        legalBasis: 'consent',
        purposeIncludesTraining: false,
        retentionUntil: '2027-01-31',
        optOuts: 0,
      } as NonNullable<Plan['trafficConsent']>,
      region: { hasEeaUsers: true, hasMinors: false, isMedical: true } as NonNullable<Plan['region']>,
    };
    const { declaredBy: _by, declaredAt: _at, ...declared } = plan;
    expect(planOfForm(formOfPlan(plan, 'acme'), plan)).toEqual(declared);
  });

  it('keeps the contracts of other connections, and takes its own away where it was emptied', () => {
    const plan = { ...silent, vendorRoutes: [route('other', 'direct'), route('acme', 'azure')] };
    const form = { ...formOfPlan(plan, 'acme'), route: ' ' };
    expect(planOfForm(form, plan).vendorRoutes).toEqual([route('other', 'direct')]);
  });

  it('counts no opt-out as an answer, not as silence', () => {
    const form = { ...formOfPlan(silent, 'acme'), optOuts: '0' };
    expect(planOfForm(form, silent).trafficConsent).toMatchObject({ optOuts: 0, legalBasis: null });
  });
});
