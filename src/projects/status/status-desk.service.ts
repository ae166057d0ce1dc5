// Answers polls of single projects. With the embedded store this process has made every commit itself, so what it
// remembers is true. With PostgreSQL others write too: the version is asked for on every poll, but polls that are
// waiting at the same time share one query, and a body is read only where the version has moved.
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '../../platform/telemetry/metrics.client.js';
import type { StoredStatus } from '../project-store.js';
import { type ReadyStatus, StatusCache } from './status-cache.js';
import { statusRoute } from './status-headers.js';
import { StatusSource } from './status-source.js';

const bytesMax = 128 * 1024 * 1024;
const idsPerQueryMax = 1000;
/** Counts of the short way are handed on in bundles: counting with labels costs as much as half an answer. */
const countEveryMs = 1000;

interface Waiting {
  readonly settle: (status: ReadyStatus | null) => void;
  readonly fail: (error: unknown) => void;
}

type Batch = Map<string, Waiting[]>;

@Injectable()
export class StatusDesk implements OnModuleInit, BeforeApplicationShutdown {
  private readonly cache = new StatusCache(bytesMax);
  private waiting: Batch = new Map();
  private asking = false;
  private open = true;
  private readonly counted = { '2xx': 0, '3xx': 0 };
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: StatusSource,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.source.onCommit((projectId, status) => this.cache.offer(projectId, status));
    this.timer = setInterval(() => this.handOnCounts(), countEveryMs).unref();
  }

  /** From now on every poll takes the long way, which knows how to refuse while the process stops. */
  beforeApplicationShutdown(): void {
    this.open = false;
    clearInterval(this.timer);
    this.handOnCounts();
  }

  /** Counts an answer of the short way. */
  count(unchanged: boolean): void {
    this.counted[unchanged ? '3xx' : '2xx'] += 1;
  }

  /** False once the process stops. */
  get isOpen(): boolean {
    return this.open;
  }

  /** The status if it is known without asking the store and certain to be the newest. */
  recall(projectId: string): ReadyStatus | undefined {
    return this.source.isAlone ? this.cache.get(projectId) : undefined;
  }

  /** The newest committed status; null when there is no such project. */
  async read(projectId: string): Promise<ReadyStatus | null> {
    const known = this.recall(projectId);
    if (known !== undefined) {
      return known;
    }
    return new Promise((settle, fail) => {
      const same = this.waiting.get(projectId) ?? [];
      same.push({ settle, fail });
      this.waiting.set(projectId, same);
      this.ask();
    });
  }

  private handOnCounts(): void {
    for (const code_class of ['2xx', '3xx'] as const) {
      if (this.counted[code_class] > 0) {
        this.metrics.httpRequests.inc({ route: statusRoute, code_class }, this.counted[code_class]);
        this.counted[code_class] = 0;
      }
    }
  }

  /** One query runs at a time; whoever arrives meanwhile is in the next, so no answer is older than its question. */
  private ask(): void {
    if (this.asking) {
      return;
    }
    this.asking = true;
    setImmediate(() => void this.askAll());
  }

  private async askAll(): Promise<void> {
    while (this.waiting.size > 0) {
      const batch = this.takeBatch();
      try {
        await this.answer(batch);
      } catch (error) {
        for (const one of [...batch.values()].flat()) {
          one.fail(error);
        }
      }
    }
    this.asking = false;
  }

  private takeBatch(): Batch {
    const all = this.waiting;
    this.waiting = new Map();
    const batch: Batch = new Map();
    for (const [id, ones] of all) {
      (batch.size < idsPerQueryMax ? batch : this.waiting).set(id, ones);
    }
    return batch;
  }

  private async answer(batch: Batch): Promise<void> {
    const ids = [...batch.keys()];
    const held = new Map(ids.flatMap((id) => this.entry(id)));
    const tags = held.size === 0 ? new Map<string, string>() : await this.source.tags([...held.keys()]);
    const moved = ids.filter((id) => !held.has(id) || held.get(id)?.etag !== tags.get(id));
    const fresh = moved.length === 0 ? new Map<string, StoredStatus>() : await this.source.statuses(moved);
    for (const id of moved) {
      const status = fresh.get(id);
      if (status !== undefined) {
        held.set(id, this.cache.offer(id, status));
      }
    }
    for (const [id, ones] of batch) {
      for (const one of ones) {
        one.settle(held.get(id) ?? null);
      }
    }
  }

  private entry(id: string): [string, ReadyStatus][] {
    const known = this.cache.get(id);
    return known === undefined ? [] : [[id, known]];
  }
}
