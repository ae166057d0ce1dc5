// Signals as metrics and log lines.
import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Log } from '../platform/telemetry/log.client.js';
import { Metrics } from '../platform/telemetry/metrics.client.js';
import { type AnsweredCall, type DropReason, GatewaySignals } from './gateway-signals.js';

/** The same trouble is not told more often than this: a store that is down for an hour shall not fill the log. */
const sameTroubleEveryMs = 10_000;

@Injectable()
export class MeteredSignals extends GatewaySignals {
  private readonly toldAt = new Map<string, number>();

  constructor(
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {
    super();
  }

  answered({ arm, route, status, overheadMs }: AnsweredCall): void {
    this.metrics.gatewayRequests.inc({ arm, route, code_class: Metrics.codeClass(status) });
    this.metrics.gatewayOverheadSeconds.observe(overheadMs / 1000);
  }

  fellBack(): void {
    this.metrics.gatewayFallbacks.inc();
  }

  dropped(reason: DropReason, count: number): void {
    this.metrics.captureDropped.inc({ reason }, count);
    const words = 'captured calls or shadow copies were dropped; openward_capture_dropped_total counts them all';
    this.tell({ reason, count }, words);
  }

  troubled(error: unknown, words: string): void {
    this.tell({ err: error }, words);
  }

  private tell(fields: Record<string, unknown>, words: string): void {
    const now = performance.now();
    const before = this.toldAt.get(words);
    if (before === undefined || now - before >= sameTroubleEveryMs) {
      this.toldAt.set(words, now);
      this.log.warn(fields, words);
    }
  }
}
