import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Principal } from '../../kernel/principal.js';
import { accepted } from '../http/refused.filter.js';
import { Allow, Caller } from './allow.guard.js';
import {
  CallerResponse,
  CreatedTokenResponse,
  CreateTokenRequest,
  TokenListResponse,
  toTokenResponse,
} from './tokens.dto.js';
import { TokensService } from './tokens.service.js';

@ApiTags('access')
@Controller('v1')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get('me')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'getCaller', summary: 'Who the token speaks for' })
  @ApiOkResponse({ type: CallerResponse })
  caller(@Caller() caller: Principal): CallerResponse {
    return {
      person: caller.person,
      role: caller.role,
      projects: caller.projects === 'all' ? null : [...caller.projects],
    };
  }

  @Get('tokens')
  @Allow('admin')
  @ApiOperation({ operationId: 'listTokens', summary: 'All tokens, without their secrets' })
  @ApiOkResponse({ type: TokenListResponse })
  async list(): Promise<TokenListResponse> {
    return { tokens: (await this.tokens.list()).map(toTokenResponse) };
  }

  @Post('tokens')
  @Allow('admin')
  @ApiOperation({ operationId: 'createToken', summary: 'Make a token for a person or a machine' })
  @ApiCreatedResponse({ type: CreatedTokenResponse })
  async create(@Body() body: CreateTokenRequest, @Caller() caller: Principal): Promise<CreatedTokenResponse> {
    const wanted = {
      name: body.name,
      person: body.person,
      role: body.role,
      projects: body.projects ?? ('all' as const),
      expiresInDays: body.expiresInDays ?? null,
    };
    const made = await this.tokens.create(wanted, caller.person);
    return { ...toTokenResponse(made.token), token: made.text };
  }

  @Delete('tokens/:tokenId')
  @HttpCode(204)
  @Allow('admin')
  @ApiOperation({ operationId: 'revokeToken', summary: 'Revoke a token; it stops working within a second everywhere' })
  @ApiNoContentResponse()
  async revoke(@Param('tokenId') tokenId: string, @Caller() caller: Principal): Promise<void> {
    accepted(await this.tokens.revoke(tokenId, caller));
  }
}
