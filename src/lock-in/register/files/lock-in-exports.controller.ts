// The register and the exit strategy as files.
import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../kernel/clock.js';
import { refusal } from '../../../kernel/refusal.js';
import { Allow } from '../../../platform/auth/allow.guard.js';
import { accepted } from '../../../platform/http/refused.filter.js';
import { VendorStore } from '../../../vendors/vendor-store.js';
import { dossierOf, vendorsOf } from '../../dossier/dossier.js';
import { dossierMarkdown } from '../../dossier/dossier-markdown.js';
import { dossierPage } from '../../dossier/html/dossier-page.js';
import { dossierPolicy } from '../../dossier/html/page-policy.js';
import { vendorChosen } from '../../dossier/vendor-chosen.js';
import { allExports } from '../../exports/all-exports.js';
import { type ProjectPicture, ProjectPictures } from '../project-picture.js';
import { type Register, registerOf } from '../register-document.js';
import { RegisterStore } from '../register-store.js';
import { registerCsv } from './register-csv.js';
import { DossierQuery, ExportQuery } from './register-exports.dto.js';
import { registerTree } from './register-record.js';
import { rowsOfRegister } from './rows-of-register.js';

@ApiTags('lock-in')
@Controller('v1/projects/:projectId/lock-in')
export class LockInExportsController {
  constructor(
    @Inject(RegisterStore) private readonly store: RegisterStore,
    @Inject(ProjectPictures) private readonly pictures: ProjectPictures,
    @Inject(VendorStore) private readonly connections: VendorStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('register')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'exportRegister',
    summary: 'The register by one text of rules: each field with its code, fact, source, age and confidence',
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({
    content: {
      'application/json': { schema: { type: 'object', additionalProperties: true } },
      'text/csv': { schema: { type: 'string', example: 'arrangement,template,column,label,value,code\r\n' } },
    },
  })
  async register(
    @Param('projectId') projectId: string,
    @Query() { format = 'json', mapping = 'dora' }: ExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { register, picture } = await this.read(projectId);
    const chosen = accepted(allExports.find(({ id }) => id === mapping) ?? refusal('not-found', 'No such mapping.'));
    if (format === 'csv') {
      const name = `register-${mapping}-${projectId}.csv`;
      void reply.headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      });
      return registerCsv(rowsOfRegister(chosen, register, picture));
    }
    void reply.header('content-type', 'application/json; charset=utf-8');
    return JSON.stringify(registerTree(chosen, register, picture));
  }

  @Get('dossier')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'getExitDossier',
    summary: 'The exit strategy for one vendor, from the project’s own facts, tests and drills; gaps are named',
  })
  @ApiProduces('text/html', 'text/markdown')
  @ApiOkResponse({
    content: {
      'text/html': { schema: { type: 'string', example: '<!doctype html>' } },
      'text/markdown': { schema: { type: 'string', example: '# Exit strategy' } },
    },
  })
  async dossier(
    @Param('projectId') projectId: string,
    @Query() { format = 'html', vendor }: DossierQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { register, picture } = await this.read(projectId);
    const connection = vendor === undefined ? null : await this.connections.find(vendor);
    const choice = { name: vendor, vendors: vendorsOf(register, picture), register };
    const chosen = vendorChosen({ ...choice, baseUrl: connection?.baseUrl ?? null });
    const dossier = dossierOf(accepted(chosen), register, picture);
    if (format === 'md') {
      void reply.header('content-type', 'text/markdown; charset=utf-8');
      return dossierMarkdown(dossier);
    }
    void reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': dossierPolicy });
    return dossierPage(dossier);
  }

  private async read(projectId: string): Promise<{ register: Register; picture: ProjectPicture }> {
    const picture = await this.pictures.of(projectId, this.clock.now());
    const documents = await this.store.latest(projectId);
    return {
      picture: accepted(picture ?? refusal('not-found', 'There is no such project.')),
      register: registerOf(documents),
    };
  }
}
