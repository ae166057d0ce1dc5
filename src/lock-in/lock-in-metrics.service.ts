// What Prometheus sees of lock-in: at most 500 projects, those measured last, and none where the deployment has switched
// series of single projects off.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Configuration } from '../platform/config/configuration.dto.js';
import { Metrics } from '../platform/telemetry/metrics.client.js';
import { type LockInStatus, LockInStatusStore } from './days/status-row.js';

const projectsMax = 500;

@Injectable()
export class LockInMetrics implements OnModuleInit {
  constructor(
    @Inject(LockInStatusStore) private readonly status: LockInStatusStore,
    private readonly metrics: Metrics,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    if (!this.configuration.telemetry.perProjectMetrics) {
      return;
    }
    this.gauge('openward_lock_in_score', 'How tightly the project is tied, 0 to 100.', (one) => one.score);
    this.gauge('openward_lock_in_score_low', 'The same, what is unknown taken for harmless.', (one) => one.low);
    this.gauge('openward_lock_in_score_high', 'The same, what is unknown taken for the worst.', (one) => one.high);
    this.gauge('openward_lock_in_confidence_ratio', 'How much of the score stands on facts.', (one) => one.confidence);
    this.gauge(
      'openward_lock_in_days_to_shutdown',
      'Days until the first model in use ends; negative once it has; absent where nothing is known.',
      (one) => one.daysToShutdown,
    );
  }

  private gauge(name: string, help: string, read: (status: LockInStatus) => number | null): void {
    const newest = () => this.newest();
    new Gauge({
      name,
      help,
      labelNames: ['project'],
      registers: [this.metrics.registry],
      async collect() {
        this.reset();
        for (const one of await newest()) {
          const value = read(one);
          if (value !== null) {
            this.set({ project: one.projectId }, value);
          }
        }
      },
    });
  }

  /** A store that does not answer leaves the other metrics readable. */
  private newest(): Promise<readonly LockInStatus[]> {
    return this.status.newest(projectsMax).catch(() => []);
  }
}
