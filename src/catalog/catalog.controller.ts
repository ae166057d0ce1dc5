import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusal } from '../kernel/refusal.js';
import { Allow } from '../platform/auth/allow.guard.js';
import { accepted } from '../platform/http/refused.filter.js';
import { CatalogModelListResponse, CatalogModelResponse, toModelResponse } from './catalog.dto.js';
import { ModelCatalog } from './model-catalog.js';

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
  @ApiOperation({ operationId: 'getCatalogModel', summary: 'One model, by its id or another of its names' })
  @ApiParam({
    name: 'modelId',
    description: 'URL-encoded: ids may hold a slash.',
    example: 'meta-llama%2FLlama-2-7b-chat-hf',
  })
  @ApiOkResponse({ type: CatalogModelResponse })
  find(@Param('modelId') modelId: string): CatalogModelResponse {
    const found = this.catalog.find(modelId);
    return toModelResponse(accepted(found ?? refusal('not-found', 'The catalogue knows no model of this name.')));
  }
}
