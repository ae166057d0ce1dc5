// A day as it was scored, with everything that it was scored from: scored again it gives the same bits, and under another
// profile or at another time it says what a change came from.
import type { Indicator } from '../indicator.js';
import { type Assessment, assess } from '../score/assess.js';
import { type ChangeParts, decomposeChange } from '../score/decompose-change.js';
import type { Fact } from '../score/fact.js';
import type { Floor } from '../score/floors.js';
import type { Profile } from '../score/profile.js';

/** What an assessment is a function of, beside the indicators. */
export interface ScoredFrom {
  readonly facts: readonly Fact[];
  readonly floors: readonly Floor[];
  readonly vendorShare: number | null;
  /** When the source ledger was closed, ms; null: it is open. */
  readonly sourceClosedAt: number | null;
}

export interface ScoredDay {
  readonly projectId: string;
  /** ISO day, UTC. */
  readonly day: string;
  readonly at: number;
  readonly profileDigest: string;
  readonly from: ScoredFrom;
  readonly assessment: Assessment;
  /** Against the last day before; null: there was none. */
  readonly change: (ChangeParts & { readonly since: string }) | null;
}

export interface ScoreQuestion {
  readonly indicators: readonly Indicator[];
  readonly profile: Profile;
  readonly from: ScoredFrom;
  readonly now: number;
}

export function scoreFrom({ indicators, profile, from, now }: ScoreQuestion): Assessment {
  const { facts, floors, vendorShare, sourceClosedAt } = from;
  const byIndicator = new Map(facts.map((fact) => [fact.indicatorId, fact]));
  return assess({ indicators, facts: byIndicator, profile, floors, vendorShare, sourceClosedAt, now });
}

/** @param before the last day, with the profile that it was scored under */
export function changeSince(
  before: { readonly day: ScoredDay; readonly profile: Profile },
  after: { readonly assessment: Assessment; readonly profile: Profile },
  indicators: readonly Indicator[],
): NonNullable<ScoredDay['change']> {
  const now = after.assessment.at;
  const { from, assessment, day } = before.day;
  const parts = decomposeChange({
    before: assessment.score,
    aged: scoreFrom({ indicators, profile: before.profile, from, now }).score,
    reweighed: scoreFrom({ indicators, profile: after.profile, from, now }).score,
    after: after.assessment.score,
  });
  return { ...parts, since: day };
}
