// Rows of a frozen data set by their keys, for who has to see what an answer was an answer to. Whoever only watches does not
// see them: they hold what customers wrote.
import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusal } from '../../kernel/refusal.js';
import { Allow } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { DatasetStore } from '../datasets/dataset-store.js';
import { FrozenRowListResponse, FrozenRowsQuery } from './frozen-rows.dto.js';

@ApiTags('readiness')
@Controller('v1/projects/:projectId/datasets/:datasetId/rows')
export class FrozenRowsController {
  constructor(@Inject(DatasetStore) private readonly datasets: DatasetStore) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listFrozenRows', summary: 'Rows of a frozen data set by their keys, at most fifty' })
  @ApiOkResponse({ type: FrozenRowListResponse })
  async list(
    @Param('projectId') projectId: string,
    @Param('datasetId') datasetId: string,
    @Query() { keys }: FrozenRowsQuery,
  ): Promise<FrozenRowListResponse> {
    const known = await this.datasets.find(projectId, datasetId);
    const dataset = accepted(known ?? refusal('not-found', 'There is no such data set in this project.'));
    return { rows: await this.datasets.rowsWith(dataset.id, keys) };
  }
}
