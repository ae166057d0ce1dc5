import type { IncomingMessage } from 'node:http';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseIntPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { BundleSignatures } from './bundles/bundle-signatures.client.js';
import { DecideRefresh } from './decide-refresh.service.js';
import { ProposeRefresh } from './propose-refresh.service.js';
import { documentOf } from './refresh-body.hook.js';
import { RefreshStore } from './refresh-store.js';
import {
  ApproveRefreshRequest,
  ListChangesQuery,
  ListRefreshesQuery,
  RefreshChangeListResponse,
  RefreshListResponse,
  RefreshResponse,
  ReviewChangeRequest,
  toChangeResponse,
  toRefreshResponse,
  UploadRefreshQuery,
  usualPage,
} from './refreshes.dto.js';

interface StreamedRequest {
  readonly body?: unknown;
}

@ApiTags('catalog')
@Controller('v1/catalog/refreshes')
export class RefreshesController {
  constructor(
    private readonly propose: ProposeRefresh,
    private readonly decide: DecideRefresh,
    private readonly signatures: BundleSignatures,
    @Inject(RefreshStore) private readonly store: RefreshStore,
  ) {}

  @Post()
  @Allow('lead', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'proposeCatalogRefresh',
    summary: 'Compare a price file, a catalogue or a bundle with the catalogue; the difference waits for approval',
  })
  @ApiConsumes('application/json')
  @ApiBody({ schema: { type: 'object', additionalProperties: true }, description: 'The document, up to 32 MiB.' })
  @ApiCreatedResponse({ type: RefreshResponse })
  async upload(
    @Req() request: StreamedRequest,
    @Query() query: UploadRefreshQuery,
    @Caller() caller: Principal,
  ): Promise<RefreshResponse> {
    const brought = accepted(await documentOf(request.body as IncomingMessage));
    const text = query.source === 'bundle' ? accepted(this.signatures.checked(brought)) : brought;
    const observedAt = query.observedOn === undefined ? null : Date.parse(`${query.observedOn}T00:00:00Z`);
    const document = { kind: query.source, text, observedAt, by: caller.person };
    return toRefreshResponse(accepted(await this.propose.upload(document)));
  }

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listCatalogRefreshes', summary: 'Proposals for the catalogue, newest first' })
  @ApiOkResponse({ type: RefreshListResponse })
  async list(@Query() query: ListRefreshesQuery): Promise<RefreshListResponse> {
    const limit = query.limit ?? usualPage;
    const found = await this.store.list({ before: query.after ?? null, limit });
    return { refreshes: found.map(toRefreshResponse), next: found.length < limit ? null : (found.at(-1)?.id ?? null) };
  }

  @Get(':refreshId')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getCatalogRefresh', summary: 'One proposal, with the conflicts that it showed' })
  @ApiOkResponse({ type: RefreshResponse })
  async find(@Param('refreshId') refreshId: string): Promise<RefreshResponse> {
    const found = await this.store.find(refreshId);
    return toRefreshResponse(accepted(found ?? refusal('not-found', 'There is no such refresh.')));
  }

  @Get(':refreshId/changes')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listCatalogChanges', summary: 'What it would change, and why a change is held' })
  @ApiOkResponse({ type: RefreshChangeListResponse })
  async changes(
    @Param('refreshId') refreshId: string,
    @Query() query: ListChangesQuery,
  ): Promise<RefreshChangeListResponse> {
    const { after = 0, limit = usualPage, verdict = null, state = null } = query;
    const found = await this.store.changes({ refreshId, verdict, state, after, limit });
    return { changes: found.map(toChangeResponse), next: found.length < limit ? null : (found.at(-1)?.number ?? null) };
  }

  @Post(':refreshId/approve')
  @HttpCode(200)
  @Allow('risk-owner', 'admin')
  @ApiOperation({ operationId: 'approveCatalogRefresh', summary: 'Let in every clean change that waits' })
  @ApiOkResponse({ type: RefreshResponse })
  async approve(
    @Param('refreshId') refreshId: string,
    @Body() body: ApproveRefreshRequest,
    @Caller() by: Principal,
  ): Promise<RefreshResponse> {
    const deciding = { refreshId, by, reason: body.reason ?? null };
    return toRefreshResponse(accepted(await this.decide.approveClean(deciding)));
  }

  @Post(':refreshId/reject')
  @HttpCode(200)
  @Allow('risk-owner', 'admin')
  @ApiOperation({ operationId: 'rejectCatalogRefresh', summary: 'Keep out everything that still waits' })
  @ApiOkResponse({ type: RefreshResponse })
  async reject(
    @Param('refreshId') refreshId: string,
    @Body() { reason }: ReviewChangeRequest,
    @Caller() by: Principal,
  ): Promise<RefreshResponse> {
    return toRefreshResponse(accepted(await this.decide.reject({ refreshId, by, reason })));
  }

  @Post(':refreshId/changes/:number/approve')
  @HttpCode(200)
  @Allow('risk-owner', 'admin')
  @ApiOperation({
    operationId: 'approveCatalogChange',
    summary: 'Let one change in, a held one by somebody other than who brought it',
  })
  @ApiOkResponse({ type: RefreshResponse })
  async approveChange(
    @Param('refreshId') refreshId: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { reason }: ReviewChangeRequest,
    @Caller() by: Principal,
  ): Promise<RefreshResponse> {
    return toRefreshResponse(accepted(await this.decide.approveChange({ refreshId, by, reason }, number)));
  }

  @Post(':refreshId/changes/:number/reject')
  @HttpCode(200)
  @Allow('risk-owner', 'admin')
  @ApiOperation({ operationId: 'rejectCatalogChange', summary: 'Keep one change out' })
  @ApiOkResponse({ type: RefreshResponse })
  async rejectChange(
    @Param('refreshId') refreshId: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { reason }: ReviewChangeRequest,
    @Caller() by: Principal,
  ): Promise<RefreshResponse> {
    return toRefreshResponse(accepted(await this.decide.rejectChange({ refreshId, by, reason }, number)));
  }
}
