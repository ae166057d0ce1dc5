// What the alert rules look at, in numbers and days only. Lists are empty and parts are null where nothing was seen.
import type { DrillFacts } from '../measurement.js';
import type { Band } from '../score/bands.js';

/** A date of end, as one source told it. */
export interface ToldEnd {
  readonly shutdownAt: number;
  /** When the source was read, ms. */
  readonly observedAt: number;
  readonly source: string;
}

/** A vendor model in use, with all that was ever told about its end. */
export interface LifeOfModel {
  readonly model: string;
  readonly developer: string;
  readonly isCritical: boolean;
  /** The date that rules, ms; null: none was announced. */
  readonly shutdownAt: number | null;
  readonly announcedAt: number | null;
  /** What each source says now: different days are a conflict. */
  readonly told: readonly ToldEnd[];
  /** Dates that ruled before, oldest first. */
  readonly formerEnds: readonly ToldEnd[];
  /** Days of notice that the provider promises in its own policy; null: it promises none that we know. */
  readonly promisedNoticeDays: number | null;
  readonly replacements: readonly { readonly model: string; readonly shutdownAt: number | null }[];
  readonly sources: readonly string[];
}

/** Answers of one model under one fingerprint of the vendor's system. */
export interface SeenFingerprint {
  /** As it was asked for, with the connection before it: `openai/gpt-4o`. */
  readonly model: string;
  readonly fingerprint: string;
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface SeenFeature {
  readonly feature: string;
  readonly portability: 'A' | 'B' | 'C' | 'D';
  readonly firstAt: number;
  readonly calls: number;
  readonly sampleIds: readonly string[];
}

/** What the vendor keeps of ours, and for how long. */
export interface HeldState {
  /** Such as `stored responses`. */
  readonly what: string;
  readonly vendor: string;
  readonly oldestAt: number;
  /** Null: it is kept without an end. */
  readonly retentionDays: number | null;
  /** When it was copied out last, ms; null: never. */
  readonly exportedAt: number | null;
  readonly sampleIds: readonly string[];
}

export interface ContractTerm {
  readonly arrangementId: string;
  readonly contractRef: string;
  /** Last moment at which notice can be given for the present term, ms; null: no end is agreed. */
  readonly noticeByAt: number | null;
}

/** A text of terms or of a licence, by digest. */
export interface KnownText {
  readonly of: string;
  readonly pinnedDigest: string;
  readonly presentDigest: string;
  readonly observedAt: number;
  readonly source: string;
}

export interface AlertFacts {
  readonly now: number;
  readonly exitLeadTimeDays: number;
  readonly models: readonly LifeOfModel[];
  /** Calls of the last thirty days whose answer names another model than the one asked for. */
  readonly servedByOther: {
    readonly calls: number;
    readonly namingModel: number;
    readonly sampleIds: readonly string[];
  } | null;
  readonly fingerprints: readonly SeenFingerprint[];
  /** Names that move, asked for in critical flows within the last thirty days. */
  readonly unpinnedInCriticalFlows: readonly {
    readonly model: string;
    readonly calls: number;
    readonly sampleIds: readonly string[];
  }[];
  readonly features: readonly SeenFeature[];
  /** Share of invoiced tokens that were not captured, 0 to 1; null: no invoice was imported. */
  readonly captureGap: { readonly share: number; readonly invoiceId: string; readonly untilAt: number } | null;
  /** Cost of the mix in use at present prices over its cost thirty days ago; null: no prices that old. */
  readonly priceIndex30Days: { readonly index: number; readonly sources: readonly string[] } | null;
  /** Daily scores, oldest first, today's included. */
  readonly history: readonly { readonly at: number; readonly score: number; readonly band: Band | null }[];
  /** 0 to 1; null: nothing was scored yet. */
  readonly confidence: number | null;
  readonly drills: readonly DrillFacts[];
  readonly contracts: readonly ContractTerm[];
  readonly texts: readonly KnownText[];
  readonly heldState: readonly HeldState[];
  /** While traffic moves, and after it within the rollback window; null: nothing moves. */
  readonly ramp: {
    readonly rollbackModel: string;
    readonly shutdownAt: number | null;
    readonly endsAt: number;
    readonly sources: readonly string[];
  } | null;
}
