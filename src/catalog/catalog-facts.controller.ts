import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.guard.js';
import {
  GpuPriceListResponse,
  ModelLicenceListResponse,
  OverrideListResponse,
  toGpuPriceResponse,
  toLicenceResponse,
  toLoadCurveResponse,
  toOverrideResponse,
  VendorTermsListResponse,
} from './catalog-facts.dto.js';
import { LifecycleListResponse, toLifecycleResponse, toNoticesResponse } from './lifecycle-response.dto.js';
import { StandingModelCatalog } from './standing-model-catalog.js';

@ApiTags('catalog')
@Controller('v1/catalog')
export class CatalogFactsController {
  constructor(private readonly catalog: StandingModelCatalog) {}

  @Get('lifecycle')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listLifecycles',
    summary: 'When models end, by whom that is told, and how much notice their developers gave',
  })
  @ApiOkResponse({ type: LifecycleListResponse })
  lifecycle(): LifecycleListResponse {
    const { developers } = this.catalog.documents;
    return {
      lifecycles: this.catalog.all().flatMap(({ id }) => {
        const lifecycle = this.catalog.lifecycleOf(id);
        return lifecycle === null ? [] : [toLifecycleResponse(lifecycle)];
      }),
      developers: developers.flatMap(({ name, attrition }) => {
        const notices = this.catalog.noticesOf(name);
        return notices === null ? [] : [toNoticesResponse(notices, attrition)];
      }),
    };
  }

  @Get('licences')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listModelLicences',
    summary: 'What the licences of open models ask of whoever uses them',
  })
  @ApiOkResponse({ type: ModelLicenceListResponse })
  licences(): ModelLicenceListResponse {
    return { licences: this.catalog.documents.licences.map(toLicenceResponse) };
  }

  @Get('vendor-terms')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listVendorTerms',
    summary: 'What the terms of vendors say about training on the answers of their models',
  })
  @ApiOkResponse({ type: VendorTermsListResponse })
  vendorTerms(): VendorTermsListResponse {
    return { terms: this.catalog.documents.vendorTerms.map(({ addresses: _, models: __, ...terms }) => terms) };
  }

  @Get('gpu-prices')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listGpuPrices',
    summary: 'What graphics processors cost by the hour, and what open models put out on them at a load',
  })
  @ApiOkResponse({ type: GpuPriceListResponse })
  gpuPrices(): GpuPriceListResponse {
    return {
      gpuPrices: this.catalog.documents.gpuPrices.map(toGpuPriceResponse),
      loadCurves: this.catalog.loadCurves().map(toLoadCurveResponse),
    };
  }

  @Get('overrides')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listCatalogOverrides',
    summary: 'What the operator says of models, with its reason: what rules now, and what has run out',
  })
  @ApiOkResponse({ type: OverrideListResponse })
  overrides(): OverrideListResponse {
    return {
      standing: this.catalog.overrides('standing').map(toOverrideResponse),
      expired: this.catalog.overrides('expired').map(toOverrideResponse),
    };
  }
}
