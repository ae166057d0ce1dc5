// The port behind which a recipe is carried out: away from the thread that answers requests.
import type { StudentRow } from './student-rows.js';

export interface TrainerProgress {
  /** Work done, 0 to 1. */
  readonly share: number;
  readonly etaSeconds: number | null;
}

export interface TrainingOrder {
  /** Id of a recipe in all-recipes. */
  readonly recipe: string;
  readonly rows: readonly StudentRow[];
  /** Called as often as the trainer likes. */
  readonly onProgress: (progress: TrainerProgress) => void;
  /** Aborting it ends the work at once. */
  readonly signal: AbortSignal;
}

export interface TrainedArtefact {
  readonly content: Buffer;
  /** `sha256:` of the content. */
  readonly digest: string;
  readonly trainRows: number;
  readonly trainSeconds: number;
}

export abstract class StudentTrainer {
  /** Rejects with an Error whose message says, as a sentence, why nothing came of it. */
  abstract train(order: TrainingOrder): Promise<TrainedArtefact>;
}
