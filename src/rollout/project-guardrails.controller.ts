// The guardrails of one project as they stand at this moment. Nothing is kept of it: gates and breaches keep their own.
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.guard.js';
import { accepted } from '../platform/http/refused.filter.js';
import type { GuardrailJudgement } from './guardrails/guardrail.js';
import { GuardrailsNowResponse } from './guardrails.dto.js';
import { RolloutService } from './rollout.service.js';

interface WindowValue {
  readonly stepEnteredAt: number;
  readonly guardrails: readonly GuardrailJudgement[];
  readonly problem: string | null;
}

@ApiTags('rollout')
@Controller('v1/projects/:projectId/guardrails')
export class ProjectGuardrailsController {
  constructor(private readonly rollout: RolloutService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'getGuardrailsNow',
    summary: 'What the guardrails read now, over the running step; measured when asked, and not kept',
  })
  @ApiOkResponse({ type: GuardrailsNowResponse })
  async now(@Param('projectId') projectId: string): Promise<GuardrailsNowResponse> {
    const { measuredAt, value } = accepted(await this.rollout.guardrailReading(projectId));
    const { stepEnteredAt, guardrails, problem } = value as unknown as WindowValue;
    return {
      measuredAt: new Date(measuredAt).toISOString(),
      stepEnteredAt: new Date(stepEnteredAt).toISOString(),
      guardrails: [...guardrails],
      problem,
    };
  }
}
