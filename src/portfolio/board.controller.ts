import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Principal } from '../kernel/principal.js';
import { Allow, Caller } from '../platform/auth/allow.guard.js';
import { noneMatch } from '../platform/http/request-headers.js';
import { jsonType, pollHeaders } from '../projects/status/status-headers.js';
import { BoardQueryDto, BoardResponse } from './board.dto.js';
import { Board } from './board.service.js';

const pageDefault = 500;

/** The same question for the page that begins after the given project. */
function nextLink({ stage, owner }: BoardQueryDto, limit: number, afterId: string): string {
  const query = new URLSearchParams({
    ...(stage !== undefined && { stage }),
    ...(owner !== undefined && { owner }),
    page: afterId,
    limit: String(limit),
  });
  return `</v1/status?${query.toString()}>; rel="next"`;
}

@ApiTags('status')
@Controller('v1/status')
export class BoardController {
  constructor(private readonly board: Board) {}

  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'getStatus',
    summary: 'Where all projects stand that the token may see, made to be polled',
    description:
      'Pages of 500 projects, at most 1,000, by id; `Link: rel="next"` and `nextCursor` lead on. Each page has its own ETag: poll it with If-None-Match, or go on from `cursor` at /v1/events.',
  })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of the answer that you hold.' })
  @ApiOkResponse({ type: BoardResponse })
  @ApiResponse({ status: 304, description: 'Nothing has changed since.' })
  async read(
    @Query() query: BoardQueryDto,
    @Headers('if-none-match') known: string | undefined,
    @Caller() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const limit = query.limit ?? pageDefault;
    const { stage = null, owner = null, page: afterId = null } = query;
    const asked = { projects: principal.projects, stage, owner, afterId, limit };
    const tag = await this.board.tag(asked);
    void reply.headers({ ...pollHeaders, etag: tag });
    if (noneMatch(known, tag)) {
      void reply.status(304).send();
      return;
    }
    const page = await this.board.page(asked, tag);
    if (page.nextAfterId !== null) {
      void reply.header('link', nextLink(query, limit, page.nextAfterId));
    }
    void reply.headers({ etag: page.etag, 'content-type': jsonType }).send(page.body);
  }
}
