// One log line and one count per request; the request's id is taken over from the caller when it is a sane one.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../telemetry/log.client.js';
import { Metrics } from '../telemetry/metrics.client.js';

const saneId = /^[A-Za-z0-9._:-]{8,128}$/;

export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const brought = request.headers['x-request-id'];
  return typeof brought === 'string' && saneId.test(brought) ? brought : `req_${randomBytes(12).toString('hex')}`;
}

export function watchRequests(fastify: FastifyInstance, { log, metrics }: { log: Log; metrics: Metrics }): void {
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.httpRequests.inc({ route, code_class: Metrics.codeClass(reply.statusCode) });
    const fields = {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      latencyMs: Math.round(reply.elapsedTime * 10) / 10,
    };
    log.info(fields, 'request answered');
    done();
  });
}
