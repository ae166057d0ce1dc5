// What is about to tie the project tighter or to break: open alerts first, and taking notice of one.
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../kernel/clock.js';
import type { Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { dayMs } from '../in-words.js';
import { AlertAcknowledgementStore } from '../inputs/acknowledgement-store.js';
import { AcknowledgeAlertRequest, AlertListResponse, toAlertList } from './lock-in-alerts.dto.js';
import { StandingAlerts } from './standing-alerts.service.js';

const longestMs = 180 * dayMs;

@ApiTags('lock-in')
@Controller('v1/projects/:projectId/lock-in/alerts')
export class LockInAlertsController {
  constructor(
    private readonly alerts: StandingAlerts,
    @Inject(AlertAcknowledgementStore) private readonly acknowledgements: AlertAcknowledgementStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listLockInAlerts', summary: 'Alerts that stand, open and worst first' })
  @ApiOkResponse({ type: AlertListResponse })
  async list(@Param('projectId') projectId: string): Promise<AlertListResponse> {
    const now = this.clock.now();
    const [standing, memory] = await Promise.all([this.alerts.of(projectId, now), this.alerts.memory(projectId)]);
    return toAlertList(standing, memory);
  }

  @Post('acknowledge')
  @HttpCode(200)
  @Allow('lead', 'risk-owner')
  @ApiOperation({
    operationId: 'acknowledgeLockInAlert',
    summary: 'Take notice of an alert for a reason and until a date; a worse state of the same thing is a new alert',
  })
  @ApiOkResponse({ type: AlertListResponse })
  async acknowledge(
    @Param('projectId') projectId: string,
    @Body() { key, reason, until }: AcknowledgeAlertRequest,
    @Caller() caller: Principal,
  ): Promise<AlertListResponse> {
    const at = this.clock.now();
    const untilAt = Date.parse(until);
    const lasts = untilAt > at && untilAt <= at + longestMs;
    accepted(lasts || refusal('bad-request', 'until: must lie ahead, and at most 180 days.'));
    const standing = await this.alerts.of(projectId, at);
    const isThere = standing.some((one) => one.key === key);
    accepted(isThere || refusal('not-found', 'No such alert stands in this project now.'));
    await this.acknowledgements.put({ projectId, alertKey: key, by: caller.person, reason, at, until: untilAt });
    const seen = await this.alerts.remember(projectId, at);
    return toAlertList(seen.standing, seen.memory);
  }
}
