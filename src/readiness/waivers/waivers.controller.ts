import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import type { Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { allChecks } from '../checks/all-checks.js';
import { ImportStore } from '../imports/import-store.js';
import { isBeyondWaivers } from '../rights/beyond-waivers.js';
import { type Waiver, WaiverStore } from './waiver-store.js';
import { GrantWaiverRequest, toWaiverResponse, WaiverListResponse, WaiverResponse } from './waivers.dto.js';

const longestMs = 366 * 86_400_000;

@ApiTags('readiness')
@Controller('v1/projects/:projectId/readiness-waivers')
export class WaiversController {
  constructor(
    @Inject(WaiverStore) private readonly waivers: WaiverStore,
    @Inject(ImportStore) private readonly imports: ImportStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listReadinessWaivers',
    summary: 'Waivers of the project, newest first, ended ones too',
  })
  @ApiOkResponse({ type: WaiverListResponse })
  async list(@Param('projectId') projectId: string): Promise<WaiverListResponse> {
    return { waivers: (await this.waivers.list(projectId)).map(toWaiverResponse) };
  }

  @Post()
  @Allow('risk-owner')
  @ApiOperation({
    operationId: 'grantReadinessWaiver',
    summary: 'Accept what one check found until a date; it is shown as waived and never as a pass',
  })
  @ApiCreatedResponse({ type: WaiverResponse })
  async grant(
    @Param('projectId') projectId: string,
    @Body() { checkId, reason, until }: GrantWaiverRequest,
    @Caller() caller: Principal,
  ): Promise<WaiverResponse> {
    accepted((await this.imports.knowsProject(projectId)) || refusal('not-found', 'There is no such project.'));
    const at = this.clock.now();
    const waiver: Waiver = {
      id: this.ids.next('wvr'),
      projectId,
      checkId,
      by: caller.person,
      reason,
      until: Date.parse(until),
      at,
      withdrawn: null,
    };
    accepted(whyNot(waiver) ?? true);
    await this.waivers.add(waiver);
    return toWaiverResponse(waiver);
  }

  @Post(':waiverId/withdraw')
  @HttpCode(200)
  @Allow('risk-owner', 'lead')
  @ApiOperation({ operationId: 'withdrawReadinessWaiver', summary: 'End a waiver now' })
  @ApiOkResponse({ type: WaiverResponse })
  async withdraw(
    @Param('projectId') projectId: string,
    @Param('waiverId') id: string,
    @Caller() caller: Principal,
  ): Promise<WaiverResponse> {
    const withdrawn = await this.waivers.withdraw({ projectId, id, by: caller.person, at: this.clock.now() });
    return toWaiverResponse(accepted(withdrawn ?? refusal('not-found', 'There is no such waiver in this project.')));
  }
}

function whyNot({ checkId, until, at }: Waiver) {
  if (!allChecks.some((check) => check.id === checkId)) {
    return refusal('bad-request', `There is no check ${checkId}; /v1/readiness/checks lists them.`);
  }
  if (isBeyondWaivers(checkId)) {
    return refusal('conflict', `What ${checkId} asks is a right of others: no waiver lifts it.`);
  }
  if (!(until > at && until <= at + longestMs)) {
    return refusal('bad-request', 'until: must lie ahead, and at most a year.');
  }
  return null;
}
