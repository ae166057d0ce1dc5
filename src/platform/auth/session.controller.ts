// Signing in from a browser: the token is handed over once and comes back as a cookie.
import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../kernel/refusal.js';
import { Refused } from '../http/refused.filter.js';
import { Open } from './allow.guard.js';
import { Authenticator, ownTokenId } from './authenticator.service.js';
import { BeginSessionDto } from './session.dto.js';
import { endedSessionCookies, sessionCookies } from './session-cookie.js';

@ApiTags('access')
@Controller('v1/session')
export class SessionController {
  constructor(private readonly authenticator: Authenticator) {}

  @Post()
  @Open()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'beginSession',
    summary: 'Sign a browser in: the token becomes a cookie out of reach of scripts',
  })
  @ApiNoContentResponse({ description: 'Signed in; the cookie is set.' })
  async begin(
    @Body() body: BeginSessionDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const principal = await this.authenticator.authenticate(`Bearer ${body.token}`);
    if (principal === null || principal.tokenId === ownTokenId) {
      throw new Refused(refusal('unauthenticated', 'This token is not valid: it may be mistyped, expired or revoked.'));
    }
    reply.header('set-cookie', sessionCookies(body.token, request.protocol === 'https'));
  }

  @Delete()
  @Open()
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: 'Sign the browser out; the token itself stays valid' })
  @ApiNoContentResponse({ description: 'Signed out.' })
  end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    reply.header('set-cookie', endedSessionCookies(request.protocol === 'https'));
  }
}
