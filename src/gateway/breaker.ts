// A circuit breaker per vendor and model: after five failures in a row the candidate is left alone, after five seconds
// one call probes it, and each failed probe doubles the wait, up to a minute. Fallback always points to the incumbent,
// so an open breaker costs nobody an answer. Counting and times follow Envoy's outlier detection (five consecutive 5xx)
// and LiteLLM's cooldown (five seconds). Time is handed in, in milliseconds.

export const breakerRules = { failuresInARow: 5, waitMsFirst: 5_000, waitMsMax: 60_000 } as const;

export type BreakerState = 'closed' | 'open' | 'probing';

/** One per vendor and model. Every call admitted must be settled by exactly one of the three verdicts. */
export class Breaker {
  private failures = 0;
  private waitMs = 0;
  private openedAt = 0;
  private current: BreakerState = 'closed';

  get state(): BreakerState {
    return this.current;
  }

  /** Whether a call may go out now. In an open breaker whose wait is over, it may, once, as the probe. */
  admits(now: number): boolean {
    if (this.current === 'open' && now - this.openedAt >= this.waitMs) {
      this.current = 'probing';
      return true;
    }
    return this.current === 'closed';
  }

  succeeded(): void {
    this.failures = 0;
    this.waitMs = 0;
    this.current = 'closed';
  }

  failed(now: number): void {
    this.failures += 1;
    const probeFailed = this.current === 'probing';
    if (probeFailed || (this.current === 'closed' && this.failures >= breakerRules.failuresInARow)) {
      this.waitMs = Math.min(probeFailed ? this.waitMs * 2 : breakerRules.waitMsFirst, breakerRules.waitMsMax);
      this.openedAt = now;
      this.current = 'open';
    }
  }

  /** The call ended without telling anything about the upstream: its client left. A probe is then due again at once. */
  learntNothing(): void {
    if (this.current === 'probing') {
      this.current = 'open';
    }
  }
}

/** The breakers of this process, made on first use. */
export class Breakers {
  private readonly byTarget = new Map<string, Breaker>();

  of({ vendor, model }: { readonly vendor: string; readonly model: string }): Breaker {
    const key = JSON.stringify([vendor, model]);
    const known = this.byTarget.get(key) ?? new Breaker();
    this.byTarget.set(key, known);
    return known;
  }
}
