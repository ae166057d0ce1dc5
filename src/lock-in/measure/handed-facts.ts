// What lock-in is told of a project by the rooms that know it: this one knows calls and the catalogue alone.
import type {
  EvaluationFacts,
  LicenceFacts,
  LineageFacts,
  ServingFacts,
  ShadowFacts,
  TargetRunFacts,
} from '../measurement.js';
import type { CallCriticality } from '../traffic/traffic-state.js';

/** Traffic that moves, or moved and may still be called back. */
export interface HandedRamp {
  /** The incumbent's, to which a rollback goes. */
  readonly rollbackModel: string;
  /** When the ramp, its soak and the rollback window end at the earliest, ms. */
  readonly endsAt: number;
}

export interface HandedFacts {
  /** Of the brief, once it has been assessed; null before. */
  readonly criticality: {
    readonly level: Exclude<CallCriticality, 'untold'>;
    readonly at: number;
    readonly by: string;
  } | null;
  /** Models that the project stands on, whether or not a call was seen; empty once it has left them. */
  readonly models: readonly string[];
  /** Median of own finished migrations; null: there is none yet. */
  readonly measuredLeadTimeDays: number | null;
  readonly evaluation: EvaluationFacts | null;
  /** Costs are looked up here. */
  readonly shadow: Omit<ShadowFacts, 'costInTolerance'> | null;
  readonly lineage: LineageFacts | null;
  readonly target: TargetRunFacts | null;
  /** What is known of a candidate that is served here; null: it is served elsewhere. */
  readonly serving: ServingFacts | null;
  /** Null before the project has been assessed. */
  readonly licence: Omit<LicenceFacts, 'at'> | null;
  /** A data set with answers of the vendor is frozen or was trained on. */
  readonly trainsOnVendorAnswers: boolean;
  /** When the vendor was left for good, ms: its ledger is closed then; null: it is open. */
  readonly leftVendorAt: number | null;
  /** Null: nothing moves. */
  readonly ramp: HandedRamp | null;
}

export const nothingHanded: HandedFacts = {
  criticality: null,
  models: [],
  measuredLeadTimeDays: null,
  evaluation: null,
  shadow: null,
  lineage: null,
  target: null,
  serving: null,
  licence: null,
  trainsOnVendorAnswers: false,
  leftVendorAt: null,
  ramp: null,
};

/** Before the first own migration is done: half a year. */
export const usualLeadTimeDays = 180;
