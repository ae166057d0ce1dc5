import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusal } from '../kernel/refusal.js';
import { Allow } from '../platform/auth/allow.guard.js';
import { accepted } from '../platform/http/refused.filter.js';
import { ExchangeStore } from './exchange-store.js';
import {
  ExchangeListResponse,
  ExchangeResponse,
  ListExchangesQuery,
  toExchangeQuery,
  toExchangeResponse,
  toListResponse,
} from './exchanges.dto.js';

@ApiTags('exchanges')
@Controller('v1/projects/:projectId/exchanges')
export class ExchangesController {
  constructor(@Inject(ExchangeStore) private readonly exchanges: ExchangeStore) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listExchanges', summary: 'Captured calls, newest first, without their bodies' })
  @ApiOkResponse({ type: ExchangeListResponse })
  async list(@Param('projectId') projectId: string, @Query() query: ListExchangesQuery): Promise<ExchangeListResponse> {
    return toListResponse(await this.exchanges.list(toExchangeQuery(projectId, query)));
  }

  @Get(':exchangeId')
  @Header('cache-control', 'no-store')
  @Allow('lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getExchange', summary: 'One captured call with what was asked and answered' })
  @ApiOkResponse({ type: ExchangeResponse })
  async find(
    @Param('projectId') projectId: string,
    @Param('exchangeId') exchangeId: string,
  ): Promise<ExchangeResponse> {
    const found = await this.exchanges.find(projectId, exchangeId);
    return toExchangeResponse(accepted(found ?? refusal('not-found', 'There is no such exchange in this project.')));
  }
}
