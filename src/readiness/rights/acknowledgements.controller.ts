// A named person signs that a clause was read and that the use is right. What is blocked is not lifted by it.
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import type { Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { ReportStore } from '../report/report-store.js';
import { AcknowledgementStore } from './acknowledgement-store.js';
import {
  AcknowledgementListResponse,
  AcknowledgementResponse,
  SignSourceRequest,
  toAcknowledgementResponse,
} from './acknowledgements.dto.js';
import { targetUseDigest } from './target-use.js';

@ApiTags('readiness')
@Controller('v1/projects/:projectId/rights-acknowledgements')
export class AcknowledgementsController {
  constructor(
    @Inject(AcknowledgementStore) private readonly acknowledgements: AcknowledgementStore,
    @Inject(ReportStore) private readonly reports: ReportStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listRightsAcknowledgements',
    summary: 'Who signed for which source and use, newest first',
  })
  @ApiOkResponse({ type: AcknowledgementListResponse })
  async list(@Param('projectId') projectId: string): Promise<AcknowledgementListResponse> {
    return { acknowledgements: (await this.acknowledgements.list(projectId)).map(toAcknowledgementResponse) };
  }

  @Post()
  @Allow('approver', 'risk-owner')
  @ApiOperation({
    operationId: 'acknowledgeRights',
    summary: 'Sign for one source of rows and the use that the newest report names; ask for a new report afterwards',
  })
  @ApiCreatedResponse({ type: AcknowledgementResponse })
  async sign(
    @Param('projectId') projectId: string,
    @Body() { source, reason }: SignSourceRequest,
    @Caller() caller: Principal,
  ): Promise<AcknowledgementResponse> {
    const [newest] = await this.reports.list({ projectId, limit: 1, after: null });
    const target = newest?.target ?? null;
    const words =
      'There is no report that names the use. Ask for a readiness report first: what is signed is its target.';
    const use = accepted(target ?? refusal('conflict', words));
    const acknowledgement = {
      id: this.ids.next('ack'),
      projectId,
      source,
      targetDigest: targetUseDigest(use),
      by: caller.person,
      reason,
      at: this.clock.now(),
      withdrawn: null,
    };
    await this.acknowledgements.add(acknowledgement);
    return toAcknowledgementResponse(acknowledgement);
  }

  @Post(':acknowledgementId/withdraw')
  @HttpCode(200)
  @Allow('approver', 'risk-owner')
  @ApiOperation({
    operationId: 'withdrawRightsAcknowledgement',
    summary: 'Take a signature back; it stays in the list',
  })
  @ApiOkResponse({ type: AcknowledgementResponse })
  async withdraw(
    @Param('projectId') projectId: string,
    @Param('acknowledgementId') id: string,
    @Caller() caller: Principal,
  ): Promise<AcknowledgementResponse> {
    const withdrawn = await this.acknowledgements.withdraw({ projectId, id, by: caller.person, at: this.clock.now() });
    const none = refusal('not-found', 'There is no such signature in this project.');
    return toAcknowledgementResponse(accepted(withdrawn ?? none));
  }
}
