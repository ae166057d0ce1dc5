import type { RoutePlan } from './route-plan.js';

/** Where the traffic door reads its plans. Plans are written by the projects room, inside its own transaction. */
export abstract class RoutePlanStore {
  /** The newest plan this process knows, without I/O once it has been read; null when the project has none. */
  abstract find(projectId: string): Promise<RoutePlan | null>;

  /** Every plan under which the candidate sees traffic, shadow copies included; read from the store itself. */
  abstract exposed(): Promise<RoutePlan[]>;

  /** Tells of every newer plan that this process learns of; the returned function ends it. */
  abstract onChange(listener: (plan: RoutePlan) => void): () => void;
}
