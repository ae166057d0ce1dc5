// Refusals on the gateway's routes in the dialect of its clients: whoever speaks to the gateway reads OpenAI's errors,
// not problem details.
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../kernel/refusal.js';
import { problemTypes } from '../platform/http/problem-types.js';
import { refusalFor } from '../platform/http/refused.filter.js';
import { type GatewayFault, openAiErrorBody } from './dialect/openai-error.js';
import { GatewaySignals } from './gateway-signals.js';

const serverErrorMin = 500;

function typeFor(status: number): GatewayFault['type'] {
  if (status === 401) {
    return 'authentication_error';
  }
  if (status === 403) {
    return 'permission_error';
  }
  return status >= serverErrorMin ? 'api_error' : 'invalid_request_error';
}

function faultFor(reason: Refusal | null, requestId: string): { status: number; body: string } {
  const status = reason === null ? 500 : problemTypes[reason.code].status;
  const message = reason?.detail ?? `Something broke on our side. Quote ${requestId} when you report it.`;
  const code = (reason?.code ?? 'internal-error').replaceAll('-', '_');
  return { status, body: openAiErrorBody({ status, type: typeFor(status), code, message, param: null }) };
}

@Catch()
export class GatewayErrorFilter implements ExceptionFilter {
  constructor(@Inject(GatewaySignals) private readonly signals: GatewaySignals) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    if (reply.raw.destroyed) {
      // The client left while its body was read: nobody is there to be told, and nothing is wrong.
      return;
    }
    const reason = refusalFor(error);
    if (reason === null || reason.code === 'store-unavailable') {
      this.signals.troubled(error, 'a gateway call could not be carried out');
    }
    if (reply.raw.headersSent) {
      // Something went out already: a cut answer must not look like a whole one.
      reply.raw.destroy();
      return;
    }
    const { status, body } = faultFor(reason, request.id);
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    if (reply.sent) {
      reply.raw.writeHead(status, headers).end(body);
    } else {
      void reply.status(status).headers(headers).send(body);
    }
  }
}
