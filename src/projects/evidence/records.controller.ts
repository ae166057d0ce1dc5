import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, type AuthenticatedRequest, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { ProjectRecords } from '../project-store.js';
import { DeclareEvidence } from './declare-evidence.service.js';
import {
  ApprovalListResponse,
  DeclareEvidenceRequest,
  EvidenceListResponse,
  EvidenceQuery,
  EvidenceResponse,
  GateRunListResponse,
  GateRunResponse,
  HistoryQuery,
  HistoryResponse,
  PageQuery,
  RefusedCommandListResponse,
  toApprovalResponse,
  toEvidenceResponse,
  toGateRunResponse,
  toHistoryEntryResponse,
  toRefusedCommandResponse,
} from './records.dto.js';

const pageDefault = 100;

/** One page of what was read with a limit of one more, and the cursor of the next. */
function pageOf<Item extends { readonly id: string }>(found: readonly Item[], limit: number) {
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items[items.length - 1]?.id ?? null) : null };
}

@ApiTags('evidence')
@Controller('v1/projects/:projectId')
export class RecordsController {
  constructor(
    private readonly records: ProjectRecords,
    private readonly declarer: DeclareEvidence,
  ) {}

  @Get('evidence')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listEvidence', summary: 'What was measured or declared, newest first' })
  @ApiOkResponse({ type: EvidenceListResponse })
  async evidence(@Param('projectId') projectId: string, @Query() query: EvidenceQuery): Promise<EvidenceListResponse> {
    const limit = query.limit ?? pageDefault;
    const kind = query.kind ?? null;
    const found = await this.records.evidence({ projectId, kind, afterId: query.cursor ?? null, limit: limit + 1 });
    const { items, nextCursor } = pageOf(found, limit);
    return { evidence: items.map(toEvidenceResponse), nextCursor };
  }

  @Post('evidence')
  @Allow('lead', 'admin', 'service')
  @ApiOperation({ operationId: 'declareEvidence', summary: 'Bring evidence from outside; it is marked as declared' })
  @ApiCreatedResponse({ type: EvidenceResponse })
  async declare(
    @Param('projectId') projectId: string,
    @Body() body: DeclareEvidenceRequest,
    @Caller() principal: Principal,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidenceResponse> {
    const { kind, outcome, measuredAtMs, inputsDigest, methodVersion, value } = body;
    const draft = {
      kind,
      source: 'declared' as const,
      measuredAt: measuredAtMs,
      inputsDigest,
      methodVersion,
      outcome,
      value,
    };
    const done = accepted(await this.declarer.run({ projectId, draft, principal, requestId: request.id }));
    void reply.header('etag', `"v${done.version}"`);
    return toEvidenceResponse(done.evidence);
  }

  @Get('gate-runs')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listGateRuns', summary: 'The judgements of the gates, newest first' })
  @ApiOkResponse({ type: GateRunListResponse })
  async gateRuns(@Param('projectId') projectId: string, @Query() query: PageQuery): Promise<GateRunListResponse> {
    const limit = query.limit ?? pageDefault;
    const found = await this.records.gateRuns({ projectId, afterId: query.cursor ?? null, limit: limit + 1 });
    const { items, nextCursor } = pageOf(found, limit);
    return { gateRuns: items.map(toGateRunResponse), nextCursor };
  }

  @Get('gate-runs/:gateRunId')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'getGateRun', summary: 'One judgement, with every criterion and its numbers' })
  @ApiOkResponse({ type: GateRunResponse })
  async gateRun(
    @Param('projectId') projectId: string,
    @Param('gateRunId') gateRunId: string,
  ): Promise<GateRunResponse> {
    const run = await this.records.gateRun(projectId, gateRunId);
    return toGateRunResponse(accepted(run ?? refusal('not-found', 'There is no such gate run.')));
  }

  @Get('approvals')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listApprovals', summary: 'Who approved, declined or overrode what, newest first' })
  @ApiOkResponse({ type: ApprovalListResponse })
  async approvals(@Param('projectId') projectId: string, @Query() query: PageQuery): Promise<ApprovalListResponse> {
    const limit = query.limit ?? pageDefault;
    const found = await this.records.approvals({ projectId, afterId: query.cursor ?? null, limit: limit + 1 });
    const { items, nextCursor } = pageOf(found, limit);
    return { approvals: items.map(toApprovalResponse), nextCursor };
  }

  @Get('history')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'getHistory', summary: 'Every version with what made it, hash-chained, oldest first' })
  @ApiOkResponse({ type: HistoryResponse })
  async history(@Param('projectId') projectId: string, @Query() query: HistoryQuery): Promise<HistoryResponse> {
    const limit = query.limit ?? pageDefault;
    const found = await this.records.history({ projectId, afterVersion: query.afterVersion ?? 0, limit: limit + 1 });
    const entries = found.slice(0, limit).map(toHistoryEntryResponse);
    const last = entries[entries.length - 1];
    return { projectId, entries, nextAfterVersion: found.length > limit ? (last?.version ?? null) : null };
  }

  @Get('refused-commands')
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listRefusedCommands',
    summary: 'Commands that were not carried out and why, newest first',
  })
  @ApiOkResponse({ type: RefusedCommandListResponse })
  async refused(@Param('projectId') projectId: string, @Query() query: PageQuery): Promise<RefusedCommandListResponse> {
    const found = await this.records.refusals({ projectId, limit: query.limit ?? pageDefault });
    return { refusedCommands: found.map(toRefusedCommandResponse) };
  }
}
