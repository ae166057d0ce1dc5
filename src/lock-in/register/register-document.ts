// What the register keeps: revisions of documents. A revision is never changed; a correction is a newer one, and what it
// says holds from then on.
import { digestOf } from '../../kernel/digest.js';
import type { Arrangement, RegisterEntity } from './arrangement.js';
import { type ExitPlan, holdingEvidence, type PlanStatus } from './exit-plan.js';
import type { TermsReading } from './terms-reading.js';

export interface Revision {
  readonly version: number;
  readonly by: string;
  readonly at: number;
}

export interface EntityDocument extends Revision {
  readonly kind: 'entity';
  readonly id: 'entity';
  readonly entity: RegisterEntity;
}

export interface ArrangementDocument extends Revision {
  readonly kind: 'arrangement';
  readonly id: string;
  readonly arrangement: Arrangement;
  /** Who said last what the arrangement is, and when: its age counts from there, whatever happened to the plan. */
  readonly toldBy: string;
  readonly toldAt: number;
  readonly plan: ExitPlan;
  /** In the order in which they were told; left out: nobody told one. */
  readonly termsReadings?: readonly TermsReading[];
  /** Entered by mistake: it stays in the history and leaves the register; null: it stands. */
  readonly withdrawnBecause: string | null;
}

export type RegisterDocument = EntityDocument | ArrangementDocument;

/** The newest revision of each document that stands. */
export interface Register {
  readonly entity: EntityDocument | null;
  readonly arrangements: readonly ArrangementDocument[];
}

export function registerOf(documents: readonly RegisterDocument[]): Register {
  const entity = documents.find((one): one is EntityDocument => one.kind === 'entity') ?? null;
  const arrangements = documents.filter(
    (one): one is ArrangementDocument => one.kind === 'arrangement' && one.withdrawnBecause === null,
  );
  return { entity, arrangements };
}

/** What an approval signs: the arrangement and what was brought for each item. */
export function planDigest(arrangement: Arrangement, plan: ExitPlan): string {
  return digestOf({ arrangement, brought: plan.brought });
}

/** An approval holds until its end and while nothing of what it signed was changed. */
export function planStatus({ arrangement, plan }: ArrangementDocument, now: number): PlanStatus {
  const { approval } = plan;
  const holds = approval !== null && approval.validUntil > now && approval.planDigest === planDigest(arrangement, plan);
  if (holds) {
    return 'approved';
  }
  return holdingEvidence(plan, now).size > 0 ? 'draft' : 'none';
}
