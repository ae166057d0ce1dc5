import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Principal } from '../../kernel/principal.js';
import { Allow, Caller } from '../../platform/auth/allow.guard.js';
import { ServeCandidateService, type ServedReply } from './serve-candidate.service.js';

/** The candidates that Openward trained, in the OpenAI dialect: errors have its shape, not ours. */
@ApiTags('candidates')
@Controller('candidates/:candidate/v1')
export class ServeCandidateController {
  constructor(private readonly candidates: ServeCandidateService) {}

  @Post('chat/completions')
  @HttpCode(200)
  @Allow('service', 'lead', 'admin')
  @ApiOperation({ operationId: 'askCandidate', summary: 'Ask a trained candidate, in the OpenAI dialect' })
  @ApiBody({
    schema: {
      type: 'object',
      example: { model: 'baseline-student', messages: [{ role: 'user', content: 'Where is my card?' }] },
    },
  })
  @ApiOkResponse({ description: 'A chat completion, or its chunks as server-sent events' })
  async complete(
    @Param('candidate') candidate: string,
    @Body() body: unknown,
    @Caller() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await answer(reply, await this.candidates.complete({ candidate, body, principal }));
  }

  @Get('models')
  @Allow('service', 'lead', 'admin')
  @ApiOperation({ operationId: 'listCandidateModels', summary: 'The one model that this base URL serves' })
  @ApiOkResponse({ description: 'A list of models in the OpenAI dialect' })
  async models(
    @Param('candidate') candidate: string,
    @Caller() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await answer(reply, await this.candidates.models(candidate, principal));
  }
}

async function answer(reply: FastifyReply, served: ServedReply): Promise<void> {
  if ('events' in served) {
    await reply
      .status(200)
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-cache, no-transform')
      .header('x-accel-buffering', 'no')
      .send(served.events.join(''));
    return;
  }
  const type = 'application/json; charset=utf-8';
  await reply.status(served.status).header('content-type', type).send(JSON.stringify(served.body));
}
