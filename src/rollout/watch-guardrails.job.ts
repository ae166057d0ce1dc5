// Watches every exposed project for as long as the candidate sees traffic: through approvals, pauses and restarts. The
// guardrails and the incumbent are two recurring works, so that a vendor that does not answer never delays the sight of
// a breach.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.dto.js';
import { JobRunner } from '../platform/jobs/job-runner.service.js';
import { FallbackWatch } from './fallback-watch.service.js';
import { GuardrailWatch } from './guardrail-watch.service.js';

@Injectable()
export class WatchGuardrailsJob implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly configuration: Configuration,
    private readonly guardrails: GuardrailWatch,
    private readonly fallbacks: FallbackWatch,
  ) {}

  onModuleInit(): void {
    const intervalMs = this.configuration.rollout.guardrailIntervalSeconds * 1000;
    this.runner.every('watch-guardrails', intervalMs, () => this.guardrails.round());
    this.runner.every('probe-fallbacks', intervalMs, () => this.fallbacks.round());
  }
}
