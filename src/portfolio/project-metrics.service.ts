// What Prometheus sees of single projects, read when it scrapes. At most 500 projects of a few series each, and none at
// all where the deployment has switched it off: a series per project is what makes a metrics store grow.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { stageOf, trafficOf } from '../lifecycle/reading.js';
import { Configuration } from '../platform/config/configuration.dto.js';
import { Metrics } from '../platform/telemetry/metrics.client.js';
import type { Project } from '../projects/project.js';
import { ProjectStore } from '../projects/project-store.js';

const projectsMax = 500;

@Injectable()
export class ProjectMetrics implements OnModuleInit {
  constructor(
    private readonly projects: ProjectStore,
    private readonly metrics: Metrics,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    if (!this.configuration.telemetry.perProjectMetrics) {
      return;
    }
    this.gauge(
      { name: 'openward_project_stage_entered_timestamp_seconds', help: 'When the project entered its stage.' },
      ({ id, snapshot }) => [{ project: id, stage: stageOf(snapshot) }, snapshot.context.stageEnteredAt / 1000],
    );
    this.gauge(
      { name: 'openward_canary_weight_ratio', help: 'Share of calls that the candidate answers for users.' },
      ({ id, snapshot }) => [{ project: id }, trafficOf(snapshot).weightPercent / 100],
    );
  }

  private gauge(
    words: { name: string; help: string },
    read: (project: Project) => [Record<string, string>, number],
  ): void {
    const newest = () => this.newest();
    new Gauge({
      ...words,
      labelNames: ['project', 'stage'],
      registers: [this.metrics.registry],
      async collect() {
        this.reset();
        for (const [labels, value] of (await newest()).map(read)) {
          this.set(labels, value);
        }
      },
    });
  }

  /** A store that does not answer leaves the other metrics readable. */
  private newest(): Promise<Project[]> {
    const query = { ids: 'all' as const, stage: null, owner: null, text: null, afterId: null, limit: projectsMax };
    return this.projects.list(query).catch(() => []);
  }
}
