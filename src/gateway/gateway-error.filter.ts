// Refusals on the gateway's routes in the dialect of its clients: whoever speaks to the gateway reads OpenAI's errors,
// not problem details.
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
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

@Catch()
export class GatewayErrorFilter implements ExceptionFilter {
  constructor(@Inject(GatewaySignals) private readonly signals: GatewaySignals) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const reason = refusalFor(error);
    if (reason === null || reason.code === 'store-unavailable') {
      this.signals.troubled(error, 'a gateway call could not be carried out');
    }
    if (reply.sent || reply.raw.headersSent) {
      // Something went out already: a cut answer must not look like a whole one.
      request.raw.destroy();
      return;
    }
    const status = reason === null ? 500 : problemTypes[reason.code].status;
    const message =
      reason === null ? `Something broke on our side. Quote ${request.id} when you report it.` : reason.detail;
    const code = (reason?.code ?? 'internal-error').replaceAll('-', '_');
    const body = openAiErrorBody({ status, type: typeFor(status), code, message, param: null });
    void reply.status(status).header('content-type', 'application/json; charset=utf-8').send(body);
  }
}
