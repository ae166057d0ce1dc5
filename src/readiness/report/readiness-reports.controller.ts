import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusal } from '../../kernel/refusal.js';
import { Allow } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { allChecks } from '../checks/all-checks.js';
import { DatasetStore } from '../datasets/dataset-store.js';
import { ThresholdShelf } from '../judging/threshold-shelf.js';
import {
  CheckListResponse,
  DatasetListResponse,
  DatasetResponse,
  ListReportsQuery,
  ReadinessReportListResponse,
  ReadinessReportResponse,
  toCheckResponse,
  toDatasetResponse,
  toReportList,
  toReportResponse,
} from '../readiness.dto.js';
import { ReportStore } from './report-store.js';

const datasetsShownMax = 200;

@ApiTags('readiness')
@Controller('v1')
export class ReadinessReportsController {
  constructor(
    @Inject(ReportStore) private readonly reports: ReportStore,
    @Inject(DatasetStore) private readonly datasets: DatasetStore,
    private readonly shelf: ThresholdShelf,
  ) {}

  @Get('readiness/checks')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listReadinessChecks', summary: 'The catalogue of checks, with reasons and limits' })
  @ApiOkResponse({ type: CheckListResponse })
  checks(): CheckListResponse {
    return { checks: allChecks.map((check) => toCheckResponse(check, this.shelf.of(check.id))) };
  }

  @Get('projects/:projectId/readiness-reports')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listReadinessReports', summary: 'Verdicts on the data, newest first' })
  @ApiOkResponse({ type: ReadinessReportListResponse })
  async list(
    @Param('projectId') projectId: string,
    @Query() query: ListReportsQuery,
  ): Promise<ReadinessReportListResponse> {
    const limit = query.limit ?? 50;
    return toReportList(await this.reports.list({ projectId, after: query.after ?? null, limit }), limit);
  }

  // Rows are quoted as evidence, so viewers see the list only.
  @Get('projects/:projectId/readiness-reports/:reportId')
  @Header('cache-control', 'no-store')
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getReadinessReport', summary: 'One report: findings with evidence, and lost rows' })
  @ApiOkResponse({ type: ReadinessReportResponse })
  async find(
    @Param('projectId') projectId: string,
    @Param('reportId') reportId: string,
  ): Promise<ReadinessReportResponse> {
    const found = await this.reports.find(projectId, reportId);
    return toReportResponse(accepted(found ?? refusal('not-found', 'There is no such report in this project.')));
  }

  @Get('projects/:projectId/datasets')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listDatasets', summary: 'Frozen data sets, newest first' })
  @ApiOkResponse({ type: DatasetListResponse })
  async listDatasets(@Param('projectId') projectId: string): Promise<DatasetListResponse> {
    return { datasets: (await this.datasets.list(projectId, datasetsShownMax)).map(toDatasetResponse) };
  }

  @Get('projects/:projectId/datasets/:datasetId')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'getDataset', summary: 'One frozen data set: counts, digest, and lost rows' })
  @ApiOkResponse({ type: DatasetResponse })
  async findDataset(
    @Param('projectId') projectId: string,
    @Param('datasetId') datasetId: string,
  ): Promise<DatasetResponse> {
    const found = await this.datasets.find(projectId, datasetId);
    return toDatasetResponse(accepted(found ?? refusal('not-found', 'There is no such data set in this project.')));
  }
}
