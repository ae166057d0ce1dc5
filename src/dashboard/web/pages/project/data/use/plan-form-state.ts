// The declaration of use as a form holds it: everything a text, so that “not said” is a choice like any other.
import type { Schemas } from '../../../../api/client';
import type { Plan } from '../data-queries';

export type PlanRequest = Schemas['DataPlanRequest'];

export interface PlanForm {
  readonly recipe: string;
  readonly sequenceTokens: string;
  readonly distribution: string;
  readonly commercial: string;
  readonly vendor: string;
  readonly route: string;
  readonly legalBasis: string;
  readonly training: string;
  readonly retentionUntil: string;
  readonly optOuts: string;
  /** '' while nothing is said of people and places. */
  readonly region: string;
  readonly hasMinors: string;
  readonly isMedical: string;
}

const said = (value: boolean | null | undefined) => (value == null ? '' : value ? 'yes' : 'no');

export function formOfPlan(plan: Plan, incumbentVendor: string): PlanForm {
  const { trafficConsent: consent, region, vendorRoutes } = plan;
  const route = vendorRoutes.find(({ vendor }) => vendor === incumbentVendor) ?? vendorRoutes[0];
  return {
    recipe: plan.recipe ?? '',
    sequenceTokens: plan.sequenceTokens === null ? '' : String(plan.sequenceTokens),
    distribution: plan.distribution,
    commercial: said(plan.commercial),
    vendor: route?.vendor ?? incumbentVendor,
    route: route?.route ?? '',
    legalBasis: consent?.legalBasis ?? '',
    training: said(consent?.purposeIncludesTraining),
    retentionUntil: consent?.retentionUntil?.slice(0, 10) ?? '',
    optOuts: consent?.optOuts == null ? '' : String(consent.optOuts),
    region: said(region?.hasEeaUsers),
    hasMinors: region === null ? 'no' : said(region.hasMinors),
    isMedical: region === null ? 'no' : said(region.isMedical),
  };
}

const answer = (text: string) => (text === '' ? null : text === 'yes');

/** @param plan as it stands: routes of other connections are kept as they are */
export function planOfForm(form: PlanForm, plan: Plan): PlanRequest {
  const others = plan.vendorRoutes.filter(({ vendor }) => vendor !== form.vendor);
  const route = form.route.trim();
  const consent = {
    legalBasis: form.legalBasis === '' ? null : form.legalBasis,
    purposeIncludesTraining: answer(form.training),
    retentionUntil: form.retentionUntil === '' ? null : form.retentionUntil,
    optOuts: form.optOuts === '' ? null : Number(form.optOuts),
  };
  const isSilent = Object.values(consent).every((one) => one === null);
  return {
    recipe: form.recipe === '' ? null : form.recipe,
    sequenceTokens: form.sequenceTokens === '' ? null : Number(form.sequenceTokens),
    distribution: form.distribution,
    commercial: answer(form.commercial),
    vendorRoutes: route === '' ? others : [...others, { vendor: form.vendor, route }],
    trafficConsent: isSilent ? null : consent,
    region:
      form.region === ''
        ? null
        : {
            hasEeaUsers: form.region === 'yes',
            hasMinors: form.hasMinors === 'yes',
            isMedical: form.isMedical === 'yes',
          },
  } as PlanRequest;
}
