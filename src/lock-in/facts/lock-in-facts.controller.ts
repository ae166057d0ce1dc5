// Facts that people declare, and all that were ever recorded. A correction is a newer fact; nothing is taken back.
import { Body, Controller, Get, Header, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { DeclareFacts } from './declare-facts.service.js';
import { FactStore } from './fact-store.js';
import {
  DeclareFactRequest,
  ListFactsQuery,
  LockInFactListResponse,
  LockInRecordedFactResponse,
  toDeclaration,
  toRecordedFact,
} from './lock-in-facts.dto.js';

const usualLimit = 100;

@ApiTags('lock-in')
@Controller('v1/projects/:projectId/lock-in/facts')
export class LockInFactsController {
  constructor(
    private readonly facts: DeclareFacts,
    @Inject(FactStore) private readonly store: FactStore,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listLockInFacts', summary: 'All facts that were recorded, newest first' })
  @ApiOkResponse({ type: LockInFactListResponse })
  async list(@Param('projectId') projectId: string, @Query() query: ListFactsQuery): Promise<LockInFactListResponse> {
    const limit = query.limit ?? usualLimit;
    const page = { projectId, indicatorId: query.indicator ?? null, afterId: query.cursor ?? null, limit };
    const facts = await this.store.list(page);
    return {
      facts: facts.map(toRecordedFact),
      nextCursor: facts.length < limit ? null : (facts.at(-1)?.id ?? null),
    };
  }

  @Post()
  @Allow('lead', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'declareLockInFact',
    summary: 'Declare a fact of one indicator; what is measured here cannot be declared over',
  })
  @ApiCreatedResponse({ type: LockInRecordedFactResponse })
  async declare(
    @Param('projectId') projectId: string,
    @Body() request: DeclareFactRequest,
    @Caller() caller: Principal,
  ): Promise<LockInRecordedFactResponse> {
    return toRecordedFact(accepted(await this.facts.declare(projectId, toDeclaration(request, caller.person))));
  }
}
