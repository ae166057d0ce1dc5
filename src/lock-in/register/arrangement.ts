// One entry of the register: what one vendor supplies, under one contract, for one function, over which routes. Registers
// for supervisors count contracts and functions, not companies (Implementing Regulation (EU) 2024/2956, B_02 to B_07).
// Days are ISO days; what nobody told is null, and null is never a good answer.

export const criticalities = ['none', 'supporting', 'important', 'critical'] as const;
export const reliances = ['not_significant', 'low', 'material', 'full'] as const;
export const sensitivities = ['low', 'medium', 'high'] as const;
export const serviceTypes = ['S05', 'S06', 'S08', 'S13', 'S17', 'S18', 'S19'] as const;
export const providerIdTypes = ['LEI', 'EUID', 'CRN', 'VAT', 'PNR', 'NIN'] as const;
export const changeClauses = ['consent', 'd90', 'd30', 'any_time'] as const;
export const placeJudgements = ['inside', 'partly', 'outside'] as const;
export const switchingCharges = ['none', 'at_cost', 'above_cost'] as const;

/** Who keeps the register. */
export interface RegisterEntity {
  readonly lei: string | null;
  readonly name: string;
  readonly country: string;
  readonly competentAuthority: string | null;
}

export interface Provider {
  readonly id: string | null;
  readonly idType: (typeof providerIdTypes)[number] | null;
  readonly name: string;
  readonly country: string | null;
  readonly parent: string | null;
}

export interface Contract {
  readonly ref: string;
  readonly startsOn: string | null;
  /** Null: no end is agreed. */
  readonly endsOn: string | null;
  readonly noticeEntityDays: number | null;
  readonly noticeProviderDays: number | null;
  /** Country of the law that governs it, ISO 3166 alpha-2. */
  readonly lawCountry: string | null;
  readonly change: (typeof changeClauses)[number] | null;
  /** Remaining commitment over annual spending. */
  readonly commitmentRatio: number | null;
  readonly hasExitAssistance: boolean | null;
  readonly hasDataReturn: boolean | null;
  readonly hasAuditRight: boolean | null;
  readonly hasServiceLevel: boolean | null;
  readonly place: (typeof placeJudgements)[number] | null;
  readonly charges: (typeof switchingCharges)[number] | null;
  readonly lastAuditOn: string | null;
}

export interface BusinessFunction {
  readonly id: string;
  readonly name: string;
  readonly criticality: (typeof criticalities)[number] | null;
  readonly reliance: (typeof reliances)[number] | null;
  readonly rtoHours: number | null;
  readonly rpoHours: number | null;
  readonly impactToleranceHours: number | null;
}

export interface Route {
  readonly host: string;
  readonly region: string | null;
  readonly model: string;
  /** The dated snapshot that is asked for; null: a name that moves. */
  readonly snapshot: string | null;
}

export interface Subcontractor {
  readonly name: string;
  readonly country: string | null;
  /** 1 is the provider itself; a subcontractor begins at 2. */
  readonly rank: number;
  readonly service: string;
}

export interface Countries {
  readonly provision: readonly string[];
  readonly storage: readonly string[];
  readonly processing: readonly string[];
}

export interface Override {
  readonly code: 'not_substitutable' | 'highly_complex' | 'medium_complexity' | 'easily';
  readonly reason: string;
}

export interface Arrangement {
  readonly provider: Provider;
  /** Who made the model; null: the provider itself. */
  readonly developer: string | null;
  readonly serviceType: (typeof serviceTypes)[number] | null;
  readonly contract: Contract;
  readonly functions: readonly BusinessFunction[];
  readonly routes: readonly Route[];
  readonly subcontractors: readonly Subcontractor[];
  readonly countries: Countries;
  readonly sensitivity: (typeof sensitivities)[number] | null;
  readonly substitutabilityOverride: Override | null;
  readonly exitOwner: string | null;
  readonly exitBudgetUsd: number | null;
  /** Ids or addresses that show what stands here: clauses, order forms, records. */
  readonly evidence: readonly string[];
}

/** Worst of the functions, null where none is told: the arrangement is as critical as what rests on it. */
export function worstCriticality({ functions }: Arrangement): BusinessFunction['criticality'] {
  return worstOf(
    functions.map((one) => one.criticality),
    criticalities,
  );
}

export function worstReliance({ functions }: Arrangement): BusinessFunction['reliance'] {
  return worstOf(
    functions.map((one) => one.reliance),
    reliances,
  );
}

function worstOf<Word extends string>(told: readonly (Word | null)[], order: readonly Word[]): Word | null {
  const known = told.filter((one) => one !== null);
  return known.reduce<Word | null>(
    (worst, one) => (worst === null || order.indexOf(one) > order.indexOf(worst) ? one : worst),
    null,
  );
}
