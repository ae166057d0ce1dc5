import { Readable } from 'node:stream';
import { Controller, Get, Header, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { ImportService } from './import.service.js';
import { ImportStore } from './import-store.js';
import {
  FinishedImportResponse,
  faultCursor,
  ImportFaultListResponse,
  ImportListResponse,
  ImportQuery,
  ImportResponse,
  ListFaultsQuery,
  ListImportsQuery,
  toFaultList,
  toFinishedResponse,
  toImportList,
  toImportResponse,
} from './imports.dto.js';

const noSuchImport = refusal('not-found', 'There is no such upload in this project.');

@ApiTags('readiness')
@Controller('v1/projects/:projectId/imports')
export class ImportsController {
  constructor(
    private readonly service: ImportService,
    @Inject(ImportStore) private readonly imports: ImportStore,
  ) {}

  @Post()
  @Allow('lead', 'admin', 'service')
  @ApiOperation({
    operationId: 'importRows',
    summary: 'Upload rows: CSV with text and label, or one chat a line; good rows are kept, bad ones named',
  })
  @ApiConsumes('text/csv', 'application/x-ndjson', 'application/jsonl')
  @ApiBody({ schema: { type: 'string', example: 'text,label\nWhere is my card?,card_arrival\n' } })
  @ApiCreatedResponse({ type: FinishedImportResponse })
  async create(
    @Param('projectId') projectId: string,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
    @Caller() caller: Principal,
  ): Promise<FinishedImportResponse> {
    const upload = {
      projectId,
      fileName: query.fileName ?? 'upload',
      split: query.split ?? ('auto' as const),
      contentType: request.headers['content-type'] ?? '',
      contentEncoding: request.headers['content-encoding'] ?? null,
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
    return toFaultList(await this.imports.faults({ importId, after: faultCursor(query.after), limit }), limit);
  }
}
