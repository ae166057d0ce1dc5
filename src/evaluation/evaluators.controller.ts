import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.guard.js';
import { allEvaluators } from './evaluators/all-evaluators.js';
import { EvaluatorListResponse } from './evaluators.dto.js';

@ApiTags('evaluation')
@Controller('v1/evaluators')
export class EvaluatorsController {
  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listEvaluators', summary: 'The questions that an answer is judged by' })
  @ApiOkResponse({ type: EvaluatorListResponse })
  list(): EvaluatorListResponse {
    return { evaluators: allEvaluators.map(({ id, question, why }) => ({ id, question, why })) };
  }
}
