// Documents for the catalogue come whole, as text whose numbers must not be read as floats, and are larger than a command:
// they are handed on as a stream and read up to a limit of their own.
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type Refusal, refusal } from '../../kernel/refusal.js';

const privateType = 'application/vnd.openward.catalog';
const uploadUrl = /^\/v1\/catalog\/refreshes\/?(\?|$)/;
/** Several times what the public files have. */
const documentBytesMax = 32 * 1024 * 1024;

/** For these uploads `request.body` is the stream of the body itself. Call it before the first request. */
export function keepCatalogBodiesStreaming(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.raw.method === 'POST' && uploadUrl.test(request.url)) {
      request.raw.headers['content-type'] = privateType;
    }
    done();
  });
  fastify.addContentTypeParser(privateType, (_request, payload, done) => {
    done(null, payload);
  });
}

/** The whole text. Refuses with `payload-too-large` as soon as there is too much, and with `bad-request` what is no UTF-8. */
export async function documentOf(body: IncomingMessage, bytesMax = documentBytesMax): Promise<string | Refusal> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += (piece as Buffer).length;
    if (bytes > bytesMax) {
      return refusal('payload-too-large', `The document is larger than ${bytesMax} bytes.`);
    }
    pieces.push(piece as Buffer);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    return refusal('bad-request', 'The document is no UTF-8 text.');
  }
}
