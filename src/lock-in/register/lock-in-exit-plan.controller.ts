// The exit plan of each arrangement: twelve items, what shows them, and who approved the whole.
import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../kernel/clock.js';
import type { Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { expectedVersion } from '../../platform/http/request-headers.js';
import { exitPlanChecklist } from './exit-plan-checklist.js';
import { KeepRegister } from './keep-register.service.js';
import { ApprovePlanRequest, BringEvidenceRequest } from './lock-in-register.dto.js';
import { ProjectPictures } from './project-picture.js';
import { type ArrangementDocument, registerOf } from './register-document.js';
import { ExitPlanListResponse, ExitPlanResponse, toExitPlanResponse } from './register-responses.dto.js';
import { RegisterStore } from './register-store.js';

@ApiTags('lock-in')
@Controller('v1/projects/:projectId/lock-in')
export class LockInExitPlanController {
  constructor(
    @Inject(RegisterStore) private readonly store: RegisterStore,
    @Inject(ProjectPictures) private readonly pictures: ProjectPictures,
    private readonly register: KeepRegister,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('exit-plan')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getExitPlan', summary: 'The twelve items of each arrangement, shown or missing' })
  @ApiOkResponse({ type: ExitPlanListResponse })
  async read(@Param('projectId') projectId: string): Promise<ExitPlanListResponse> {
    const picture = await this.picture(projectId);
    const { arrangements } = registerOf(await this.store.latest(projectId));
    return { plans: arrangements.map((one) => toExitPlanResponse(one, exitPlanChecklist(one, picture))) };
  }

  @Post('arrangements/:arrangementId/exit-plan/items/:item/evidence')
  @HttpCode(200)
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'bringExitPlanEvidence',
    summary: 'Say how an item is met and what shows it; an approval given before is void',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the arrangement, e.g. "v3".' })
  @ApiOkResponse({ type: ExitPlanResponse })
  async bring(
    @Param('projectId') projectId: string,
    @Param('arrangementId') arrangementId: string,
    @Param('item') item: string,
    @Body() { text, evidence, validUntil }: BringEvidenceRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: Principal,
  ): Promise<ExitPlanResponse> {
    const version = accepted<number | null>(expectedVersion(ifMatch));
    const of = { projectId, arrangementId, expectedVersion: version, by: caller.person };
    const until = validUntil === undefined ? null : Date.parse(validUntil);
    const brought = { item: Number(item), text, evidence, validUntil: until };
    return this.planOf(projectId, accepted(await this.register.bring(of, brought)));
  }

  @Post('arrangements/:arrangementId/exit-plan/approve')
  @HttpCode(200)
  @Allow('approver', 'risk-owner')
  @ApiOperation({
    operationId: 'approveExitPlan',
    summary: 'Approve the plan as it is, until a date; who brought part of it may not',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the arrangement, e.g. "v3".' })
  @ApiOkResponse({ type: ExitPlanResponse })
  async approve(
    @Param('projectId') projectId: string,
    @Param('arrangementId') arrangementId: string,
    @Body() { validUntil }: ApprovePlanRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: Principal,
  ): Promise<ExitPlanResponse> {
    const version = accepted<number | null>(expectedVersion(ifMatch));
    const of = { projectId, arrangementId, expectedVersion: version, by: caller.person };
    return this.planOf(projectId, accepted(await this.register.approve(of, Date.parse(validUntil))));
  }

  private async planOf(projectId: string, document: ArrangementDocument): Promise<ExitPlanResponse> {
    return toExitPlanResponse(document, exitPlanChecklist(document, await this.picture(projectId)));
  }

  private async picture(projectId: string) {
    const picture = await this.pictures.of(projectId, this.clock.now());
    return accepted(picture ?? refusal('not-found', 'There is no such project.'));
  }
}
