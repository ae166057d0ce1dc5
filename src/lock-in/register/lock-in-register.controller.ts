// The register: who keeps it, and what is arranged with whom. Every change is a new revision.
import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Principal } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { expectedVersion } from '../../platform/http/request-headers.js';
import { KeepRegister } from './keep-register.service.js';
import { ArrangementRequest, EntityRequest, WithdrawArrangementRequest } from './lock-in-register.dto.js';
import { type ArrangementDocument, registerOf } from './register-document.js';
import {
  ArrangementListResponse,
  ArrangementResponse,
  EntityResponse,
  toArrangement,
  toArrangementResponse,
  toEntity,
  toEntityResponse,
} from './register-responses.dto.js';
import { RegisterStore } from './register-store.js';

const noSuch = 'The register of this project holds no such arrangement.';

@ApiTags('lock-in')
@Controller('v1/projects/:projectId/lock-in')
export class LockInRegisterController {
  constructor(
    @Inject(RegisterStore) private readonly store: RegisterStore,
    private readonly register: KeepRegister,
  ) {}

  @Get('register/entity')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getRegisterEntity', summary: 'Who keeps the register' })
  @ApiOkResponse({ type: EntityResponse })
  async entity(@Param('projectId') projectId: string): Promise<EntityResponse> {
    return toEntityResponse(registerOf(await this.store.latest(projectId)).entity);
  }

  @Put('register/entity')
  @Allow('lead', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'putRegisterEntity', summary: 'Say who keeps the register' })
  @ApiOkResponse({ type: EntityResponse })
  async putEntity(
    @Param('projectId') projectId: string,
    @Body() body: EntityRequest,
    @Caller() caller: Principal,
  ): Promise<EntityResponse> {
    return toEntityResponse(accepted(await this.register.putEntity(projectId, toEntity(body), caller.person)));
  }

  @Get('arrangements')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'listArrangements', summary: 'What is arranged with whom: the entries of the register' })
  @ApiOkResponse({ type: ArrangementListResponse })
  async list(@Param('projectId') projectId: string): Promise<ArrangementListResponse> {
    const { arrangements } = registerOf(await this.store.latest(projectId));
    return { arrangements: arrangements.map(toArrangementResponse) };
  }

  @Post('arrangements')
  @Allow('lead', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'addArrangement', summary: 'Enter an arrangement; its facts count at once' })
  @ApiCreatedResponse({ type: ArrangementResponse })
  async add(
    @Param('projectId') projectId: string,
    @Body() body: ArrangementRequest,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ArrangementResponse> {
    return tagged(accepted(await this.register.add(projectId, toArrangement(body), caller.person)), reply);
  }

  @Get('arrangements/:arrangementId')
  @Header('cache-control', 'no-store')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'getArrangement', summary: 'One arrangement; its ETag is what If-Match names' })
  @ApiOkResponse({ type: ArrangementResponse })
  async read(
    @Param('projectId') projectId: string,
    @Param('arrangementId') arrangementId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ArrangementResponse> {
    const newest = (await this.store.revisions(projectId, arrangementId)).at(-1);
    return tagged(accepted(newest?.kind === 'arrangement' ? newest : refusal('not-found', noSuch)), reply);
  }

  @Put('arrangements/:arrangementId')
  @Allow('lead', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'putArrangement', summary: 'Say anew what is arranged; the revision before is kept' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that you looked at, e.g. "v3".' })
  @ApiOkResponse({ type: ArrangementResponse })
  async change(
    @Param('projectId') projectId: string,
    @Param('arrangementId') arrangementId: string,
    @Body() body: ArrangementRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ArrangementResponse> {
    const version = accepted<number | null>(expectedVersion(ifMatch));
    const of = { projectId, arrangementId, expectedVersion: version, by: caller.person };
    return tagged(accepted(await this.register.change(of, toArrangement(body))), reply);
  }

  @Post('arrangements/:arrangementId/withdraw')
  @HttpCode(200)
  @Allow('lead', 'risk-owner', 'admin')
  @ApiOperation({ operationId: 'withdrawArrangement', summary: 'Take an entry made by mistake out of the register' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that you looked at, e.g. "v3".' })
  @ApiOkResponse({ type: ArrangementResponse })
  async withdraw(
    @Param('projectId') projectId: string,
    @Param('arrangementId') arrangementId: string,
    @Body() { reason }: WithdrawArrangementRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: Principal,
  ): Promise<ArrangementResponse> {
    const version = accepted<number | null>(expectedVersion(ifMatch));
    const of = { projectId, arrangementId, expectedVersion: version, by: caller.person };
    return toArrangementResponse(accepted(await this.register.withdraw(of, reason)));
  }
}

function tagged(document: ArrangementDocument, reply: FastifyReply): ArrangementResponse {
  void reply.header('etag', `"v${document.version}"`);
  return toArrangementResponse(document);
}
