// What the score stands on: the indicators with their weights, the features that calls use, and what to mend first.
import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Clock } from '../kernel/clock.js';
import { refusal } from '../kernel/refusal.js';
import { Allow } from '../platform/auth/allow.guard.js';
import { accepted } from '../platform/http/refused.filter.js';
import { LockInStatusStore } from './days/status-row.js';
import { allIndicators } from './indicators/all-indicators.js';
import {
  LockInFeaturesResponse,
  LockInIndicatorsResponse,
  LockInRemediationListResponse,
  toFeature,
  toIndicator,
} from './lock-in-sights.dto.js';
import type { LockInDocument } from './measure/lock-in-document.js';
import { ProfileShelf } from './profile-shelf.js';
import { featureReport } from './traffic/feature-report.js';
import { mergeTraffic, nothingSeen } from './traffic/traffic-state.js';
import { TrafficStore } from './traffic/traffic-store.js';
import { dayOf } from './traffic/utc-day.js';

const dayMs = 86_400_000;
const windowDays = 30;

@ApiTags('lock-in')
@Controller('v1/projects/:projectId/lock-in')
export class LockInSightsController {
  constructor(
    private readonly shelf: ProfileShelf,
    @Inject(TrafficStore) private readonly traffic: TrafficStore,
    @Inject(LockInStatusStore) private readonly status: LockInStatusStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('indicators')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'listLockInIndicators',
    summary: 'The 63 indicators: question, source, risk of each fact, weight, half-life, remedy',
  })
  @ApiParam({ name: 'projectId', description: 'They are the same for all projects.' })
  @ApiOkResponse({ type: LockInIndicatorsResponse })
  indicators(): LockInIndicatorsResponse {
    const { profile } = this.shelf;
    return {
      profileVersion: profile.version,
      signedOffBy: profile.signedOffBy,
      indicators: allIndicators.map((one) => toIndicator(one, profile)),
    };
  }

  @Get('features')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listLockInFeatures',
    summary:
      'Features of the vendor that calls of the last thirty days used, worst first, as of the newest measurement',
  })
  @ApiOkResponse({ type: LockInFeaturesResponse })
  async features(@Param('projectId') projectId: string): Promise<LockInFeaturesResponse> {
    const now = this.clock.now();
    const window = { projectId, fromDay: dayOf(now - (windowDays - 1) * dayMs), untilDay: dayOf(now) };
    const [days, cursor] = await Promise.all([this.traffic.days(window), this.traffic.cursor(projectId)]);
    const state = days.reduce((sum, { state: one }) => mergeTraffic(sum, one), nothingSeen);
    return {
      calls: Object.values(state.lines).reduce((sum, line) => sum + line.calls, 0),
      failedCalls: state.failedCalls,
      features: featureReport(state, cursor.firstSeenAt).map(toFeature),
    };
  }

  @Get('remediation')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listLockInRemediation',
    summary: 'What to mend first, and what lock-in costs in money',
  })
  @ApiOkResponse({ type: LockInRemediationListResponse })
  async remediation(@Param('projectId') projectId: string): Promise<LockInRemediationListResponse> {
    const row = await this.status.read(projectId);
    const { document } = accepted(row ?? refusal('not-found', 'Lock-in was not measured yet.'));
    const { liability, remediation } = JSON.parse(document) as LockInDocument;
    return { liability, remediation: [...remediation] };
  }
}
