import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { idempotencyKey } from '../../platform/http/request-headers.js';
import {
  ApplyCurationRequest,
  CurationActionListResponse,
  CurationPreviewResponse,
  CurationStepListResponse,
  CurationStepResponse,
  PreviewCurationRequest,
  toActionResponse,
  toPreviewResponse,
  toStepResponse,
} from './curation.dto.js';
import { CurationService } from './curation.service.js';

const keyMissing = refusal('idempotency-key-missing', 'A step needs an Idempotency-Key, so that a repeat is harmless.');

@ApiTags('readiness')
@Controller('v1/projects/:projectId/curation')
export class CurationController {
  constructor(private readonly curation: CurationService) {}

  @Get('actions')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listCurationActions', summary: 'What can mend the rows, with the predicted effect' })
  @ApiOkResponse({ type: CurationActionListResponse })
  async actions(@Param('projectId') projectId: string): Promise<CurationActionListResponse> {
    return { actions: (await this.curation.offered(projectId)).map(toActionResponse) };
  }

  // Rows are quoted, so only those who may read reports ask.
  @Post('preview')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Allow('lead', 'admin')
  @ApiOperation({
    operationId: 'previewCuration',
    summary: 'What an action would do, counted on all rows; changes nothing',
  })
  @ApiOkResponse({ type: CurationPreviewResponse })
  async preview(
    @Param('projectId') projectId: string,
    @Body() { action, parameters = {} }: PreviewCurationRequest,
  ): Promise<CurationPreviewResponse> {
    return toPreviewResponse(accepted(await this.curation.preview({ projectId, action, parameters })));
  }

  @Post('apply')
  @Allow('lead', 'admin')
  @ApiOperation({
    operationId: 'applyCuration',
    summary: 'Take an action as a step; rows as delivered stay, it can be undone',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The same for repeats of one step.' })
  @ApiCreatedResponse({ type: CurationStepResponse })
  async apply(
    @Param('projectId') projectId: string,
    @Body() body: ApplyCurationRequest,
    @Headers('idempotency-key') header: string | undefined,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CurationStepResponse> {
    const key = accepted(idempotencyKey(header)) ?? accepted(keyMissing);
    const taken = accepted(
      await this.curation.apply({
        projectId,
        action: body.action,
        parameters: body.parameters ?? {},
        reason: body.reason,
        planDigest: body.planDigest ?? null,
        by: caller.person,
        idempotencyKey: String(key),
      }),
    );
    void reply.header('location', `/v1/projects/${projectId}/curation/steps`);
    if (taken.replayed) {
      void reply.header('idempotent-replayed', 'true');
    }
    return toStepResponse(taken.step);
  }

  @Get('steps')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'listCurationSteps',
    summary: 'Steps taken on the rows, newest first, undone ones included',
  })
  @ApiOkResponse({ type: CurationStepListResponse })
  async steps(@Param('projectId') projectId: string): Promise<CurationStepListResponse> {
    return { steps: (await this.curation.history(projectId)).map(toStepResponse) };
  }

  @Post('steps/:stepId/undo')
  @HttpCode(200)
  @Allow('lead', 'admin')
  @ApiOperation({ operationId: 'undoCurationStep', summary: 'Undo a step: its rows are as they would be without it' })
  @ApiOkResponse({ type: CurationStepResponse })
  async undo(
    @Param('projectId') projectId: string,
    @Param('stepId') stepId: string,
    @Caller() caller: Principal,
  ): Promise<CurationStepResponse> {
    return toStepResponse(accepted(await this.curation.undo({ projectId, stepId, by: caller.person })));
  }
}
