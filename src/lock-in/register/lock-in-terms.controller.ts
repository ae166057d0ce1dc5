// Texts of terms that an arrangement stands on: read again, they show whether they changed.
import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Principal } from '../../kernel/principal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { expectedVersion } from '../../platform/http/request-headers.js';
import { KeepRegister } from './keep-register.service.js';
import { ReadTermsRequest } from './lock-in-register.dto.js';
import { ArrangementResponse, toArrangementResponse } from './register-responses.dto.js';

@ApiTags('lock-in')
@Controller('v1/projects/:projectId/lock-in/arrangements/:arrangementId/terms-readings')
export class LockInTermsController {
  constructor(private readonly register: KeepRegister) {}

  @Post()
  @HttpCode(200)
  @Allow('lead', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'readTerms',
    summary: 'Say by its digest how a text of terms reads today; another digest than the judged one raises an alert',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the arrangement, e.g. "v3".' })
  @ApiOkResponse({ type: ArrangementResponse })
  async read(
    @Param('projectId') projectId: string,
    @Param('arrangementId') arrangementId: string,
    @Body() { terms, textSha256, source, isJudged }: ReadTermsRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ArrangementResponse> {
    const version = accepted<number | null>(expectedVersion(ifMatch));
    const of = { projectId, arrangementId, expectedVersion: version, by: caller.person };
    const document = accepted(await this.register.readTerms(of, { terms, textSha256, source, isJudged }));
    void reply.header('etag', `"v${document.version}"`);
    return toArrangementResponse(document);
  }
}
