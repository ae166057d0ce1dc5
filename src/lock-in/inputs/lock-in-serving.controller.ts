// What the candidate runs on, as its deployment reports it: inventory, load test, scan, version, monitors.
import { Body, Controller, Get, Header, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { DocumentStore } from './document-store.js';
import { LockInInputs } from './lock-in-inputs.service.js';
import { ReportServingRequest, ServingResponse, toServingResponse } from './lock-in-serving.dto.js';
import { servingId, servingIn, servingKind } from './serving-report.js';

@ApiTags('lock-in')
@Controller('v1/projects/:projectId/lock-in/serving')
export class LockInServingController {
  constructor(
    private readonly inputs: LockInInputs,
    @Inject(DocumentStore) private readonly documents: DocumentStore,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'getServing',
    summary: 'What is known of the deployment of the candidate, part by part',
  })
  @ApiOkResponse({ type: ServingResponse })
  async find(@Param('projectId') projectId: string): Promise<ServingResponse> {
    const kept = await this.documents.find(projectId, servingKind, servingId);
    return toServingResponse(servingIn(kept));
  }

  @Post()
  @Allow('lead', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'reportServing',
    summary: 'Report what was seen of the deployment; a part is replaced by what was seen of it later',
  })
  @ApiCreatedResponse({ type: ServingResponse })
  async report(
    @Param('projectId') projectId: string,
    @Body() { observedAt, evidence, ...parts }: ReportServingRequest,
    @Caller() caller: Principal,
  ): Promise<ServingResponse> {
    const at = observedAt === undefined ? null : Date.parse(observedAt);
    const told = { parts: { ...parts }, at, evidence };
    return toServingResponse(accepted(await this.inputs.reportServing(projectId, told, caller.person)));
  }
}
