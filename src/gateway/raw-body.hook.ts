// Keeps the bodies of gateway calls unread until the gateway reads them itself, as bytes: no parser may touch them, and
// nobody's megabytes are collected before it is known who sends them. Fastify picks its parser by content type, so calls
// below /p/ are given a private one; the client's own is put back before anything is forwarded.
import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const privateType = 'application/vnd.openward.unread';
const gatewayPrefix = '/p/';

/** When a gateway call came in, in `performance.now()` milliseconds: before it was known who calls. */
const startedAt = new WeakMap<IncomingMessage, number>();

/** Falls back to now for calls that did not pass the hook. */
export function receivedAt(request: IncomingMessage): number {
  return startedAt.get(request) ?? performance.now();
}

/** A body that has not been read. */
export class UnreadBody {
  constructor(
    private readonly stream: Readable,
    private readonly bytesMax: number,
  ) {}

  /**
   * All of it, or null when it is longer than allowed. What is too much is still taken in and thrown away: a client that
   * is cut off while it sends never reads why. Rejects when the client leaves in the middle.
   */
  read(): Promise<Buffer | null> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    return new Promise((resolve, reject) => {
      this.stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= this.bytesMax) {
          chunks.push(chunk);
        } else {
          chunks.length = 0;
          resolve(null);
        }
      });
      this.stream.once('end', () => resolve(Buffer.concat(chunks)));
      this.stream.once('error', reject);
    });
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

const clientTypes = new WeakMap<IncomingMessage, string | undefined>();

/** The content type that the client sent. */
export function clientContentType(request: IncomingMessage): string | undefined {
  return clientTypes.has(request) ? clientTypes.get(request) : request.headers['content-type'];
}

/**
 * Call once, on the root instance, before the routes are registered.
 * @param limitBytes longest body of a gateway call
 */
export function keepGatewayBodiesRaw(fastify: FastifyInstance, limitBytes: number): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.url.startsWith(gatewayPrefix)) {
      const { raw } = request;
      startedAt.set(raw, performance.now());
      clientTypes.set(raw, raw.headers['content-type']);
      if (hasBody(raw)) {
        raw.headers['content-type'] = privateType;
      } else {
        delete raw.headers['content-type'];
      }
    }
    done();
  });
  fastify.addContentTypeParser(privateType, (_request: FastifyRequest, payload, done) => {
    done(null, new UnreadBody(payload, limitBytes));
  });
}
