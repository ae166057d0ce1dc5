// Carries out what the outbox holds. At least once: a handler must bear being called again after a crash.
import { randomBytes } from 'node:crypto';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Configuration } from '../config/configuration.dto.js';
import { Log } from '../telemetry/log.client.js';
import { Metrics } from '../telemetry/metrics.client.js';
import type { Job } from './job.js';
import { LeaseStore } from './lease-store.js';
import { OutboxReader } from './outbox-reader.js';

export type JobHandler = (job: Job) => Promise<void>;

interface Recurring {
  readonly name: string;
  readonly intervalMs: number;
  readonly work: () => Promise<void>;
}

const backOffMsMax = 300_000;
/** From this try on, somebody should look at it. */
const attemptsBeforeAlarm = 5;

/** Milliseconds to wait after the given failed try: doubling from 250 ms to five minutes. */
export function backOffMs(attempts: number): number {
  return Math.min(backOffMsMax, 250 * 2 ** Math.max(0, attempts - 1));
}

@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly recurring: Recurring[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly holder = randomBytes(8).toString('hex');
  private stopping = false;
  private claiming: Promise<void> | null = null;
  private claimAgain = false;

  constructor(
    private readonly outbox: OutboxReader,
    private readonly leases: LeaseStore,
    private readonly configuration: Configuration,
    @Inject(Clock) private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /** @param handler is retried with back-off until it returns; must be idempotent */
  handle(topic: string, handler: JobHandler): void {
    if (this.handlers.has(topic)) {
      throw new Error(`two handlers for the topic ${topic}`);
    }
    this.handlers.set(topic, handler);
  }

  /** Work that recurs in one process at a time. A run that throws is logged and tried again at the next turn. */
  every(name: string, intervalMs: number, work: () => Promise<void>): void {
    this.recurring.push({ name, intervalMs, work });
  }

  onApplicationBootstrap(): void {
    const { pollMs, leaseSeconds } = this.configuration.jobs;
    this.outbox.onMessage(() => this.claim());
    this.timers.push(setInterval(() => this.claim(), pollMs));
    this.timers.push(setInterval(() => this.renew(), (leaseSeconds * 1000) / 3));
    for (const one of this.recurring) {
      this.timers.push(setInterval(() => this.take(one), one.intervalMs));
    }
    this.claim();
  }

  /** Stops taking work, waits for what runs, and gives back what did not finish in time. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) {
      clearInterval(timer);
    }
    await this.claiming;
    const patience = new Promise<void>((resolve) => {
      setTimeout(resolve, this.configuration.server.drainSeconds * 1000).unref();
    });
    await Promise.race([Promise.allSettled([...this.running.values()]), patience]);
    for (const id of this.running.keys()) {
      await this.outbox.retryAt(id, this.clock.now(), 'the process stopped').catch(() => undefined);
    }
  }

  private claim(): void {
    if (this.claiming !== null) {
      this.claimAgain = true;
      return;
    }
    if (this.stopping) {
      return;
    }
    this.claiming = this.claimOnce().finally(() => {
      this.claiming = null;
      if (this.claimAgain) {
        this.claimAgain = false;
        this.claim();
      }
    });
  }

  private async claimOnce(): Promise<void> {
    const { concurrency, leaseSeconds } = this.configuration.jobs;
    try {
      const jobs = await this.outbox.lease(
        [...this.handlers.keys()],
        concurrency - this.running.size,
        leaseSeconds * 1000,
      );
      for (const job of jobs) {
        this.running.set(job.id, this.run(job));
      }
    } catch (error) {
      this.log.warn({ err: error }, 'the outbox could not be read; trying again');
    }
  }

  private async run(job: Job): Promise<void> {
    const context = { jobId: job.id, topic: job.topic, projectId: job.projectId, attempts: job.attempts };
    try {
      await this.handlers.get(job.topic)?.(job);
      await this.outbox.done(job.id);
      this.metrics.jobs.inc({ topic: job.topic, outcome: 'done' });
      this.log.debug(context, 'job done');
    } catch (error) {
      this.metrics.jobs.inc({ topic: job.topic, outcome: 'failed' });
      const level = job.attempts >= attemptsBeforeAlarm ? 'error' : 'warn';
      this.log[level]({ ...context, err: error }, 'job failed; it will be tried again');
      const words = error instanceof Error ? error.message : String(error);
      await this.outbox.retryAt(job.id, this.clock.now() + backOffMs(job.attempts), words).catch(() => undefined);
    } finally {
      this.running.delete(job.id);
      this.claim();
    }
  }

  private renew(): void {
    const lost = (error: unknown) => this.log.warn({ err: error }, 'leases could not be renewed');
    this.outbox.renew([...this.running.keys()], this.configuration.jobs.leaseSeconds * 1000).catch(lost);
    this.outbox.waiting().then((n) => this.metrics.outboxWaiting.set(n), lost);
  }

  private take(one: Recurring): void {
    const key = `every:${one.name}`;
    if (this.stopping || this.running.has(key)) {
      return;
    }
    const run = this.leases
      .take(one.name, this.holder, Math.max(one.intervalMs * 3, 5000))
      .then((mine) => (mine ? one.work() : undefined))
      .catch((error: unknown) =>
        this.log.warn({ err: error, name: one.name }, 'recurring work failed; next turn tries again'),
      )
      .finally(() => this.running.delete(key));
    this.running.set(key, run);
  }
}
