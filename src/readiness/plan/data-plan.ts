// What a project's data is to be used for, as somebody declared it: which recipe will train on it, who will get the model,
// by which contracts its answers came, and what the people in it were told. What was not declared is unknown.
import type { TargetFacts } from '../facts/target-facts.js';
import type { RightsQuestion, UserRegion } from '../rights/judge-rights.js';

export interface VendorRoute {
  /** A connection's name. */
  readonly vendor: string;
  /** Vendor and contract route of the rules on rights, such as `openai/api` or `openward/own`. */
  readonly route: string;
}

export interface DataPlan {
  /** Name of a recipe, such as `trl-lora`; null: the one of the candidate, where it has one. */
  readonly recipe: string | null;
  /** What the recipe is set to, where that is not its own number. */
  readonly sequenceTokens: number | null;
  readonly distribution: TargetFacts['distribution'];
  readonly commercial: boolean | null;
  readonly vendorRoutes: readonly VendorRoute[];
  readonly trafficConsent: RightsQuestion['trafficConsent'];
  readonly region: UserRegion | null;
}

export const nothingPlanned: DataPlan = {
  recipe: null,
  sequenceTokens: null,
  distribution: 'unknown',
  commercial: null,
  vendorRoutes: [],
  trafficConsent: null,
  region: null,
};

export interface StoredPlan {
  readonly projectId: string;
  readonly plan: DataPlan;
  readonly by: string;
  readonly at: number;
}

export abstract class DataPlanStore {
  /** Null: nothing was declared. */
  abstract read(projectId: string): Promise<StoredPlan | null>;
  abstract write(stored: StoredPlan): Promise<void>;
}
