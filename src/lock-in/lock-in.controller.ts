// How tightly a project is tied: the newest score, which one row holds, and what it came from.
import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../kernel/clock.js';
import { sha256Hex } from '../kernel/digest.js';
import { refusal } from '../kernel/refusal.js';
import { Allow } from '../platform/auth/allow.guard.js';
import { accepted } from '../platform/http/refused.filter.js';
import { noneMatch } from '../platform/http/request-headers.js';
import { DayStore } from './days/day-store.js';
import { ScoreDay } from './days/score-day.service.js';
import { LockInStatusStore } from './days/status-row.js';
import { LockInHistoryQuery, LockInHistoryResponse, LockInResponse, toHistory } from './lock-in.dto.js';
import { AskMeasurement } from './measure/ask-measurement.js';
import { dayOf } from './traffic/utc-day.js';

const dayMs = 86_400_000;
const usualDays = 90;

@ApiTags('lock-in')
@Controller('v1/projects/:projectId/lock-in')
export class LockInController {
  constructor(
    @Inject(LockInStatusStore) private readonly status: LockInStatusStore,
    @Inject(DayStore) private readonly days: DayStore,
    private readonly scores: ScoreDay,
    @Inject(AskMeasurement) private readonly measurements: AskMeasurement,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'getLockIn',
    summary: 'The newest score with what every point of it comes from; cheap to poll',
  })
  @ApiOkResponse({ type: LockInResponse })
  async read(
    @Param('projectId') projectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const words = 'Lock-in was not measured yet. POST …/lock-in/measurements asks for it.';
    const { document } = accepted((await this.status.read(projectId)) ?? refusal('not-found', words));
    const etag = `"${sha256Hex(document).slice(0, 24)}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (noneMatch(request.headers['if-none-match'], etag)) {
      await reply.status(304).send();
      return;
    }
    await reply.header('content-type', 'application/json; charset=utf-8').send(document);
  }

  @Post('measurements')
  @HttpCode(202)
  @Allow('lead', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'measureLockIn',
    summary: 'Ask for a measurement now; it is made by itself each day and after what bears on it',
  })
  @ApiAcceptedResponse({ description: 'It is made soon; poll the score.' })
  async measure(@Param('projectId') projectId: string): Promise<void> {
    await this.measurements.ask(projectId);
  }

  @Get('history')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'getLockInHistory',
    summary: 'The score of each day with what its change came from, and which way it goes',
  })
  @ApiOkResponse({ type: LockInHistoryResponse })
  async history(
    @Param('projectId') projectId: string,
    @Query() { days = usualDays }: LockInHistoryQuery,
  ): Promise<LockInHistoryResponse> {
    const now = this.clock.now();
    const scores = await this.days.scores(projectId, dayOf(now - (days - 1) * dayMs));
    const newest = scores.at(-1);
    return toHistory(
      scores,
      await this.scores.trends(projectId, now),
      newest === undefined ? null : await this.days.find(projectId, newest.day),
    );
  }
}
