// The alerts of all projects that the token may see, for whoever answers for more than one.
import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../kernel/clock.js';
import type { Principal } from '../../kernel/principal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { DocumentStore } from '../inputs/document-store.js';
import { alertSeverities } from './alert.js';
import { type KeptAlert, keptAsOf } from './alerts-of.js';
import { AlertBoardQuery, AlertBoardResponse, toAlertResponse } from './lock-in-alerts.dto.js';
import { keptAlertsId, keptAlertsKind } from './standing-alerts.service.js';

const usualLimit = 500;

type OfProject = KeptAlert & { readonly projectId: string };

@ApiTags('lock-in')
@Controller('v1/lock-in/alerts')
export class AlertBoardController {
  constructor(
    @Inject(DocumentStore) private readonly documents: DocumentStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'listAlertsOfProjects',
    summary: 'Alerts about lock-in of all projects that the token may see, by pages of projects',
  })
  @ApiOkResponse({ type: AlertBoardResponse })
  async list(
    @Query() { state, owner, severity = 'info', page, limit = usualLimit }: AlertBoardQuery,
    @Caller() { projects }: Principal,
  ): Promise<AlertBoardResponse> {
    const asked = { kind: keptAlertsKind, id: keptAlertsId, projects, afterProjectId: page ?? null, limit: limit + 1 };
    const found = await this.documents.across(asked);
    const shown = found.slice(0, limit);
    const all = shown.flatMap(({ projectId, value }) =>
      (value as readonly KeptAlert[]).map((alert): OfProject => ({ ...alert, projectId })),
    );
    const least = alertSeverities.indexOf(severity);
    const wanted = keptAsOf(all, this.clock.now()).filter(
      (one) =>
        (state === undefined || one.state === state) &&
        (owner === undefined || one.owner === owner) &&
        alertSeverities.indexOf(one.severity) >= least,
    );
    return {
      alerts: wanted.map((one) => ({ ...toAlertResponse(one, one.openedAt), projectId: one.projectId })),
      projects: shown.length,
      nextCursor: found.length > limit ? (shown.at(-1)?.projectId ?? null) : null,
    };
  }
}
