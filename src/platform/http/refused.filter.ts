// The rim where refusals become problem details. A bug becomes a 500 that names the request and nothing else.
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, type Refusal, refusal } from '../../kernel/refusal.js';
import { Log } from '../telemetry/log.client.js';
import { problemTypes } from './problem-types.js';

/** Carries a refusal from a controller to the filter. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.detail);
  }
}

/** The result, or the refusal thrown for the filter to answer. Controllers call this and nothing else. */
export function accepted<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) {
    throw new Refused(result);
  }
  return result as Result;
}

/** The body of a problem, after RFC 9457. `instance` is the request's id, by which the log can be searched. */
export function problemBody(reason: Refusal, requestId: string): Record<string, unknown> {
  const type = problemTypes[reason.code];
  return {
    type: `/problems/${reason.code}`,
    title: type.title,
    status: type.status,
    detail: reason.detail,
    instance: requestId,
    ...(reason.acceptedCommands && { acceptedCommands: reason.acceptedCommands }),
    ...(reason.blockers && { blockers: reason.blockers }),
    ...(reason.fields && { errors: reason.fields }),
    ...(reason.currentVersion !== undefined && { currentVersion: reason.currentVersion }),
  };
}

const byFrameworkStatus: Readonly<Record<number, Refusal['code']>> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  408: 'bad-request',
  413: 'payload-too-large',
  414: 'bad-request',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

const storeTrouble =
  /SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN|CORRUPT)|database or disk is full|disk I\/O|readonly database|ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect|the database system is/i;

/** Whether an error came from a store that does not work now, rather than from a bug. */
export function isStoreTrouble(error: unknown): boolean {
  const text = error instanceof Error ? `${(error as { code?: unknown }).code ?? ''} ${error.message}` : '';
  return storeTrouble.test(text);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) {
    return error.getStatus();
  }
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** What to answer for anything that was thrown; null for a bug. */
export function refusalFor(error: unknown): Refusal | null {
  if (error instanceof Refused) {
    return error.refusal;
  }
  const code = byFrameworkStatus[statusOf(error) ?? 0];
  if (code !== undefined) {
    const words = error instanceof Error ? error.message : 'the request could not be read';
    return refusal(code, code === 'not-found' ? 'There is nothing at this address.' : `${words}.`);
  }
  return isStoreTrouble(error) ? refusal('store-unavailable', 'The store did not take or give the data.') : null;
}

@Catch()
export class RefusedFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) {
      return;
    }
    const reason = refusalFor(error);
    if (reason === null) {
      this.log.error(
        { requestId: request.id, err: error, route: request.routeOptions?.url },
        'request failed by a bug',
      );
    } else if (reason.code === 'store-unavailable') {
      this.log.error({ requestId: request.id, err: error }, 'the store does not work');
    }
    this.answer(reply, reason, request.id);
  }

  private answer(reply: FastifyReply, reason: Refusal | null, requestId: string): void {
    const bug = {
      type: '/problems/internal-error',
      title: 'Something broke on our side',
      status: 500,
      detail: 'The request was not carried out. Quote the instance when you report it.',
      instance: requestId,
    };
    const body = reason === null ? bug : problemBody(reason, requestId);
    if (reason?.code === 'unauthenticated') {
      void reply.header('www-authenticate', 'Bearer realm="openward"');
    }
    if (reason?.code === 'store-unavailable' || reason?.code === 'idempotency-in-progress') {
      void reply.header('retry-after', '1');
    }
    if (reason?.currentVersion !== undefined) {
      void reply.header('etag', `"v${reason.currentVersion}"`);
    }
    void reply
      .status(Number(body.status))
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(body));
  }
}
