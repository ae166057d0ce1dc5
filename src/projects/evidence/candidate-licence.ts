// What the licence of the candidate asks of the use that the brief and the data plan describe.
import { type GateState, type IntendedUse, licenceGates } from '../../catalog/licences/licence-gates.js';
import type { ModelLicence } from '../../catalog/licences/model-licence.js';
import type { LicenceCondition, RightsRuling } from '../../lifecycle/facts.js';

const stateOf: Readonly<Record<GateState, LicenceCondition['state']>> = {
  none: 'met',
  managed: 'duty',
  unclear: 'unknown',
  breached: 'broken',
};

/** What stands for a licence where there is none of others. */
export const ownWork = 'own work';

export interface CandidateLicence {
  readonly model: string;
  /** Null: the catalogue does not know the model. */
  readonly openness: string | null;
  /** Trained and kept here from nothing: no licence of others applies. */
  readonly isOwn: boolean;
  /** Null: none is on file. */
  readonly licence: ModelLicence | null;
  readonly use: IntendedUse;
}

export function candidateRuling({ model, openness, isOwn, licence, use }: CandidateLicence): RightsRuling {
  if (isOwn) {
    return { model, openness: 'open', licence: ownWork, conditions: [] };
  }
  const { gates } = licenceGates(licence, use);
  return {
    model,
    openness,
    licence: licence?.licence ?? null,
    conditions: gates.map(({ name, state, because }) => ({ id: name, state: stateOf[state], text: because })),
  };
}
