// What is known of a project's lock-in at one moment, read once: the register's exports and the dossier are made of it.
import type { StandingAlert } from '../alerts/alerts-of.js';
import type { LockInSources } from '../measurement.js';
import type { Assessment } from '../score/assess.js';
import type { Fact } from '../score/fact.js';

export interface PictureModel {
  readonly vendor: string;
  readonly model: string;
}

export interface AnnualExpense {
  readonly amountUsd: number;
  readonly fromAt: number;
  readonly untilAt: number;
  /** Some calls had no known price: it is at least this. */
  readonly isLowerBound: boolean;
}

/** Parts of what the other rooms handed in last; null or empty: not measured. */
export type PictureSources = Pick<LockInSources, 'catalog' | 'evaluation' | 'shadow' | 'drills' | 'lineage'>;

export interface ProjectPicture {
  readonly projectId: string;
  readonly name: string;
  readonly owner: string;
  readonly task: string;
  readonly stage: string;
  readonly incumbent: PictureModel;
  readonly candidate: PictureModel | null;
  readonly now: number;
  /** The vendor was left for good, ms: facts about it age no more; null: its ledger is open. */
  readonly sourceClosedAt: number | null;
  /** Null: nothing was scored yet. */
  readonly assessment: Assessment | null;
  /** The facts that rule, by indicator. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: PictureSources;
  readonly annualExpense: AnnualExpense | null;
  readonly alerts: readonly StandingAlert[];
}

export abstract class ProjectPictures {
  /** Null: there is no such project. */
  abstract of(projectId: string, now: number): Promise<ProjectPicture | null>;
}
