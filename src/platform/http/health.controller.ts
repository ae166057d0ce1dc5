import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Open } from '../auth/allow.guard.js';
import { Database } from '../database/database.sql.js';
import { Metrics } from '../telemetry/metrics.client.js';
import { HealthResponse } from './health.dto.js';
import { ProcessState } from './process-state.service.js';

const patienceMs = 2000;

@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly state: ProcessState,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Open()
  @ApiOperation({ operationId: 'getLiveness', summary: 'Whether the process runs; says nothing of the store' })
  @ApiOkResponse({ type: HealthResponse })
  live(): HealthResponse {
    return { status: 'ok', store: null };
  }

  @Get('health/ready')
  @Open()
  @ApiOperation({ operationId: 'getReadiness', summary: 'Whether requests should be sent here' })
  @ApiOkResponse({ type: HealthResponse })
  @ApiServiceUnavailableResponse({ type: HealthResponse })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthResponse> {
    const store = await this.storeAnswers();
    if (this.state.isDraining || store !== 'ok') {
      void reply.status(503);
      return { status: this.state.isDraining ? 'draining' : 'not-ready', store };
    }
    return { status: 'ok', store };
  }

  @Get('metrics')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'getMetrics', summary: 'Metrics in the text format of Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async scrape(@Res() reply: FastifyReply): Promise<void> {
    const text = await this.metrics.registry.metrics();
    void reply.header('content-type', this.metrics.registry.contentType).send(text);
  }

  private async storeAnswers(): Promise<'ok' | 'unreachable'> {
    const slow = new Promise<'unreachable'>((resolve) => {
      setTimeout(() => resolve('unreachable'), patienceMs).unref();
    });
    const answer = this.database.ping().then(
      () => 'ok' as const,
      () => 'unreachable' as const,
    );
    return Promise.race([answer, slow]);
  }
}
