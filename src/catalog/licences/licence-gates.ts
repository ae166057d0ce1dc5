// May we use this open model for this, and what must we do for it? One gate for each thing that the terms of weights hang
// on; the worst rules. What the reading of the licence or the description of the use leaves open is unclear, never clear.
import type { ModelLicence } from './model-licence.js';

export const gateStates = ['none', 'managed', 'unclear', 'breached'] as const;
/** `none`: does not apply. `managed`: applies, and there is something to keep to. */
export type GateState = (typeof gateStates)[number];

/** Null: not told. */
export interface IntendedUse {
  readonly monthlyUsers: number | null;
  readonly isCommercial: boolean | null;
  /** Whether the licensee lives or has its principal place of business in the European Union. */
  readonly isInEuropeanUnion: boolean | null;
  /** Whether the model takes or makes more than text. */
  readonly isMultimodal: boolean | null;
  /** Whether weights, also tuned ones, leave the house. */
  readonly isDistributed: boolean | null;
  /** Whether outputs are to improve a model of another family. */
  readonly trainsOthers: boolean | null;
}

export interface LicenceGate {
  readonly name: 'users' | 'commerce' | 'european-union' | 'training-others' | 'naming' | 'notice' | 'scope';
  readonly state: GateState;
  readonly because: string;
}

export interface LicenceRuling {
  readonly state: GateState;
  readonly gates: readonly LicenceGate[];
}

type Judged = Omit<LicenceGate, 'name'>;

const none = (because: string): Judged => ({ state: 'none', because });
const managed = (because: string): Judged => ({ state: 'managed', because });
const unclear = (because: string): Judged => ({ state: 'unclear', because });
const breached = (because: string): Judged => ({ state: 'breached', because });

function usersGate({ limits }: ModelLicence, { monthlyUsers }: IntendedUse): Judged {
  if (limits.hasUserLimit === false) {
    return none('The licence counts no users.');
  }
  if (limits.hasUserLimit === null || limits.monthlyUsersMax === null) {
    return unclear('The reading of the licence does not say whether it limits the users.');
  }
  const most = `${limits.monthlyUsersMax / 1_000_000} million monthly users`;
  if (monthlyUsers === null) {
    return unclear(`The licence ends at ${most}, and nobody said how many there are.`);
  }
  return monthlyUsers > limits.monthlyUsersMax
    ? breached(`More than ${most}: a licence of its own must be asked for.`)
    : managed(`Fewer than ${most}${limits.usersCounted === null ? '' : `, counted ${limits.usersCounted}`}.`);
}

function commerceGate({ limits }: ModelLicence, { isCommercial }: IntendedUse): Judged {
  if (isCommercial === false || limits.isCommercialAllowed === true) {
    return none('Nothing in the licence stands against the use.');
  }
  if (limits.isCommercialAllowed === null || isCommercial === null) {
    return unclear('It is not known whether the use is commercial, or whether the licence lets it be.');
  }
  return breached('The licence allows no commercial use.');
}

function europeanUnionGate({ limits }: ModelLicence, { isInEuropeanUnion, isMultimodal }: IntendedUse): Judged {
  if (limits.isEuMultimodalExcluded === false || isMultimodal === false || isInEuropeanUnion === false) {
    return none('No rights are kept from this licensee for where it is.');
  }
  if (limits.isEuMultimodalExcluded === null || isMultimodal === null || isInEuropeanUnion === null) {
    return unclear('The licence may give no rights on multimodal models in the European Union; the use does not say.');
  }
  return breached('The licence gives no rights on multimodal models to licensees in the European Union.');
}

function trainingGate({ limits, family }: ModelLicence, { trainsOthers }: IntendedUse): Judged {
  if (trainsOthers === false || limits.mayTrainOthers === true) {
    return none('Outputs teach no model that the licence keeps them from.');
  }
  if (trainsOthers === null) {
    return managed(`Outputs may improve models of the family ${family} only.`);
  }
  return limits.mayTrainOthers === null
    ? unclear('The reading of the licence does not say whether outputs may teach other models.')
    : breached(`Outputs may improve models of the family ${family} only.`);
}

function dutyGate(duty: string | null, { isDistributed }: IntendedUse): Judged {
  if (duty === null) {
    return none('The licence asks for nothing here.');
  }
  return isDistributed === false ? none(`Only when the model is handed out: ${duty}`) : managed(duty);
}

function scopeGate({ limits }: ModelLicence): Judged {
  if (limits.outOfScope !== null) {
    return managed(limits.outOfScope);
  }
  if (limits.hasUsePolicy === null) {
    return unclear('The reading of the licence does not say whether a use policy comes with it.');
  }
  return limits.hasUsePolicy ? managed('An acceptable use policy is part of the licence.') : none('No use is named.');
}

/** @param licence null: no licence is on file, so nothing about it is known. */
export function licenceGates(licence: ModelLicence | null, use: IntendedUse): LicenceRuling {
  if (licence === null) {
    return { state: 'unclear', gates: [] };
  }
  const gates: readonly LicenceGate[] = [
    { name: 'users', ...usersGate(licence, use) },
    { name: 'commerce', ...commerceGate(licence, use) },
    { name: 'european-union', ...europeanUnionGate(licence, use) },
    { name: 'training-others', ...trainingGate(licence, use) },
    { name: 'naming', ...dutyGate(licence.limits.naming, use) },
    { name: 'notice', ...dutyGate(licence.limits.noticeDuty, use) },
    { name: 'scope', ...scopeGate(licence) },
  ];
  const worst = Math.max(...gates.map(({ state }) => gateStates.indexOf(state)));
  return { state: gateStates[worst] ?? 'unclear', gates };
}
