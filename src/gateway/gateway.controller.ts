// The door in the OpenAI dialect: an application changes its base URL to /p/{projectId}/v1 and its key to a token of
// Openward. Chat completions are routed between the arms; everything else goes to the incumbent as it is.
import { All, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../platform/auth/allow.guard.js';
import { ClientAnswer } from './client-answer.service.js';
import { GatewayErrorFilter } from './gateway-error.filter.js';
import { isFault, OpenCall } from './open-call.service.js';
import { RouteCall } from './route-call.service.js';

@ApiTags('gateway')
@ApiParam({ name: 'projectId', description: 'The project whose traffic this is.' })
@ApiHeader({
  name: 'x-openward-unit',
  required: false,
  description: 'The conversation or account that sticks to one arm.',
})
@ApiHeader({
  name: 'x-openward-tags',
  required: false,
  description: 'Stored with the exchange: key=value, separated by commas.',
})
@ApiHeader({
  name: 'x-openward-log',
  required: false,
  description: 'off keeps the bodies of this call out of the store.',
})
@Controller('p/:projectId/v1')
@UseFilters(GatewayErrorFilter)
@Allow('service', 'lead', 'admin')
export class GatewayController {
  constructor(
    private readonly door: OpenCall,
    private readonly router: RouteCall,
  ) {}

  @Post('chat/completions')
  @ApiOperation({
    operationId: 'createChatCompletion',
    summary: 'Chat completion, answered by the arm that the traffic plan gives this unit',
    description:
      'Takes and gives exactly what the vendor does, streams included; only the model is replaced. Added response headers: x-openward-request-id, x-openward-arm, x-openward-route (incumbent, candidate or fallback), x-openward-model and x-openward-overhead-ms. Every other path below /v1 is passed to the incumbent as it is.',
  })
  @ApiResponse({ status: 200, description: 'The answer of the vendor, byte for byte.' })
  @ApiResponse({ status: 413, description: 'The body is larger than the gateway passes on.' })
  @ApiResponse({ status: 502, description: 'The incumbent could not be reached, or broke off.' })
  @ApiResponse({ status: 504, description: 'The incumbent did not answer in time.' })
  async complete(
    @Param('projectId') projectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.carry({ projectId, request, reply });
  }

  @Get('models')
  @ApiOperation({ operationId: 'listGatewayModels', summary: 'The models of the incumbent’s vendor' })
  @ApiResponse({ status: 200, description: 'The answer of the vendor, byte for byte.' })
  async models(
    @Param('projectId') projectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.carry({ projectId, request, reply });
  }

  @All('*')
  @ApiExcludeEndpoint()
  async pass(
    @Param('projectId') projectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.carry({ projectId, request, reply });
  }

  private async carry(at: { projectId: string; request: FastifyRequest; reply: FastifyReply }): Promise<void> {
    const client = new ClientAnswer(at.reply.raw);
    const opened = await this.door.open(at.request, at.projectId);
    at.reply.hijack();
    if (isFault(opened)) {
      client.refuse(opened);
      return;
    }
    await this.router.answer({ ...opened, client });
  }
}
