import { type Arm, arms, type Exchange } from '../../src/exchanges/exchange.js';
import {
  type ArmTally,
  type ExchangePage,
  type ExchangeQuery,
  ExchangeStore,
  type ExchangeTotals,
  type TallyQuery,
} from '../../src/exchanges/exchange-store.js';

const failed = ['incomplete', 'upstream-error', 'unreachable', 'timeout'];
const unbilled = ['upstream-error', 'unreachable'];

/** Exchanges in memory. Held to the same contract as the SQL store: src/exchanges/exchange-store.sql.spec.ts. */
export class FakeExchangeStore extends ExchangeStore {
  private readonly kept = new Map<string, Exchange>();

  append(batch: readonly Exchange[]): Promise<void> {
    for (const exchange of batch.filter(({ id }) => !this.kept.has(id))) {
      this.kept.set(exchange.id, exchange);
    }
    return Promise.resolve();
  }

  list({ projectId, after, limit, arm }: ExchangeQuery): Promise<ExchangePage> {
    const rest = this.of(projectId)
      .reverse()
      .filter((one) => (after === null || one.id < after) && (arm === undefined || one.arm === arm));
    const exchanges = rest.slice(0, limit).map(({ request: _request, response: _response, ...summary }) => summary);
    return Promise.resolve({ exchanges, next: rest.length > limit ? (exchanges.at(-1)?.id ?? null) : null });
  }

  find(projectId: string, id: string): Promise<Exchange | null> {
    const found = this.kept.get(id);
    return Promise.resolve(found?.projectId === projectId ? found : null);
  }

  tally(query: TallyQuery): Promise<Readonly<Record<Arm, ArmTally>>> {
    const [incumbent, candidate] = arms.map((arm) => this.tallyOf(arm, query));
    if (incumbent === undefined || candidate === undefined) {
      throw new Error('a tally has two arms');
    }
    return Promise.resolve({ incumbent, candidate });
  }

  totals(projectId: string): Promise<ExchangeTotals> {
    const all = this.of(projectId);
    const visible = all.filter((one) => one.route !== 'shadow');
    const unpriced = all.filter((one) => one.costNanoUsd === null && !unbilled.includes(one.outcome)).length;
    const cost = all.reduce((sum, one) => sum + (one.costNanoUsd ?? 0), 0);
    const times = all.map((one) => one.at);
    return Promise.resolve({
      exchanges: visible.length,
      okExchanges: visible.filter((one) => one.outcome === 'ok').length,
      failures: visible.filter((one) => failed.includes(one.outcome)).length,
      costNanoUsd: unpriced > 0 ? null : cost,
      pricedCostNanoUsd: cost,
      unpricedExchanges: unpriced,
      firstAt: times.length === 0 ? null : Math.min(...times),
      lastAt: times.length === 0 ? null : Math.max(...times),
    });
  }

  trainable(query: { projectId: string; afterId: string | null; limit: number }): Promise<readonly Exchange[]> {
    const usable = this.of(query.projectId).filter(
      (one) =>
        one.id > (query.afterId ?? '') &&
        one.route === 'incumbent' &&
        one.outcome === 'ok' &&
        one.path === '/chat/completions' &&
        !one.truncated &&
        one.request !== null &&
        one.response !== null,
    );
    return Promise.resolve(usable.slice(0, query.limit));
  }

  private tallyOf(arm: Arm, query: TallyQuery): ArmTally {
    const inside = this.of(query.projectId).filter(
      (one) =>
        one.arm === arm &&
        one.attempt === query.attempt &&
        one.at >= query.sinceMs &&
        one.at < query.untilMs &&
        one.route !== 'shadow',
    );
    const latencies = inside.filter((one) => one.outcome === 'ok').map((one) => one.latencyMs);
    const failures = inside.filter((one) => failed.includes(one.outcome)).length;
    const rank = Math.ceil(0.95 * latencies.length);
    return {
      exchanges: latencies.length + failures,
      failures,
      clientClosed: inside.filter((one) => one.outcome === 'client-closed').length,
      latencyMsP95: latencies.sort((left, right) => left - right)[rank - 1] ?? null,
    };
  }

  /** Oldest first. */
  private of(projectId: string): Exchange[] {
    return [...this.kept.values()]
      .filter((one) => one.projectId === projectId)
      .sort((left, right) => (left.id < right.id ? -1 : 1));
  }
}
