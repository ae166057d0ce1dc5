import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { CompareReportsQuery, ReportComparisonResponse, toComparison } from './compare-reports.dto.js';
import { comparePage } from './html/compare-page.js';
import { pagePolicy } from './html/page-policy.js';
import { reportPage } from './html/report-page.js';
import { ReportFiles } from './report-files.service.js';

const pageType = 'text/html; charset=utf-8';
const pageSchema = { schema: { type: 'string', example: '<!doctype html>' } } as const;

@ApiTags('readiness')
@Controller('v1/projects/:projectId/readiness-reports')
export class ReportFilesController {
  constructor(private readonly files: ReportFiles) {}

  @Get('compare')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'compareReadinessReports',
    summary: 'Two reports: what got better, worse, came and went',
  })
  @ApiOkResponse({ type: ReportComparisonResponse })
  async compare(
    @Param('projectId') projectId: string,
    @Query() { from, to }: CompareReportsQuery,
  ): Promise<ReportComparisonResponse> {
    return toComparison(accepted(await this.files.compare({ projectId, from, to })));
  }

  @Get('compare.html')
  @Header('cache-control', 'no-store')
  @Header('content-type', pageType)
  @Header('content-security-policy', pagePolicy)
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'compareReadinessReportsPage', summary: 'The comparison as a page' })
  @ApiProduces('text/html')
  @ApiOkResponse({ content: { 'text/html': pageSchema } })
  async comparePage(
    @Param('projectId') projectId: string,
    @Query() { from, to }: CompareReportsQuery,
  ): Promise<string> {
    return comparePage(accepted(await this.files.compare({ projectId, from, to })));
  }

  // Rows are quoted as evidence: the same people as for the report itself.
  @Get(':reportId.html')
  @Header('cache-control', 'no-store')
  @Header('content-type', pageType)
  @Header('content-security-policy', pagePolicy)
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getReadinessReportPage', summary: 'The report as one page to read, keep or print' })
  @ApiProduces('text/html')
  @ApiOkResponse({ content: { 'text/html': pageSchema } })
  async page(@Param('projectId') projectId: string, @Param('reportId') reportId: string): Promise<string> {
    return reportPage(accepted(await this.files.report(projectId, reportId)));
  }

  @Get(':reportId/failing-rows.csv')
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="failing-rows.csv"')
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getFailingRows', summary: 'Rows that fail, with masked excerpts, as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string', example: 'check,name,outcome,row_key\r\n' } } } })
  async failingRows(@Param('projectId') projectId: string, @Param('reportId') reportId: string): Promise<string> {
    return accepted(await this.files.failingRows(projectId, reportId));
  }
}
