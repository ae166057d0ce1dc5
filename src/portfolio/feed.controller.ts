import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Principal } from '../kernel/principal.js';
import { isRefusal, refusal } from '../kernel/refusal.js';
import { Allow, type AuthenticatedRequest, Caller } from '../platform/auth/allow.guard.js';
import { authorizationOfSession } from '../platform/auth/session-cookie.js';
import { accepted } from '../platform/http/refused.filter.js';
import { Log } from '../platform/telemetry/log.client.js';
import { EventNews } from './event-news.service.js';
import { EventStream } from './event-stream.client.js';
import { FeedQueryDto, FeedResponse, StreamQueryDto, toFeedResponse } from './feed.dto.js';
import { Feed } from './feed.service.js';
import { OpenStreams } from './open-streams.service.js';
import { preferredWaitSeconds } from './prefer-wait.js';

const pageDefault = 100;
const retryMs = 5000;
const retryAfterSeconds = '5';

@ApiTags('events')
@Controller('v1/events')
export class FeedController {
  constructor(
    private readonly feed: Feed,
    private readonly news: EventNews,
    private readonly streams: OpenStreams,
    private readonly log: Log,
  ) {}

  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'listEvents',
    summary: 'What happened to the projects that the token may see, in one order, from a cursor on',
    description:
      'Read the snapshot at /v1/status, then go on from its `cursor`. Events are kept for `feed.retentionDays`; an older cursor gets 410. `Prefer: wait=30` holds an empty page back until something happens, for at most 60 seconds.',
  })
  @ApiHeader({ name: 'Prefer', required: false, description: 'wait=N: hold an empty page back for up to N seconds.' })
  @ApiOkResponse({ type: FeedResponse })
  async list(
    @Query() query: FeedQueryDto,
    @Headers('prefer') prefer: string | undefined,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedResponse> {
    const limit = query.limit ?? pageDefault;
    const asked = { principal, cursor: query.after ?? null, limit };
    const seconds = preferredWaitSeconds(prefer);
    void reply.header('cache-control', 'no-store');
    const page = accepted(
      seconds === 0 ? await this.feed.page(asked) : await this.feed.pageWithin(asked, patience(seconds, reply)),
    );
    if (seconds > 0) {
      void reply.header('preference-applied', `wait=${seconds}`);
    }
    if (page.hasMore) {
      void reply.header('link', `</v1/events?after=${page.nextCursor}&limit=${limit}>; rel="next"`);
    }
    return toFeedResponse(page);
  }

  @Get('stream')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'streamEvents',
    summary: 'The same events as server-sent events, as they happen',
    description:
      'The `id` of each event is its cursor: come back with it as Last-Event-ID, or as `after` where headers cannot be set. Without either the stream begins now. An event may be sent twice around a reconnection; its `data.id` tells.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last event that was read.' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'A stream that stays open.', schema: { type: 'string' } })
  async stream(
    @Query() query: StreamQueryDto,
    @Headers('last-event-id') lastId: string | undefined,
    @Caller() principal: Principal,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (this.news.isEnded) {
      accepted(refusal('shutting-down', 'The service is stopping; the stream can be opened again in a moment.'));
    }
    const cursor = lastId !== undefined && lastId !== '' ? lastId : (query.after ?? null);
    const position = accepted(await this.feed.resume(principal, cursor));
    // A browser's stream came by cookie: without it the token would look revoked, and the stream would be ended at once.
    const authorization = request.headers.authorization ?? authorizationOfSession(request.headers) ?? '';
    const stream = new EventStream(reply.raw, { principal, authorization, position, retryMs });
    const added = this.streams.add(stream);
    if (isRefusal(added)) {
      void reply.header('retry-after', retryAfterSeconds);
    }
    accepted(added);
    this.serve(stream, reply);
  }

  private serve(stream: EventStream, reply: FastifyReply): void {
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream
      .run(this.news)
      .catch((error: unknown) => this.log.warn({ err: error }, 'an event stream ended: the feed could not be read'))
      .finally(() => {
        stream.end();
        this.streams.remove(stream);
      });
  }
}

/** How long to wait, and a signal for when the caller has hung up. */
function patience(seconds: number, reply: FastifyReply) {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return { waitMs: seconds * 1000, gone: gone.signal };
}
