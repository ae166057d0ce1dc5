import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.guard.js';
import { allGuardrails } from './guardrails/all-guardrails.js';
import { GuardrailListResponse } from './guardrails.dto.js';

@ApiTags('rollout')
@Controller('v1/guardrails')
export class GuardrailsController {
  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listGuardrails', summary: 'What is watched while a candidate sees traffic' })
  @ApiOkResponse({ type: GuardrailListResponse })
  list(): GuardrailListResponse {
    return { guardrails: allGuardrails.map(({ id, question, why, source }) => ({ id, question, why, source })) };
  }
}
