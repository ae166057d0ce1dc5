import { Controller, Get, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '../auth/allow.guard.js';

@ApiTags('operations')
@Controller()
export class FrontDoorController {
  @Get()
  @Open()
  @ApiOperation({ operationId: 'openFrontDoor', summary: 'Leads who opens the printed address to the API reference' })
  @ApiFoundResponse({ description: 'To /docs.' })
  async open(@Res() reply: FastifyReply): Promise<void> {
    await reply.redirect('/docs', 302);
  }
}
