// Where runs are kept. Whatever changes a run tells the project in the same transaction.
import type { EvidenceDraft } from '../../kernel/evidence.js';
import type { Artefact, TrainingRun } from './training-run.js';

/** What the project hears: events for its machine, and the evidence that goes with them. */
export interface TrainingNews {
  readonly events: readonly { readonly type: string; readonly at: number; readonly reason?: string }[];
  readonly evidence: readonly EvidenceDraft[];
}

export interface RunProgress {
  readonly share: number;
  readonly etaSeconds: number | null;
}

export interface RunsPage {
  /** Newest first. */
  readonly runs: readonly TrainingRun[];
  /** Hand in as `after` for the next page; null when this is the last. */
  readonly next: string | null;
}

export interface RunsQuery {
  readonly projectId: string;
  readonly after: string | null;
  readonly limit: number;
}

export abstract class TrainingStore {
  /** Saves the run and tells the news, unless a run of this id is there already. Returns the run that is there. */
  abstract begin(run: TrainingRun, news: TrainingNews): Promise<TrainingRun>;
  /** False when the run is no longer running: somebody cancelled it, and the work may stop. */
  abstract saveProgress(runId: string, progress: RunProgress): Promise<boolean>;
  /** Saves the end, the artefact and the news together, unless the run is no longer running; then false. */
  abstract finish(run: TrainingRun, artefact: NewArtefact | null, news: TrainingNews): Promise<boolean>;
  /** Ids of the runs that were running, began before the moment, and are cancelled now. */
  abstract cancelBefore(projectId: string, beforeMs: number, now: number): Promise<readonly string[]>;
  abstract find(projectId: string, runId: string): Promise<TrainingRun | null>;
  abstract list(query: RunsQuery): Promise<RunsPage>;
}

export interface NewArtefact extends Artefact {
  readonly content: Buffer;
}
