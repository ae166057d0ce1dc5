// One round of probing: asks the incumbent of every exposed project whether it is still there, and tells when that
// changes. A project whose incumbent was last seen down is asked on although nothing is exposed any more: otherwise
// nobody would ever learn that it is back.
import { Inject, Injectable } from '@nestjs/common';
import { Log } from '../platform/telemetry/log.client.js';
import { type FallbackCheck, FallbackProbe, fallbackEvidence } from './fallback-probe.service.js';
import type { RoutePlan } from './route-plan.js';
import { RoutePlanStore } from './route-plan-store.js';
import { notice } from './watch.js';
import { WatchStore } from './watch-store.js';

/** Incumbents asked at the same time. */
const probesAtOnceMax = 8;

@Injectable()
export class FallbackWatch {
  constructor(
    @Inject(RoutePlanStore) private readonly plans: RoutePlanStore,
    @Inject(WatchStore) private readonly watches: WatchStore,
    private readonly probe: FallbackProbe,
    private readonly log: Log,
  ) {}

  /** Projects with the same incumbent share one probe. */
  async round(): Promise<void> {
    const groups = new Map<string, RoutePlan[]>();
    for (const plan of await this.watched()) {
      const key = JSON.stringify([plan.incumbent.vendor, plan.incumbent.model]);
      groups.set(key, [...(groups.get(key) ?? []), plan]);
    }
    const waiting = [...groups.values()];
    for (let start = 0; start < waiting.length; start += probesAtOnceMax) {
      await Promise.all(waiting.slice(start, start + probesAtOnceMax).map((group) => this.probeFor(group)));
    }
  }

  private async watched(): Promise<RoutePlan[]> {
    const exposed = await this.plans.exposed();
    const known = new Set(exposed.map((plan) => plan.projectId));
    const others = (await this.watches.down('fallback')).filter((projectId) => !known.has(projectId));
    const plans = await Promise.all(others.map((projectId) => this.plans.find(projectId)));
    return [...exposed, ...plans.filter((plan) => plan !== null)];
  }

  private async probeFor(plans: readonly RoutePlan[]): Promise<void> {
    const [first] = plans;
    if (first === undefined) {
      return;
    }
    const check = await this.probe.check(first.incumbent);
    for (const plan of plans) {
      await this.remember(plan, check).catch((error: unknown) => {
        this.log.warn({ err: error, projectId: plan.projectId }, 'the probe of the incumbent could not be saved');
      });
    }
  }

  private async remember(plan: RoutePlan, check: FallbackCheck): Promise<void> {
    const before = await this.watches.find(plan.projectId, 'fallback');
    const look = { subject: 'fallback', plan, succeeded: check.healthy } as const;
    const { watch, news, isChanged } = notice(before, look);
    if (!isChanged) {
      return;
    }
    const evidence = [fallbackEvidence(plan.incumbent, check)];
    await this.watches.save(
      watch,
      news === null ? null : { projectId: plan.projectId, type: news, at: check.checkedAt, evidence },
    );
    if (news !== null) {
      this.log.warn({ projectId: plan.projectId, news, problem: check.problem }, 'the incumbent changed its health');
    }
  }
}
