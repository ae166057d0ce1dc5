// Serves the built page: its files under /assets for ever (their names hold a digest), the page itself at every address
// that a browser asks for and nobody else answers. Each page gets a nonce of its own, for the styles that widgets set.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const builtPage = fileURLToPath(new URL('./web', import.meta.url));

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.css', '.js', '.svg']);

interface PageFile {
  readonly mediaType: string;
  readonly content: Buffer;
  readonly gzipped: Buffer | null;
  readonly isForEver: boolean;
}

/** What the machine answers itself, browser or not. */
const ownRoots = new Set(['v1', 'p', 'candidates', 'docs', 'openapi.json', 'health', 'metrics', 'problems', 'assets']);

/** The page's files are read once, when the service starts: some hundred kilobytes. */
export function servePage(fastify: Pick<FastifyInstance, 'addHook'>, folder: string = builtPage): void {
  const files = filesUnder(folder);
  const page = files.get('/index.html')?.content.toString('utf8') ?? null;
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return;
    }
    const path = request.url.split('?')[0] ?? '/';
    const file = path === '/index.html' ? undefined : files.get(path);
    if (file !== undefined) {
      return sendFile(request, reply, file);
    }
    if (page !== null && wantsPage(request, path)) {
      return sendPage(reply, page);
    }
  });
}

function filesUnder(folder: string): ReadonlyMap<string, PageFile> {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    // Started from sources in a test: the service works, the page is not there.
    return new Map();
  }
  return new Map(
    names.map((name): [string, PageFile] => {
      const content = readFileSync(name);
      const path = name.slice(folder.length).replaceAll('\\', '/');
      const extension = extname(name);
      return [
        path,
        {
          mediaType: mediaTypes[extension] ?? 'application/octet-stream',
          content,
          gzipped: compressible.has(extension) ? gzipSync(content, { level: 9 }) : null,
          isForEver: path.startsWith('/assets/'),
        },
      ];
    }),
  );
}

function wantsPage(request: FastifyRequest, path: string): boolean {
  const root = path.split('/')[1] ?? '';
  return !ownRoots.has(root) && (request.headers.accept ?? '').includes('text/html');
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: PageFile): Promise<FastifyReply> {
  const takesGzip = file.gzipped !== null && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  reply
    .header('content-type', file.mediaType)
    .header('vary', 'accept-encoding')
    .header('cache-control', file.isForEver ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
  if (takesGzip) {
    reply.header('content-encoding', 'gzip');
  }
  return reply.send(takesGzip ? file.gzipped : file.content);
}

async function sendPage(reply: FastifyReply, page: string): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy)
    .send(page.replaceAll('__NONCE__', nonce));
}
