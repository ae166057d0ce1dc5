import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusal } from '../kernel/refusal.js';
import { Allow } from '../platform/auth/allow.guard.js';
import { accepted } from '../platform/http/refused.filter.js';
import {
  CatalogModelDetailResponse,
  CatalogModelListResponse,
  toModelResponse,
  toPriceRowResponse,
} from './catalog.dto.js';
import { IntendedUseQuery, LicenceRulingResponse, toIntendedUse } from './licence-gates.dto.js';
import { licenceGates } from './licences/licence-gates.js';
import { toLifecycleResponse } from './lifecycle-response.dto.js';
import { ModelCatalog } from './model-catalog.js';
import { cacheBytesPerToken } from './models/model-memory.js';

@ApiTags('catalog')
@Controller('v1/catalog/models')
export class CatalogController {
  constructor(@Inject(ModelCatalog) private readonly catalog: ModelCatalog) {}

  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listCatalogModels',
    summary: 'The models that Openward knows, with the source of each fact',
  })
  @ApiOkResponse({ type: CatalogModelListResponse })
  list(): CatalogModelListResponse {
    return { models: this.catalog.all().map(toModelResponse) };
  }

  @Get(':modelId')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'getCatalogModel',
    summary: 'One model, by its id or another of its names: its prices over time, its end and who tells it',
  })
  @ApiParam({
    name: 'modelId',
    description: 'URL-encoded: ids may hold a slash.',
    example: 'meta-llama%2FLlama-2-7b-chat-hf',
  })
  @ApiOkResponse({ type: CatalogModelDetailResponse })
  find(@Param('modelId') modelId: string): CatalogModelDetailResponse {
    const found = this.catalog.find(modelId);
    const model = accepted(found ?? refusal('not-found', 'The catalogue knows no model of this name.'));
    const lifecycle = this.catalog.lifecycleOf(model.id);
    return {
      ...toModelResponse(model),
      priceRows: this.catalog.pricesOf(model.id).map(toPriceRowResponse),
      lifecycle: lifecycle === null ? null : toLifecycleResponse(lifecycle),
      licenceFamily: model.licenceFamily,
      cacheBytesPerToken: model.shape === null ? null : cacheBytesPerToken(model.shape),
    };
  }

  @Get(':modelId/licence-gates')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'judgeModelLicence',
    summary: 'Whether the licence of an open model lets it be used so, and what it asks for',
  })
  @ApiParam({ name: 'modelId', description: 'URL-encoded.', example: 'meta-llama%2FLlama-2-7b-chat-hf' })
  @ApiOkResponse({ type: LicenceRulingResponse })
  gates(@Param('modelId') modelId: string, @Query() query: IntendedUseQuery): LicenceRulingResponse {
    const found = this.catalog.find(modelId);
    const model = accepted(found ?? refusal('not-found', 'The catalogue knows no model of this name.'));
    const licence = this.catalog.licenceOf(model.id);
    const { state, gates } = licenceGates(licence, toIntendedUse(query, model.modalitiesIn));
    return { model: model.id, family: licence?.family ?? null, state, gates: gates.map((gate) => ({ ...gate })) };
  }
}
