// Uploaded files are handed on as they arrive: what is read row by row must not be collected first.
import type { FastifyInstance } from 'fastify';

export const importContentTypes = ['text/csv', 'application/x-ndjson', 'application/jsonl'] as const;

/** For these types `request.body` is the stream of the body itself. Call it before the first request. */
export function keepImportBodiesStreaming(fastify: FastifyInstance): void {
  fastify.addContentTypeParser([...importContentTypes], (_request, payload, done) => {
    done(null, payload);
  });
}
