// The aggregate: one AI task being moved, with its machine and everything that is decided about it by hand.
// Times are milliseconds since the epoch. A change of it is a new version, with exactly one entry in its history.
import type { Policy } from '../kernel/policy.js';
import { stageOf } from '../lifecycle/reading.js';
import type { StoredSnapshot } from '../lifecycle/snapshot.js';
import type { ModelTarget } from '../vendors/vendor.js';
import type { ProjectStanding } from './standing/project-standing.js';

export const criticalities = ['low', 'medium', 'high', 'critical'] as const;
export type Criticality = (typeof criticalities)[number];

/** `closed-set classification`: every answer is one of a known set, which the baseline student can learn. */
export const taskKinds = ['closed-set classification', 'generation'] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface ProjectTask {
  readonly kind: TaskKind;
  readonly description: string;
  /** What the model is told before the text when it is asked about a held-out example; null for nothing. */
  readonly instructions: string | null;
}

/** What the licence of a candidate may hang on; null: nobody said. */
export interface LicenceUse {
  /** Of all services of the licensee together. */
  readonly monthlyUsers: number | null;
  readonly isInEuropeanUnion: boolean | null;
  /** Whether its answers are to improve a model of another family. */
  readonly trainsOthers: boolean | null;
}

export interface CaptureSetting {
  /** Share of calls whose content is kept, 0 to 1. */
  readonly share: number;
  /** False keeps usage, latency and cost only. */
  readonly bodies: boolean;
}

/** What a person writes down about a project and may edit, some of it only until it is frozen. */
export interface ProjectBrief {
  readonly name: string;
  readonly owner: string;
  readonly task: ProjectTask;
  readonly incumbent: ModelTarget;
  readonly candidate: ModelTarget;
  readonly criticality: Criticality;
  readonly policyName: string;
  readonly capture: CaptureSetting;
  /** Left out in briefs that are older than it. */
  readonly licenceUse?: LicenceUse;
}

export interface Project {
  readonly id: string;
  readonly version: number;
  readonly brief: ProjectBrief;
  readonly snapshot: StoredSnapshot;
  /** Copied in when it is decided to migrate; null before. */
  readonly policy: Policy | null;
  readonly policyDigest: string | null;
  /** Artefact that the candidate arm serves, once one has been trained; null before. */
  readonly candidateArtefactId: string | null;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly updatedAt: number;
  /** Hash of the newest history entry. */
  readonly headHash: string;
  /** Known beside the version; kept by itself, never with a step. */
  readonly standing: ProjectStanding;
  /** Rises by one with every change of `standing`; 0: as it was begun. */
  readonly standingRevision: number;
}

/** Fields of the brief that may no longer be edited in the given stage. */
export function frozenFields(project: Project): readonly (keyof ProjectBrief)[] {
  const stage = stageOf(project.snapshot);
  if (stage === 'assessing') {
    return [];
  }
  const decided: (keyof ProjectBrief)[] = ['task', 'incumbent', 'criticality', 'policyName'];
  return stage === 'deciding' || stage === 'collecting' ? decided : [...decided, 'candidate'];
}
