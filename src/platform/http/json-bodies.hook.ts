// JSON bodies, and the absence of one: many clients name the content type although they send nothing, and a command that
// needs no body should not be refused for it. Keys that would reach a prototype are faults.
import type { FastifyInstance } from 'fastify';

/** Call once on the root instance; the application brings no parser of its own. */
export function takeJsonBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    void parse(request, body.toString(), done);
  });
}
