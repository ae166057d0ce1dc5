import { Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Principal } from '../../kernel/principal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { AskReadiness } from './ask-readiness.service.js';
import { AskedReadinessResponse } from './work.dto.js';

const waitSecondsDefault = 30;
const waitSecondsMax = 60;

/** Seconds of `Prefer: wait=N` (RFC 7240), bounded. */
function waitMsOf(prefer: string | undefined): number {
  const asked = /(?:^|[\s,;])wait=(\d{1,4})(?:$|[\s,;])/.exec(prefer ?? '')?.[1];
  return Math.min(waitSecondsMax, asked === undefined ? waitSecondsDefault : Number(asked)) * 1000;
}

@ApiTags('readiness')
@Controller('v1/projects/:projectId/readiness-reports')
export class ReadinessReportsController {
  constructor(private readonly readiness: AskReadiness) {}

  @Post()
  @Allow('lead', 'admin', 'service')
  @ApiOperation({
    operationId: 'measureReadiness',
    summary: 'Measure the data that was captured and imported; freezes the data set that was measured',
  })
  @ApiHeader({
    name: 'Prefer',
    required: false,
    description: 'wait=N: seconds to wait for the report, 30 unless told.',
  })
  @ApiCreatedResponse({ type: AskedReadinessResponse, description: 'Measured: the report is at Location.' })
  @ApiAcceptedResponse({
    type: AskedReadinessResponse,
    description: 'Still measuring: the report will be at Location.',
  })
  async measure(
    @Param('projectId') projectId: string,
    @Headers('prefer') prefer: string | undefined,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AskedReadinessResponse> {
    const asked = accepted(await this.readiness.ask({ projectId, by: caller.person, waitMs: waitMsOf(prefer) }));
    const { reportId, report } = asked;
    void reply.status(report === null ? 202 : 201);
    void reply.header('location', `/v1/projects/${projectId}/readiness-reports/${reportId}`);
    return {
      reportId,
      state: report === null ? 'measuring' : 'measured',
      verdict: report?.verdict ?? null,
      usableTrainRows: report?.usableTrainRows ?? null,
      holdoutRows: report?.holdoutRows ?? null,
    };
  }
}
