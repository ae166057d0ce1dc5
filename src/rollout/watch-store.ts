// What the watch remembers across restarts, and the news that leaves in one transaction with it.
import type { EvidenceDraft } from '../kernel/evidence.js';
import type { StepOfPlan } from './route-plan.js';
import type { Watch, WatchNews, WatchSubject } from './watch.js';

export interface BreachNews extends StepOfPlan {
  readonly guardrail: string;
  readonly measured: number | null;
  readonly bound: number | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly evidence: readonly EvidenceDraft[];
}

/** Names no step: whether anybody can see, or whether the incumbent answers, outlasts a step and is told only once. */
export interface ChangeNews {
  readonly projectId: string;
  readonly type: WatchNews;
  readonly at: number;
  readonly evidence: readonly EvidenceDraft[];
}

export abstract class WatchStore {
  abstract find(projectId: string, subject: WatchSubject): Promise<Watch | null>;
  /** Saves the watch and, in the same transaction, tells the news when there is any. */
  abstract save(watch: Watch, news: ChangeNews | null): Promise<void>;
  /** Projects whose subject is down. */
  abstract down(subject: WatchSubject): Promise<readonly string[]>;
  /** Tells the breach unless one has been told of this attempt and step. True when it was told now. */
  abstract tellBreach(news: BreachNews): Promise<boolean>;
}
