// The poll of readiness: one row is read, whatever the size of the data.
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '../../kernel/digest.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow } from '../../platform/auth/allow.guard.js';
import { Refused } from '../../platform/http/refused.filter.js';
import { noneMatch } from '../../platform/http/request-headers.js';
import { ReadinessStatusResponse } from './readiness-status.dto.js';
import { StatusRowStore } from './status-row.js';

@ApiTags('readiness')
@Controller('v1/projects/:projectId/readiness')
export class ReadinessStatusController {
  constructor(@Inject(StatusRowStore) private readonly rows: StatusRowStore) {}

  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'getDataReadiness',
    summary: 'How ready the data is, as it was measured last; cheap to poll',
  })
  @ApiOkResponse({ type: ReadinessStatusResponse })
  async read(
    @Param('projectId') projectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const row = await this.rows.read(projectId);
    if (row === null) {
      const words = 'Nothing has been measured yet. Upload rows or capture traffic, then ask for a readiness report.';
      throw new Refused(refusal('not-found', words));
    }
    const etag = `"${sha256Hex(row.document).slice(0, 24)}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (noneMatch(request.headers['if-none-match'], etag)) {
      await reply.status(304).send();
      return;
    }
    await reply.header('content-type', 'application/json; charset=utf-8').send(row.document);
  }
}
