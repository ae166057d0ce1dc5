// Takes what has ended and writes it in batches, off the path of the calls. Bounded in entries and in bytes: when it is
// full the oldest goes, and is counted. A store that fails is tried again with the same entries, whose ids make the
// repetition harmless; no failure here ever reaches a call.
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ModelCatalog } from '../../catalog/model-catalog.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { ExchangeStore } from '../../exchanges/exchange-store.js';
import type { ShadowPair } from '../../exchanges/shadow-pair.js';
import { ShadowPairStore } from '../../exchanges/shadow-pair-store.js';
import { Configuration } from '../../platform/config/configuration.dto.js';
import { VendorStore } from '../../vendors/vendor-store.js';
import { GatewaySignals } from '../gateway-signals.js';
import { type CapturedCall, exchangeOf, readCaptured } from './captured-call.js';
import { costOf } from './cost-of-captured.js';

const flushEveryMs = 50;
const retryAfterMs = 1000;
const batchMax = 100;
/** Parsing a batch lets the calls through after so many entries. */
const entriesPerTurn = 8;
const queueBytesMax = 64 * 1024 * 1024;
const shutdownTriesMax = 3;

type Entry =
  | { readonly kind: 'call'; readonly captured: CapturedCall; readonly bytes: number }
  | { readonly kind: 'pair'; readonly pair: ShadowPair; readonly bytes: number };

function turnOfTheLoop(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

@Injectable()
export class CaptureQueue implements BeforeApplicationShutdown, OnApplicationShutdown {
  private entries: Entry[] = [];
  private bytes = 0;
  private timer: NodeJS.Timeout | null = null;
  private flushing: Promise<boolean> | null = null;

  constructor(
    @Inject(ExchangeStore) private readonly exchanges: ExchangeStore,
    @Inject(ShadowPairStore) private readonly pairs: ShadowPairStore,
    @Inject(VendorStore) private readonly vendors: VendorStore,
    @Inject(ModelCatalog) private readonly catalog: ModelCatalog,
    @Inject(GatewaySignals) private readonly signals: GatewaySignals,
    @Inject(Configuration) private readonly configuration: Pick<Configuration, 'gateway'>,
  ) {}

  call(captured: CapturedCall): void {
    const bytes = (captured.response?.length ?? 0) + (captured.call.body?.length ?? 0);
    this.put({ kind: 'call', captured, bytes });
  }

  pair(pair: ShadowPair): void {
    const bytes = (pair.incumbentAnswer?.length ?? 0) + (pair.candidateAnswer?.length ?? 0);
    this.put({ kind: 'pair', pair, bytes });
  }

  /** How many entries wait. */
  get waiting(): number {
    return this.entries.length;
  }

  /** Writes everything that waits. False when the store did not take it. */
  async flush(): Promise<boolean> {
    while (this.entries.length > 0) {
      if (!(await this.writeNext())) {
        return false;
      }
    }
    return true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  /** Calls that were still running when the shutdown began have ended by now. */
  async onApplicationShutdown(): Promise<void> {
    for (let tries = 0; tries < shutdownTriesMax && this.entries.length > 0; tries += 1) {
      await this.flush();
    }
    if (this.timer !== null) {
      clearTimeout(this.timer);
    }
    if (this.entries.length > 0) {
      this.signals.dropped('shutdown', this.entries.length);
    }
  }

  private put(entry: Entry): void {
    this.entries.push(entry);
    this.bytes += entry.bytes;
    let dropped = 0;
    while (this.entries.length > this.configuration.gateway.captureQueueMax || this.bytes > queueBytesMax) {
      this.bytes -= this.entries.shift()?.bytes ?? this.bytes;
      dropped += 1;
    }
    if (dropped > 0) {
      this.signals.dropped('queue-full', dropped);
    }
    this.schedule(flushEveryMs);
  }

  private schedule(afterMs: number): void {
    this.timer ??= setTimeout(() => void this.flushOnTime(), afterMs).unref();
  }

  private async flushOnTime(): Promise<void> {
    const isTaken = await this.flush();
    this.timer = null;
    if (!isTaken || this.entries.length > 0) {
      this.schedule(isTaken ? flushEveryMs : retryAfterMs);
    }
  }

  /** One batch at a time, whoever asks: the timer and the shutdown share it. */
  private writeNext(): Promise<boolean> {
    this.flushing ??= this.writeBatch().finally(() => {
      this.flushing = null;
    });
    return this.flushing;
  }

  private async writeBatch(): Promise<boolean> {
    const batch = this.entries.slice(0, batchMax);
    try {
      await this.write(batch);
    } catch (error) {
      this.signals.troubled(error, 'captured calls could not be stored; they wait and are tried again');
      return false;
    }
    // The oldest may have been dropped meanwhile: only what was written leaves.
    const written = new Set(batch);
    this.entries = this.entries.filter((entry) => !written.has(entry));
    this.bytes = this.entries.reduce((sum, entry) => sum + entry.bytes, 0);
    return true;
  }

  private async write(batch: readonly Entry[]): Promise<void> {
    const exchanges: Exchange[] = [];
    for (const [place, entry] of batch.entries()) {
      if (place % entriesPerTurn === entriesPerTurn - 1) {
        await turnOfTheLoop();
      }
      if (entry.kind === 'call') {
        exchanges.push(await this.exchangeOf(entry.captured));
      }
    }
    if (exchanges.length > 0) {
      await this.exchanges.append(exchanges);
    }
    for (const entry of batch) {
      if (entry.kind === 'pair') {
        await this.pairs.append(entry.pair);
      }
    }
  }

  private async exchangeOf(captured: CapturedCall): Promise<Exchange> {
    const reading = readCaptured(captured);
    const bodyBytesMax = this.configuration.gateway.captureBodyBytesMax;
    const vendor = await this.vendors.find(captured.target.vendor);
    const costNanoUsd = costOf({ captured, reading, vendor }, this.catalog);
    const termsVersion = this.catalog.termsVersionAt({
      address: vendor?.baseUrl ?? null,
      model: captured.target.model,
      at: captured.call.at,
    });
    return exchangeOf(captured, { reading, costNanoUsd, bodyBytesMax, termsVersion });
  }
}
