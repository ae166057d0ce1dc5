// Invoices, drills and estimates of cost: what people know and the gateway cannot see.
import { Body, Controller, Get, Header, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { InvoiceStore } from '../invoices/invoice-store.js';
import { type CostEstimates, costsId, costsKind, nothingEstimated } from './costs.js';
import { DocumentStore } from './document-store.js';
import { DrillStore } from './drill-store.js';
import {
  CostsResponse,
  DrillListResponse,
  DrillResponse,
  EstimateCostsRequest,
  ImportInvoiceRequest,
  InvoiceListResponse,
  InvoiceResponse,
  RecordDrillRequest,
  toCosts,
  toDrillResponse,
  toInvoiceResponse,
} from './lock-in-inputs.dto.js';
import { LockInInputs } from './lock-in-inputs.service.js';

const drillsMax = 200;

@ApiTags('lock-in')
@Controller('v1/projects/:projectId/lock-in')
export class LockInInputsController {
  constructor(
    private readonly inputs: LockInInputs,
    @Inject(InvoiceStore) private readonly invoices: InvoiceStore,
    @Inject(DrillStore) private readonly drills: DrillStore,
    @Inject(DocumentStore) private readonly documents: DocumentStore,
  ) {}

  @Get('invoices')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listInvoices', summary: 'Imported invoices, newest first' })
  @ApiOkResponse({ type: InvoiceListResponse })
  async listInvoices(@Param('projectId') projectId: string): Promise<InvoiceListResponse> {
    return { invoices: (await this.invoices.since(projectId, 0)).map(toInvoiceResponse) };
  }

  @Post('invoices')
  @Allow('lead', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'importInvoice',
    summary: 'Import what a vendor billed, as lines or as CSV: it shows traffic that went past the gateway',
  })
  @ApiCreatedResponse({ type: InvoiceResponse })
  async importInvoice(
    @Param('projectId') projectId: string,
    @Body() request: ImportInvoiceRequest,
    @Caller() caller: Principal,
  ): Promise<InvoiceResponse> {
    return toInvoiceResponse(accepted(await this.inputs.importInvoice(projectId, request, caller.person)));
  }

  @Get('drills')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listDrills', summary: 'Drills, rollbacks and cutovers, newest first' })
  @ApiOkResponse({ type: DrillListResponse })
  async listDrills(@Param('projectId') projectId: string): Promise<DrillListResponse> {
    return { drills: (await this.drills.list(projectId, drillsMax)).map(toDrillResponse) };
  }

  @Post('drills')
  @Allow('lead', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'recordDrill', summary: 'Record a drill that was carried out, passed or failed' })
  @ApiCreatedResponse({ type: DrillResponse })
  async recordDrill(
    @Param('projectId') projectId: string,
    @Body() { at, hours, impactToleranceHours, ...request }: RecordDrillRequest,
    @Caller() caller: Principal,
  ): Promise<DrillResponse> {
    const numbers = { hours: hours ?? null, impactToleranceHours: impactToleranceHours ?? null };
    const drill = { ...request, ...numbers, at: Date.parse(at) };
    return toDrillResponse(accepted(await this.inputs.recordDrill(projectId, drill, caller.person)));
  }

  @Get('costs')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getLockInCosts', summary: 'What leaving and mending are estimated to cost' })
  @ApiOkResponse({ type: CostsResponse })
  async costs(@Param('projectId') projectId: string): Promise<CostsResponse> {
    const kept = await this.documents.find(projectId, costsKind, costsId);
    return kept === null
      ? toCosts(nothingEstimated, null)
      : toCosts(kept.value as CostEstimates, { by: kept.updatedBy, at: kept.updatedAt });
  }

  @Put('costs')
  @Allow('lead', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'estimateLockInCosts', summary: 'Estimate what leaving and mending cost, in USD' })
  @ApiOkResponse({ type: CostsResponse })
  async estimate(
    @Param('projectId') projectId: string,
    @Body() { switching, remediesUsd }: EstimateCostsRequest,
    @Caller() caller: Principal,
  ): Promise<CostsResponse> {
    const value = { switching: switching === undefined ? null : { ...switching }, remediesUsd };
    accepted(await this.inputs.estimate(projectId, value, caller.person));
    return this.costs(projectId);
  }
}
