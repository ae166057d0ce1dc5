import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { uploadContentType } from '../uploads/import-body.hook.js';
import { importContentTypes } from '../uploads/upload-type.js';
import { ImportService } from './import.service.js';
import { ImportStore, ImportUpkeep } from './import-store.js';
import { ImportUpkeepService } from './import-upkeep.service.js';
import {
  FinishedImportResponse,
  faultCursor,
  ImportFaultListResponse,
  ImportListResponse,
  ImportQuery,
  ImportResponse,
  ListFaultsQuery,
  ListImportsQuery,
  RightsQuery,
  rightsOfUpload,
  toFaultList,
  toFinishedResponse,
  toImportList,
  toImportResponse,
  toRights,
  WithdrawRequest,
} from './imports.dto.js';

const noSuchImport = refusal('not-found', 'There is no such upload in this project.');

@ApiTags('readiness')
@Controller('v1/projects/:projectId/imports')
export class ImportsController {
  constructor(
    private readonly service: ImportService,
    private readonly upkeepService: ImportUpkeepService,
    @Inject(ImportStore) private readonly imports: ImportStore,
    @Inject(ImportUpkeep) private readonly upkeep: ImportUpkeep,
  ) {}

  @Post()
  @Allow('lead', 'admin', 'service')
  @ApiOperation({
    operationId: 'importRows',
    summary:
      'Upload rows: CSV, TSV, JSON lines, JSON, Parquet, or a tar of pictures; good rows are kept, bad ones named',
  })
  @ApiConsumes(...importContentTypes)
  @ApiBody({ schema: { type: 'string', example: 'text,label\nWhere is my card?,card_arrival\n' } })
  @ApiCreatedResponse({ type: FinishedImportResponse })
  async create(
    @Param('projectId') projectId: string,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
    @Caller() caller: Principal,
  ): Promise<FinishedImportResponse> {
    const { headers } = request;
    const upload = {
      projectId,
      fileName: query.fileName ?? null,
      split: query.split ?? ('auto' as const),
      format: query.format ?? ('auto' as const),
      contentType: uploadContentType(request.raw),
      contentEncoding: headers['content-encoding'] ?? null,
      contentLength: headers['content-length'] === undefined ? null : Number(headers['content-length']),
      rights: rightsOfUpload(query),
      body: request.body instanceof Readable ? request.body : Readable.from([]),
      by: caller.person,
    };
    return toFinishedResponse(accepted(await this.service.take(upload)));
  }

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listImports', summary: 'Uploads of the project, newest first' })
  @ApiOkResponse({ type: ImportListResponse })
  async list(@Param('projectId') projectId: string, @Query() query: ListImportsQuery): Promise<ImportListResponse> {
    const limit = query.limit ?? 50;
    return toImportList(await this.imports.list({ projectId, after: query.after ?? null, limit }), limit);
  }

  @Get(':importId')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'getImport', summary: 'One upload with its counts' })
  @ApiOkResponse({ type: ImportResponse })
  async find(@Param('projectId') projectId: string, @Param('importId') importId: string): Promise<ImportResponse> {
    return toImportResponse(accepted((await this.imports.find(projectId, importId)) ?? noSuchImport));
  }

  @Get(':importId/faults')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listImportFaults', summary: 'What is wrong with the rejected rows, by line' })
  @ApiOkResponse({ type: ImportFaultListResponse })
  async faults(
    @Param('projectId') projectId: string,
    @Param('importId') importId: string,
    @Query() query: ListFaultsQuery,
  ): Promise<ImportFaultListResponse> {
    accepted((await this.imports.find(projectId, importId)) ?? noSuchImport);
    const limit = query.limit ?? 100;
    return toFaultList(await this.upkeep.faults({ importId, after: faultCursor(query.after), limit }), limit);
  }

  @Get(':importId/faults.csv')
  @Header('cache-control', 'no-store')
  @Header('content-disposition', 'attachment; filename="faults.csv"')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'downloadImportFaults', summary: 'All faults of the rejected rows as CSV, by line' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', example: 'line,byte_offset,field,code,reason\r\n' } })
  async faultsCsv(@Param('projectId') projectId: string, @Param('importId') importId: string): Promise<StreamableFile> {
    accepted((await this.imports.find(projectId, importId)) ?? noSuchImport);
    return new StreamableFile(Readable.from(this.upkeepService.faultsCsv(importId), { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
    });
  }

  @Post(':importId/withdraw')
  @HttpCode(200)
  @Allow('lead', 'admin', 'service')
  @ApiOperation({
    operationId: 'withdrawImport',
    summary:
      'Take the rows of an upload out again; rows that others delivered too stay. Uploading again brings them back',
  })
  @ApiOkResponse({ type: ImportResponse })
  async withdraw(
    @Param('projectId') projectId: string,
    @Param('importId') importId: string,
    @Body() { reason }: WithdrawRequest,
    @Caller() caller: Principal,
  ): Promise<ImportResponse> {
    const asked = { projectId, importId, reason, by: caller.person };
    return toImportResponse(accepted(await this.upkeepService.withdraw(asked)));
  }

  @Patch(':importId/rights')
  @Allow('lead', 'admin', 'service', 'risk-owner')
  @ApiOperation({ operationId: 'declareImportRights', summary: 'Say by which right the rows of an upload are used' })
  @ApiOkResponse({ type: ImportResponse })
  async declareRights(
    @Param('projectId') projectId: string,
    @Param('importId') importId: string,
    @Body() body: RightsQuery,
  ): Promise<ImportResponse> {
    const asked = { projectId, importId, rights: toRights(body) };
    return toImportResponse(accepted(await this.upkeepService.declareRights(asked)));
  }
}
