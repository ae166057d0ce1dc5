import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RefusalCode } from '../../kernel/refusal.js';
import { refusal } from '../../kernel/refusal.js';
import { Open } from '../auth/allow.guard.js';
import { problemTypes } from './problem-types.js';
import { ProblemListResponse, ProblemTypeResponse } from './problems.dto.js';
import { accepted } from './refused.filter.js';

function toResponse(code: string): ProblemTypeResponse | null {
  const known = Object.hasOwn(problemTypes, code) ? problemTypes[code as RefusalCode] : null;
  return known === null ? null : { type: `/problems/${code}`, ...known };
}

@ApiTags('operations')
@Controller('problems')
export class ProblemsController {
  @Get()
  @Open()
  @ApiOperation({ operationId: 'listProblemTypes', summary: 'Every kind of refusal, with its status and what to do' })
  @ApiOkResponse({ type: ProblemListResponse })
  list(): ProblemListResponse {
    return { problems: Object.keys(problemTypes).flatMap((code) => toResponse(code) ?? []) };
  }

  @Get(':code')
  @Open()
  @ApiOperation({ operationId: 'getProblemType', summary: 'What the `type` of a problem means' })
  @ApiOkResponse({ type: ProblemTypeResponse })
  read(@Param('code') code: string): ProblemTypeResponse {
    return accepted(toResponse(code) ?? refusal('not-found', 'There is no such problem type.'));
  }
}
