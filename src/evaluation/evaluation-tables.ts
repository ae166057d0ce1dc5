import type { EvaluationState } from './evaluation-record.js';

export interface EvaluationTables {
  readonly evaluations: {
    readonly id: string;
    readonly project_id: string;
    readonly dataset_id: string;
    readonly artefact_id: string | null;
    readonly state: EvaluationState;
    readonly progress_share: number | null;
    readonly eta_seconds: number | null;
    /** JSON of `EvaluationDocument`. */
    readonly document: string;
    readonly created_at: number;
    readonly started_at: number | null;
    readonly finished_at: number | null;
  };
  readonly evaluation_items: {
    readonly evaluation_id: string;
    readonly row_key: string;
    readonly expected: string;
    readonly incumbent_answer: string | null;
    readonly candidate_answer: string | null;
    /** 0, 1 or null. */
    readonly incumbent_correct: number | null;
    readonly candidate_correct: number | null;
    readonly problem: string | null;
  };
}

/** What is never searched for. */
export interface EvaluationDocument {
  readonly datasetDigest: string;
  readonly artefactDigest: string;
  readonly rows: number;
  readonly comparison: Readonly<Record<string, unknown>> | null;
  readonly failure: string | null;
}
