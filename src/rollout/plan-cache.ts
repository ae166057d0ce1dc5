// The plans that a process has read or written. Plans arrive from three sides (a commit here, a read, a refresh) in any
// order, so what decides is the revision and never the time of arrival.
import type { RoutePlan } from './route-plan.js';

export class PlanCache {
  private readonly plans = new Map<string, RoutePlan>();
  private readonly listeners = new Set<(plan: RoutePlan) => void>();

  get(projectId: string): RoutePlan | null {
    return this.plans.get(projectId) ?? null;
  }

  /** The plan that holds from here on: the one offered, or the one already held when that is at least as new. */
  offer(plan: RoutePlan): RoutePlan {
    const held = this.plans.get(plan.projectId);
    if (held !== undefined && held.revision >= plan.revision) {
      return held;
    }
    this.plans.set(plan.projectId, plan);
    for (const listener of this.listeners) {
      listener(plan);
    }
    return plan;
  }

  /** The returned function ends it. */
  onChange(listener: (plan: RoutePlan) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Project and revision of everything held. */
  revisions(): ReadonlyMap<string, number> {
    return new Map([...this.plans].map(([projectId, plan]) => [projectId, plan.revision]));
  }
}
