// The rows themselves, as they stand now, for who has to look at them. Whoever only watches does not see them: they hold
// what customers wrote.
import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.guard.js';
import { ExampleStore } from './example-store.js';
import { ExampleListResponse, ListExamplesQuery, toExampleList } from './examples.dto.js';

@ApiTags('readiness')
@Controller('v1/projects/:projectId/examples')
export class ExamplesController {
  constructor(@Inject(ExampleStore) private readonly examples: ExampleStore) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listExamples',
    summary: 'Rows with their provenance, as they stand: withdrawn ones are out, curation lies on top',
  })
  @ApiOkResponse({ type: ExampleListResponse })
  async list(@Param('projectId') projectId: string, @Query() query: ListExamplesQuery): Promise<ExampleListResponse> {
    const page = { projectId, after: query.after ?? null, limit: query.limit ?? 25 };
    return toExampleList(await this.examples.page(page));
  }
}
