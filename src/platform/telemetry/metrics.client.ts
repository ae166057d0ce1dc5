// What Prometheus scrapes. Names carry their unit; labels are bounded; times are exported as timestamps, not ages.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export class Metrics {
  readonly registry = new Registry();

  readonly httpRequests = new Counter({
    name: 'openward_http_requests_total',
    help: 'Requests answered, by route and class of status.',
    labelNames: ['route', 'code_class'] as const,
    registers: [this.registry],
  });
  readonly accessDenied = new Counter({
    name: 'openward_access_denied_total',
    help: 'Requests refused because of who asked.',
    labelNames: ['reason'] as const,
    registers: [this.registry],
  });
  readonly transitions = new Counter({
    name: 'openward_transitions_total',
    help: 'Committed steps of the lifecycle, by stage left and entered.',
    labelNames: ['from', 'to'] as const,
    registers: [this.registry],
  });
  readonly commandsRefused = new Counter({
    name: 'openward_commands_refused_total',
    help: 'Commands that were not accepted, by command and reason.',
    labelNames: ['command', 'code'] as const,
    registers: [this.registry],
  });
  readonly gateRuns = new Counter({
    name: 'openward_gate_runs_total',
    help: 'Gate runs, by gate and outcome.',
    labelNames: ['gate', 'outcome'] as const,
    registers: [this.registry],
  });
  readonly peopleCalled = new Counter({
    name: 'openward_people_called_total',
    help: 'Times a person had to be called, by cause.',
    labelNames: ['cause'] as const,
    registers: [this.registry],
  });
  readonly jobs = new Counter({
    name: 'openward_jobs_total',
    help: 'Jobs carried out, by topic and outcome.',
    labelNames: ['topic', 'outcome'] as const,
    registers: [this.registry],
  });
  readonly outboxWaiting = new Gauge({
    name: 'openward_outbox_waiting',
    help: 'Messages that wait to be carried out.',
    registers: [this.registry],
  });
  readonly gatewayRequests = new Counter({
    name: 'openward_gateway_requests_total',
    help: 'Calls through the gateway, by arm, route and class of status.',
    labelNames: ['arm', 'route', 'code_class'] as const,
    registers: [this.registry],
  });
  readonly gatewayOverheadSeconds = new Histogram({
    name: 'openward_gateway_overhead_seconds',
    help: 'Time that the gateway itself added to a call.',
    buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1],
    registers: [this.registry],
  });
  readonly gatewayFallbacks = new Counter({
    name: 'openward_gateway_fallbacks_total',
    help: 'Calls that the candidate failed and the incumbent answered.',
    registers: [this.registry],
  });
  readonly captureDropped = new Counter({
    name: 'openward_capture_dropped_total',
    help: 'Exchanges and shadow copies that were not kept, by reason.',
    labelNames: ['reason'] as const,
    registers: [this.registry],
  });
  readonly catalogRefreshes = new Counter({
    name: 'openward_catalog_refreshes_total',
    help: 'Readings of sources for the catalogue, by kind of source and what came of them.',
    labelNames: ['kind', 'outcome'] as const,
    registers: [this.registry],
  });
  readonly catalogChanges = new Counter({
    name: 'openward_catalog_changes_total',
    help: 'Changes proposed for the catalogue and decided on, by kind of source and what became of them.',
    labelNames: ['kind', 'outcome'] as const,
    registers: [this.registry],
  });
  readonly streamsOpen = new Gauge({
    name: 'openward_event_streams_open',
    help: 'Open server-sent event streams.',
    registers: [this.registry],
  });

  constructor() {
    new Gauge({
      name: 'openward_build_info',
      help: 'The running build; always 1.',
      labelNames: ['version', 'node'] as const,
      registers: [this.registry],
    }).set({ version: '0.1.0', node: process.version }, 1);
  }

  /** Process metrics start a timer; tests do without. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry, prefix: 'openward_' });
  }

  /** `2xx` and so on: the only form in which a status becomes a label. */
  static codeClass(status: number): string {
    return `${Math.floor(status / 100)}xx`;
  }
}
