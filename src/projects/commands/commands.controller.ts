import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { digestOf } from '../../kernel/digest.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import type { CommandName } from '../../lifecycle/commands.js';
import { type AuthenticatedRequest } from '../../platform/auth/allow.guard.js';
import { accepted } from '../../platform/http/refused.filter.js';
import { expectedVersion, idempotencyKey } from '../../platform/http/request-headers.js';
import { CommandProject } from './command-project.service.js';
import { CommandRoute } from './command-route.controller.js';
import { ApproveRequest, DecideRequest, NoteRequest, OverrideRequest, ReasonRequest } from './commands.dto.js';

interface Said {
  readonly reason?: string;
  readonly choice?: 'migrate' | 'retain';
  readonly gateRunId?: string;
  readonly evidenceDigest?: string;
  readonly comment?: string;
  readonly ticket?: string;
}

interface Door {
  readonly projectId: string;
  readonly request: AuthenticatedRequest;
  readonly reply: FastifyReply;
}

@ApiTags('commands')
@Controller('v1/projects/:projectId/commands')
export class CommandsController {
  constructor(private readonly commands: CommandProject) {}

  @CommandRoute('advance')
  advance(
    @Param('projectId') projectId: string,
    @Body() said: NoteRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('advance', said, { projectId, request, reply });
  }

  @CommandRoute('decide')
  decide(
    @Param('projectId') projectId: string,
    @Body() said: DecideRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('decide', said, { projectId, request, reply });
  }

  @CommandRoute('approve')
  approve(
    @Param('projectId') projectId: string,
    @Body() said: ApproveRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('approve', said, { projectId, request, reply });
  }

  @CommandRoute('decline')
  decline(
    @Param('projectId') projectId: string,
    @Body() said: ReasonRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('decline', said, { projectId, request, reply });
  }

  @CommandRoute('override')
  override(
    @Param('projectId') projectId: string,
    @Body() said: OverrideRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('override', said, { projectId, request, reply });
  }

  @CommandRoute('pause')
  pause(
    @Param('projectId') projectId: string,
    @Body() said: ReasonRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('pause', said, { projectId, request, reply });
  }

  @CommandRoute('resume')
  resume(
    @Param('projectId') projectId: string,
    @Body() said: NoteRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('resume', said, { projectId, request, reply });
  }

  @CommandRoute('rollback')
  rollback(
    @Param('projectId') projectId: string,
    @Body() said: ReasonRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('rollback', said, { projectId, request, reply });
  }

  @CommandRoute('retry')
  retry(
    @Param('projectId') projectId: string,
    @Body() said: NoteRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('retry', said, { projectId, request, reply });
  }

  @CommandRoute('retune')
  retune(
    @Param('projectId') projectId: string,
    @Body() said: ReasonRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('retune', said, { projectId, request, reply });
  }

  @CommandRoute('reopen')
  reopen(
    @Param('projectId') projectId: string,
    @Body() said: ReasonRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('reopen', said, { projectId, request, reply });
  }

  @CommandRoute('abort')
  abort(
    @Param('projectId') projectId: string,
    @Body() said: ReasonRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('abort', said, { projectId, request, reply });
  }

  @CommandRoute('decommission')
  decommission(
    @Param('projectId') projectId: string,
    @Body() said: ReasonRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('decommission', said, { projectId, request, reply });
  }

  @CommandRoute('accept-risk')
  acceptRisk(
    @Param('projectId') projectId: string,
    @Body() said: ReasonRequest,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carry('accept-risk', said, { projectId, request, reply });
  }

  private async carry(name: CommandName, said: Said, { projectId, request, reply }: Door): Promise<void> {
    const { principal } = request;
    if (principal === undefined) {
      throw new Error('a command route let somebody in without a token');
    }
    const key = accepted<string | null>(idempotencyKey(request.headers['idempotency-key']));
    const order = {
      name,
      principal,
      projectId,
      requestId: request.id,
      reason: said.reason ?? said.comment ?? null,
      choice: said.choice ?? null,
      gateRunId: said.gateRunId ?? null,
      evidenceDigest: said.evidenceDigest ?? null,
      ticket: said.ticket ?? null,
      expectedVersion: accepted<number | null>(expectedVersion(request.headers['if-match'])),
      idempotencyKey: accepted<string>(key ?? this.keyMissing()),
      requestDigest: digestOf({ name, projectId, said: { ...said } }),
    };
    const done = accepted(await this.commands.run(order));
    const headers = {
      etag: `"v${done.version}"`,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    };
    void reply
      .status(done.status)
      .headers(done.replayed ? { ...headers, 'idempotent-replayed': 'true' } : headers)
      .send(done.body);
  }

  private keyMissing(): Refusal {
    return refusal('idempotency-key-missing', 'Send a fresh Idempotency-Key header with every new command.');
  }
}
