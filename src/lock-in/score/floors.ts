// What no average may hide. A floor lifts the score; no weight takes it down again.
import { counted } from '../in-words.js';
import type { Ledger } from '../indicator.js';

export interface FloorFacts {
  /** Of the worst critical model; null: no date, then the developer's short notice stands in for it. */
  readonly daysToShutdown: number | null;
  readonly exitLeadTimeDays: number;
  readonly isImportant: boolean;
  readonly hasApprovedExitPlan: boolean;
  readonly rightToTrain: 'permitted' | 'non_competing' | 'ambiguous' | 'forbidden' | null;
  /** A data set with answers of that vendor is being trained on. */
  readonly trainsOnVendorAnswers: boolean;
  readonly targetLicenceBreached: boolean;
}

export interface Floor {
  readonly name: 'shutdown-before-exit' | 'no-exit-plan' | 'training-forbidden' | 'licence-breached';
  readonly ledger: Ledger;
  readonly scoreMin: number;
  /** The next stage may not begin. */
  readonly blocks: boolean;
  readonly because: string;
}

export function floorsOf(facts: FloorFacts): Floor[] {
  const floors: Floor[] = [];
  if (facts.daysToShutdown !== null && facts.daysToShutdown < facts.exitLeadTimeDays) {
    const when =
      facts.daysToShutdown <= 0
        ? 'has been shut down already'
        : `is shut down in ${counted(Math.ceil(facts.daysToShutdown), 'day')}`;
    floors.push({
      name: 'shutdown-before-exit',
      ledger: 'source',
      scoreMin: 75,
      blocks: false,
      because: `A model in use ${when}; leaving takes ${Math.round(facts.exitLeadTimeDays)} days.`,
    });
  }
  if (facts.isImportant && !facts.hasApprovedExitPlan) {
    floors.push({
      name: 'no-exit-plan',
      ledger: 'source',
      scoreMin: 60,
      blocks: false,
      because: 'The function is important or critical and has no approved exit plan.',
    });
  }
  if (facts.rightToTrain === 'forbidden' && facts.trainsOnVendorAnswers) {
    floors.push({
      name: 'training-forbidden',
      ledger: 'source',
      scoreMin: 75,
      blocks: true,
      because: 'The vendor forbids training on its answers, and a data set in use holds such answers.',
    });
  }
  if (facts.targetLicenceBreached) {
    floors.push({
      name: 'licence-breached',
      ledger: 'target',
      scoreMin: 75,
      blocks: true,
      because: 'A condition of the open model’s licence is breached by this use.',
    });
  }
  return floors;
}

/** @returns the score, lifted to the highest floor of its ledger */
export function floored(score: number, floors: readonly Floor[], ledger: Ledger): number {
  return floors
    .filter((floor) => floor.ledger === ledger)
    .reduce((most, floor) => Math.max(most, floor.scoreMin), score);
}
