import type { Schemas } from '../../../../api/client';

export type Switching = Schemas['SwitchingCostDto'];

/** Of an estimate beyond the work itself; each in USD. */
export const switchingFields = [
  ['reevaluationUsd', 'Evaluating again'],
  ['relabellingUsd', 'Labelling again'],
  ['retrainingUsd', 'Training again'],
  ['reembeddingUsd', 'Embedding again'],
  ['dualRunningUsd', 'Running both side by side'],
  ['forfeitedCommitmentUsd', 'Commitment that is forfeited'],
  ['residualQualityLossUsd', 'Loss of quality that stays'],
] as const satisfies readonly (readonly [keyof Switching, string])[];

export function switchingParts(cost: Switching): readonly (readonly [string, number])[] {
  return [
    [
      `Work, ${cost.engineeringDays} days at $${cost.usdPerEngineeringDay}`,
      cost.engineeringDays * cost.usdPerEngineeringDay,
    ],
    ...switchingFields.map(([field, label]) => [label, cost[field]] as const),
  ];
}
