import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refusal } from '../../kernel/refusal.js';
import { Allow } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { noneMatch } from '../../platform/http/request-headers.js';
import { ProjectStatusResponse } from './status.dto.js';
import { StatusDesk } from './status-desk.service.js';
import { changedHeaders, leftOutHeaders, unchangedHeaders } from './status-headers.js';

@ApiTags('status')
@Controller('v1/projects/:projectId/status')
export class StatusController {
  constructor(private readonly desk: StatusDesk) {}

  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'getProjectStatus',
    summary: 'Where one project stands, made to be polled',
    description:
      'Small and stable: the body changes only when the version does, or what is known beside it (`forced`, `lockIn`), which stands behind the point of the ETag. Send the ETag back as If-None-Match; `X-Poll-Interval` says how many seconds to let pass.',
  })
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The ETag of the answer that you hold, e.g. "v17".',
  })
  @ApiOkResponse({ type: ProjectStatusResponse })
  @ApiResponse({ status: 304, description: 'Nothing has changed since.' })
  async read(
    @Param('projectId') projectId: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const missing = refusal('not-found', 'There is no such project.');
    const status = accepted((await this.desk.read(projectId)) ?? missing);
    for (const name of leftOutHeaders) {
      void reply.removeHeader(name);
    }
    void reply.header('etag', status.etag);
    if (noneMatch(known, status.etag)) {
      void reply.status(304).headers(unchangedHeaders).send();
    } else {
      void reply.headers(changedHeaders).send(status.body);
    }
  }
}
