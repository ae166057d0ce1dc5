import type { TrainingState } from './training-run.js';

export interface TrainingTables {
  readonly training_runs: {
    readonly id: string;
    readonly project_id: string;
    readonly dataset_id: string;
    readonly recipe: string;
    readonly state: TrainingState;
    readonly progress_share: number | null;
    readonly eta_seconds: number | null;
    readonly artefact_id: string | null;
    /** JSON of `RunDocument`. */
    readonly document: string;
    readonly created_by: string;
    readonly created_at: number;
    readonly started_at: number | null;
    readonly finished_at: number | null;
  };
  readonly artefacts: {
    readonly id: string;
    readonly project_id: string;
    readonly digest: string;
    readonly size_bytes: number;
    /** JSON of `ArtefactDocument`. */
    readonly document: string;
    readonly content: Buffer;
    readonly created_at: number;
  };
}

/** What is never searched for. */
export interface RunDocument {
  readonly datasetDigest: string;
  readonly trainRows: number;
  readonly trainSeconds: number | null;
  readonly artefactDigest: string | null;
  readonly failure: string | null;
}

export interface ArtefactDocument {
  readonly runId: string;
  readonly recipe: string;
}
