import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.guard.js';
import { BundleSignatures } from './bundles/bundle-signatures.client.js';
import { listConflicts } from './list-conflicts.js';
import { PresentFacts } from './present-facts.service.js';
import { allQuarantineRules } from './quarantine/all-quarantine-rules.js';
import { writeBundle } from './readers/read-bundle.js';
import { RefreshStore } from './refresh-store.js';
import {
  CatalogConflictListResponse,
  ListConflictsQuery,
  QuarantineRuleListResponse,
  toConflictList,
} from './refreshes.dto.js';

@ApiTags('catalog')
@Controller('v1/catalog')
export class CatalogSourcesController {
  constructor(
    private readonly facts: PresentFacts,
    private readonly signatures: BundleSignatures,
    @Inject(RefreshStore) private readonly store: RefreshStore,
  ) {}

  @Get('bundle')
  @Header('cache-control', 'no-store')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="openward-catalog.json"')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'exportCatalogBundle',
    summary: 'The catalogue as one document for an installation without internet; the same facts make the same digest',
  })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async bundle(): Promise<string> {
    return writeBundle(await this.facts.latest(), (text) => this.signatures.sign(text));
  }

  @Get('conflicts')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listCatalogConflicts',
    summary: 'Where the last readings of the sources say something else than the catalogue holds',
  })
  @ApiOkResponse({ type: CatalogConflictListResponse })
  async conflicts(@Query() query: ListConflictsQuery): Promise<CatalogConflictListResponse> {
    const [present, readings] = await Promise.all([this.facts.latest(), this.store.readings()]);
    return toConflictList(listConflicts(present, readings, query.model ?? null));
  }

  @Get('quarantine-rules')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listQuarantineRules', summary: 'What is asked about every change before it counts' })
  @ApiOkResponse({ type: QuarantineRuleListResponse })
  rules(): QuarantineRuleListResponse {
    return { rules: allQuarantineRules.map(({ name, question, why, source }) => ({ name, question, why, source })) };
  }
}
