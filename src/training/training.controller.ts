import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/auth/allow.guard.js';
import { accepted } from '../platform/http/refused.filter.js';
import { ArtefactsService } from './artefacts/artefacts.service.js';
import {
  ListTrainingRunsQuery,
  TrainingRunListResponse,
  TrainingRunResponse,
  toTrainingRunListResponse,
  toTrainingRunResponse,
} from './training.dto.js';
import { TrainingService } from './training.service.js';

const pageSize = 20;

@ApiTags('training')
@Controller('v1/projects/:projectId')
export class TrainingController {
  constructor(
    private readonly training: TrainingService,
    private readonly artefacts: ArtefactsService,
  ) {}

  @Get('training-runs')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listTrainingRuns', summary: 'The training runs of a project, newest first' })
  @ApiOkResponse({ type: TrainingRunListResponse })
  async list(
    @Param('projectId') projectId: string,
    @Query() query: ListTrainingRunsQuery,
  ): Promise<TrainingRunListResponse> {
    const { after = null, limit = pageSize } = query;
    return toTrainingRunListResponse(await this.training.list({ projectId, after, limit }));
  }

  @Get('training-runs/:runId')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getTrainingRun', summary: 'One training run: how far it is, what came of it' })
  @ApiOkResponse({ type: TrainingRunResponse })
  async find(@Param('projectId') projectId: string, @Param('runId') runId: string): Promise<TrainingRunResponse> {
    return toTrainingRunResponse(accepted(await this.training.find(projectId, runId)));
  }

  @Get('artefacts/:artefactId')
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'downloadArtefact', summary: 'The trained candidate as one file' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Param('projectId') projectId: string,
    @Param('artefactId') artefactId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { artefact, content } = accepted(await this.artefacts.download(projectId, artefactId));
    await reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename="${artefact.id}.student"`)
      .header('etag', `"${artefact.digest}"`)
      .header('x-content-type-options', 'nosniff')
      .send(content);
  }
}
