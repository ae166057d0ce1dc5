// Lets changes into the catalogue, or keeps them out. A change is let in against what it was compared with: where the catalogue
// has moved on since, it is stale, and the next reading of the source will tell it anew.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Principal } from '../../kernel/principal.js';
import { isRefusal, type Refusal, refusal } from '../../kernel/refusal.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { Metrics } from '../../platform/telemetry/metrics.client.js';
import { offerKey } from './catalog-row.js';
import { CatalogRows } from './catalog-rows.js';
import { mayApproveChange, mayApproveClean, mayReject, type WantedDecision } from './may-decide.js';
import { heldValue, type PresentCatalog } from './present-catalog.js';
import { PresentFacts } from './present-facts.service.js';
import type { Refresh, RefreshChange } from './refresh.js';
import { type Decision, RefreshStore } from './refresh-store.js';

const changesPerRead = 100_000;

export interface Deciding {
  readonly refreshId: string;
  readonly by: Principal;
  readonly reason: string | null;
}

type Outcome = Pick<Decision, 'applied' | 'rejected' | 'stale'>;

function isStale({ change }: RefreshChange, present: PresentCatalog): boolean {
  const held = present.get(offerKey(change.offer));
  return change.fields.some(({ field, before }) => heldValue(held, field) !== before);
}

@Injectable()
export class DecideRefresh {
  constructor(
    @Inject(RefreshStore) private readonly store: RefreshStore,
    private readonly facts: PresentFacts,
    @Inject(CatalogRows) private readonly rows: CatalogRows,
    @Inject(Clock) private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /** Lets in every change that waits and was found clean. */
  async approveClean(deciding: Deciding): Promise<Refresh | Refusal> {
    const wanted = await this.wanted(deciding);
    if (isRefusal(wanted)) {
      return wanted;
    }
    const refused = mayApproveClean(wanted);
    const waiting = await this.waiting(deciding.refreshId, 'clean');
    return refused ?? this.settle(wanted, await this.checked(waiting));
  }

  /** Lets one change in, a quarantined one too. */
  async approveChange(deciding: Deciding, number: number): Promise<Refresh | Refusal> {
    const wanted = await this.wanted(deciding);
    if (isRefusal(wanted)) {
      return wanted;
    }
    const change = await this.change(deciding.refreshId, number);
    if (isRefusal(change)) {
      return change;
    }
    return mayApproveChange(wanted, change) ?? this.settle(wanted, await this.checked([change]));
  }

  async rejectChange(deciding: Deciding, number: number): Promise<Refresh | Refusal> {
    const wanted = await this.wanted(deciding);
    if (isRefusal(wanted)) {
      return wanted;
    }
    const change = await this.change(deciding.refreshId, number);
    if (isRefusal(change)) {
      return change;
    }
    return mayReject(wanted, change) ?? this.settle(wanted, { applied: [], rejected: [number], stale: [] });
  }

  /** Keeps out everything that still waits. */
  async reject(deciding: Deciding): Promise<Refresh | Refusal> {
    const wanted = await this.wanted(deciding);
    if (isRefusal(wanted)) {
      return wanted;
    }
    const refused = mayReject(wanted, null);
    const waiting = await this.waiting(deciding.refreshId, null);
    return refused ?? this.settle(wanted, { applied: [], rejected: waiting.map((one) => one.number), stale: [] });
  }

  private async wanted({ refreshId, by, reason }: Deciding): Promise<WantedDecision | Refusal> {
    const refresh = await this.store.find(refreshId);
    return refresh === null ? refusal('not-found', 'There is no such refresh.') : { refresh, by, reason };
  }

  private waiting(refreshId: string, verdict: 'clean' | null): Promise<readonly RefreshChange[]> {
    return this.store.changes({ refreshId, verdict, state: 'waiting', after: 0, limit: changesPerRead });
  }

  private async change(refreshId: string, number: number): Promise<RefreshChange | Refusal> {
    const [found] = await this.store.changes({ refreshId, verdict: null, state: null, after: number - 1, limit: 1 });
    return found?.number === number ? found : refusal('not-found', 'There is no such change in this refresh.');
  }

  private async checked(changes: readonly RefreshChange[]): Promise<Outcome> {
    const present = await this.facts.latest();
    const stale = changes.filter((one) => isStale(one, present));
    const gone = new Set(stale.map((one) => one.number));
    return {
      applied: changes.filter((one) => !gone.has(one.number)),
      rejected: [],
      stale: [...gone],
    };
  }

  private async settle({ refresh, by, reason }: WantedDecision, outcome: Outcome): Promise<Refresh | Refusal> {
    const decision = { refresh, by: by.person, reason, at: this.clock.now(), ...outcome };
    if (!(await this.store.settle(decision))) {
      return refusal('conflict', 'Somebody else has decided on one of these changes in between. Look again.');
    }
    await this.rows.refresh();
    const counts = {
      applied: outcome.applied.length,
      rejected: outcome.rejected.length,
      stale: outcome.stale.length,
    };
    for (const [name, count] of Object.entries(counts)) {
      this.metrics.catalogChanges.inc({ kind: refresh.kind, outcome: name }, count);
    }
    this.log.info({ refreshId: refresh.id, person: by.person, reason, ...counts }, 'changes of the catalogue decided');
    return (await this.store.find(refresh.id)) ?? refresh;
  }
}
