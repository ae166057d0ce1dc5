import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refusal } from '../../kernel/refusal.js';
import { Allow } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { DatasetStore } from '../datasets/dataset-store.js';
import type { Split } from '../rows/split-of.js';
import { DatasetFiles } from './dataset-files.js';

const parquetType = 'application/vnd.apache.parquet';
const sides: readonly string[] = ['train', 'holdout'] satisfies Split[];

function isSide(side: string): side is Split {
  return sides.includes(side);
}

@ApiTags('readiness')
@Controller('v1/projects/:projectId/datasets/:datasetId')
export class DatasetFilesController {
  constructor(
    @Inject(DatasetStore) private readonly datasets: DatasetStore,
    @Inject(DatasetFiles) private readonly files: DatasetFiles,
  ) {}

  // One file for each side: nobody trains on the hold-out because it lay in the same file. Rows are handed out whole, so
  // the same people may have them as may read a report with its evidence.
  @Get(':side.parquet')
  @Header('cache-control', 'no-store')
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'downloadDatasetParquet',
    summary: 'The rows of one side of a frozen data set, as Parquet: turns as structs, a row a line',
  })
  @ApiParam({ name: 'side', enum: sides })
  @ApiProduces(parquetType)
  @ApiOkResponse({ content: { [parquetType]: { schema: { type: 'string', format: 'binary' } } } })
  async parquet(
    @Param('projectId') projectId: string,
    @Param('datasetId') datasetId: string,
    @Param('side') side: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = await this.datasets.find(projectId, datasetId);
    const dataset = accepted(known ?? refusal('not-found', 'There is no such data set in this project.'));
    const split = accepted(
      isSide(side) ? { side } : refusal('not-found', 'A data set has the sides train and holdout.'),
    );
    const { bytes, content } = await this.files.parquet(this.datasets.contentsOf(dataset.id, split.side), split.side);
    await reply
      .header('content-type', parquetType)
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename="${dataset.id}-${split.side}.parquet"`)
      .header('x-content-type-options', 'nosniff')
      .send(content);
  }
}
