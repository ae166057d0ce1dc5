import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.guard.js';
import { accepted } from '../platform/http/refused.filter.js';
import {
  EvaluationItemListResponse,
  EvaluationListResponse,
  EvaluationResponse,
  ListEvaluationItemsQuery,
  ListEvaluationsQuery,
  toEvaluationItemListResponse,
  toEvaluationListResponse,
  toEvaluationResponse,
} from './evaluation.dto.js';
import { EvaluationService } from './evaluation.service.js';

const pageSize = 20;
const itemsPageSize = 50;

@ApiTags('evaluation')
@Controller('v1/projects/:projectId/evaluations')
export class EvaluationsController {
  constructor(private readonly evaluations: EvaluationService) {}

  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listEvaluations', summary: 'The evaluations of a project, newest first' })
  @ApiOkResponse({ type: EvaluationListResponse })
  async list(
    @Param('projectId') projectId: string,
    @Query() query: ListEvaluationsQuery,
  ): Promise<EvaluationListResponse> {
    const { after = null, limit = pageSize } = query;
    return toEvaluationListResponse(await this.evaluations.list({ projectId, after, limit }));
  }

  @Get(':evaluationId')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getEvaluation', summary: 'One evaluation: how far it is, what it shows' })
  @ApiOkResponse({ type: EvaluationResponse })
  async find(
    @Param('projectId') projectId: string,
    @Param('evaluationId') evaluationId: string,
  ): Promise<EvaluationResponse> {
    return toEvaluationResponse(accepted(await this.evaluations.find(projectId, evaluationId)));
  }

  @Get(':evaluationId/items')
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'listEvaluationItems',
    summary: 'Row by row: what each side answered, disagreements first',
  })
  @ApiOkResponse({ type: EvaluationItemListResponse })
  async items(
    @Param('projectId') projectId: string,
    @Param('evaluationId') evaluationId: string,
    @Query() query: ListEvaluationItemsQuery,
  ): Promise<EvaluationItemListResponse> {
    const { after = null, limit = itemsPageSize } = query;
    const page = await this.evaluations.itemsOf(projectId, { evaluationId, after, limit });
    return toEvaluationItemListResponse(accepted(page));
  }
}
