// The yardsticks of the polling benchmark: the same bodies behind a bare Fastify route or a bare node:http server, with
// the ETag ready and nothing else. Started by bench-status as a process of its own: <kind> <port> <file of bodies>.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fastify } from 'fastify';

interface Kept {
  readonly etag: string;
  readonly body: string;
  readonly bytes: number;
}

const [kind, port, file = ''] = process.argv.slice(2);
const bodies = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const kept = new Map<string, Kept>(
  Object.entries(bodies).map(([id, body]) => [id, { etag: '"v1"', body, bytes: Buffer.byteLength(body) }]),
);
const contentType = 'application/json; charset=utf-8';
const prefix = '/v1/projects/';
const suffix = '/status';

function serveBare(): void {
  const server = createServer((request, response) => {
    const found = kept.get((request.url ?? '').slice(prefix.length, -suffix.length));
    if (found === undefined) {
      response.writeHead(404).end();
    } else if (request.headers['if-none-match'] === found.etag) {
      response.writeHead(304, { etag: found.etag }).end();
    } else {
      const { etag, body, bytes } = found;
      response.writeHead(200, { etag, 'content-type': contentType, 'content-length': bytes }).end(body);
    }
  });
  server.listen(Number(port), '127.0.0.1');
}

async function serveFastify(): Promise<void> {
  const app = fastify();
  app.get<{ Params: { projectId: string } }>(`${prefix}:projectId${suffix}`, (request, reply) => {
    const found = kept.get(request.params.projectId);
    if (found === undefined) {
      return reply.status(404).send();
    }
    void reply.header('etag', found.etag);
    if (request.headers['if-none-match'] === found.etag) {
      return reply.status(304).send();
    }
    return reply.header('content-type', contentType).send(found.body);
  });
  await app.listen({ port: Number(port), host: '127.0.0.1' });
}

if (kind === 'fastify') {
  await serveFastify();
} else {
  serveBare();
}
