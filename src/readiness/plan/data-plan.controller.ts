import { Body, Controller, Get, Header, Inject, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../kernel/clock.js';
import type { Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { ImportStore } from '../imports/import-store.js';
import { DataPlanRequest, DataPlanResponse, toPlan, toPlanResponse } from './data-plan.dto.js';
import { DataPlanStore } from './data-plan.js';

@ApiTags('readiness')
@Controller('v1/projects/:projectId/data-plan')
export class DataPlanController {
  constructor(
    @Inject(DataPlanStore) private readonly plans: DataPlanStore,
    @Inject(ImportStore) private readonly imports: ImportStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'getDataPlan',
    summary: 'What the data is to be used for, and by which contracts it came',
  })
  @ApiOkResponse({ type: DataPlanResponse })
  async read(@Param('projectId') projectId: string): Promise<DataPlanResponse> {
    return toPlanResponse(await this.plans.read(projectId));
  }

  @Put()
  @Allow('lead', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'declareDataPlan',
    summary: 'Declare the use of the data; it decides which rights are needed and how rows are cut',
  })
  @ApiOkResponse({ type: DataPlanResponse })
  async declare(
    @Param('projectId') projectId: string,
    @Body() body: DataPlanRequest,
    @Caller() caller: Principal,
  ): Promise<DataPlanResponse> {
    accepted((await this.imports.knowsProject(projectId)) || refusal('not-found', 'There is no such project.'));
    const stored = { projectId, plan: toPlan(body), by: caller.person, at: this.clock.now() };
    await this.plans.write(stored);
    return toPlanResponse(stored);
  }
}
