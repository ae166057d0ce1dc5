// Uploaded files are handed on as they arrive: what is read row by row must not be collected first. The parser is picked
// by content type, and JSON is also what other routes take: uploads get a type of their own until they are read.
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

const privateType = 'application/vnd.openward.upload';
const uploadUrl = /^\/v1\/projects\/[^/?]+\/imports\/?(\?|$)/;

const clientTypes = new WeakMap<IncomingMessage, string>();

/** The content type that the client sent; empty when it sent none. */
export function uploadContentType(request: IncomingMessage): string {
  return clientTypes.get(request) ?? request.headers['content-type'] ?? '';
}

/** For uploads `request.body` is the stream of the body itself. Call it before the first request. */
export function keepImportBodiesStreaming(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request;
    if (raw.method === 'POST' && uploadUrl.test(request.url)) {
      clientTypes.set(raw, raw.headers['content-type'] ?? '');
      raw.headers['content-type'] = privateType;
    }
    done();
  });
  fastify.addContentTypeParser(privateType, (_request, payload, done) => {
    done(null, payload);
  });
}
