// An immutable record of something measured: what, when, from which inputs, by which method version.
// Rooms that measure make drafts; the project that they belong to keeps them.
import type { Outcome } from './verdict.js';

/** What a piece of evidence is about. One kind has one shape of `value`, defined by the room that measures it. */
export type EvidenceKind =
  | 'intake.assessment'
  | 'readiness.report'
  | 'dataset.frozen'
  | 'training.run'
  | 'evaluation.comparison'
  | 'shadow.agreement'
  | 'guardrail.window'
  | 'fallback.check'
  | 'lockin.score'
  | 'rights.ruling'
  | 'incumbent.life';

/** `measured`: Openward did it. `declared`: somebody told us; it never outranks a measurement of the same kind. */
export type EvidenceSource = 'measured' | 'declared';

export interface EvidenceDraft {
  readonly kind: EvidenceKind;
  readonly source: EvidenceSource;
  /** Milliseconds since the epoch. */
  readonly measuredAt: number;
  /** Digest of what was measured, e.g. of the data set. */
  readonly inputsDigest: string;
  /** Name and version of the method, e.g. `tango-score/1`. */
  readonly methodVersion: string;
  /** What the measuring room concludes by itself; a gate may judge the value otherwise. */
  readonly outcome: Outcome;
  readonly value: Record<string, unknown>;
}

export interface Evidence extends EvidenceDraft {
  readonly id: string;
  readonly projectId: string;
  /** `digestOf` the draft. */
  readonly digest: string;
  /** Who brought it: a principal id, or `system`. */
  readonly recordedBy: string;
}

/**
 * The one that counts: the newest measurement, and only where there is none, the newest declaration.
 * A measurement that errored is newest too: a failed measurement never lets an older pass stand in for it.
 */
export function rulingEvidence(all: readonly Evidence[]): Evidence | undefined {
  const newest = (source: EvidenceSource) =>
    all
      .filter((one) => one.source === source)
      .reduce<Evidence | undefined>(
        (best, one) =>
          !best || one.measuredAt > best.measuredAt || (one.measuredAt === best.measuredAt && one.id > best.id)
            ? one
            : best,
        undefined,
      );
  return newest('measured') ?? newest('declared');
}
