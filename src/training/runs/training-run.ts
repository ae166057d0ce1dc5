// One run of a recipe on a frozen data set, and the artefact that comes of it.

/** A run that is `running` although nobody runs it was cut off by a crash: the job that asked for it starts it again. */
export type TrainingState = 'running' | 'succeeded' | 'failed' | 'cancelled';

export interface TrainingRun {
  readonly id: string;
  readonly projectId: string;
  readonly datasetId: string;
  readonly datasetDigest: string;
  readonly recipe: string;
  readonly state: TrainingState;
  /** Work done, 0 to 1; null where unknown. */
  readonly progressShare: number | null;
  readonly etaSeconds: number | null;
  readonly trainRows: number;
  readonly trainSeconds: number | null;
  readonly artefactId: string | null;
  readonly artefactDigest: string | null;
  /** Why it failed, as a sentence. */
  readonly failure: string | null;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

/** What is known of an artefact without its bytes. */
export interface Artefact {
  readonly id: string;
  readonly projectId: string;
  readonly runId: string;
  readonly recipe: string;
  /** `sha256:` of the bytes. */
  readonly digest: string;
  readonly sizeBytes: number;
  readonly createdAt: number;
}

/** Under which model name the service itself serves the artefact. */
export function servedModelOf(artefactId: string): string {
  return `baseline-student:${artefactId}`;
}
