// The short way for the request that comes most: a poll of a status by a token that may see it. It is answered on the
// bare server, before routing, with the headers of the long way; whatever is not exactly this, and whatever goes wrong,
// is left to the route, which decides everything else.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { maySee, type Principal } from '../kernel/principal.js';
import { Authenticator } from '../platform/auth/authenticator.service.js';
import { noneMatch } from '../platform/http/request-headers.js';
import { requestIdOf } from '../platform/http/watch-requests.hook.js';
import type { ReadyStatus } from './status/status-cache.js';
import { StatusDesk } from './status/status-desk.service.js';
import { changedHeaders, flatHeaders, unchangedHeaders } from './status/status-headers.js';

const before = '/v1/projects/';
const after = '/status';
const idLength = 'prj_'.length + 26;
const urlLength = before.length + idLength + after.length;

/** Fastify's own settings for the servers that it makes itself. */
const keepAliveTimeoutMs = 72_000;

const fixedChanged = flatHeaders(changedHeaders);
const fixedUnchanged = flatHeaders(unchangedHeaders);

/** Random once for each process and counted from there: drawing every id would cost as much as the rest of the door. */
const idStart = `req_${randomBytes(8).toString('hex')}`;
let idsGiven = 0;

function quickId(): string {
  idsGiven = (idsGiven + 1) % 0x1_0000_0000;
  return `${idStart}${idsGiven.toString(16).padStart(8, '0')}`;
}

const sweepEveryMs = 50;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Behind {
  readonly authenticator: Authenticator;
  readonly desk: StatusDesk;
}

export class StatusDoor {
  private behind: Behind | null = null;
  private readonly lookUps = new Map<string, Promise<Principal | null>>();

  /** For Fastify's `serverFactory`: a server whose requests pass this door first. */
  server(handler: Handler): Server {
    const server = createServer((request, response) => {
      if (!this.handle(request, response, handler)) {
        handler(request, response);
      }
    });
    server.keepAliveTimeout = keepAliveTimeoutMs;
    sweepWhileClosing(server);
    return server;
  }

  /** Until this is called everything takes the long way. */
  open(app: Pick<NestFastifyApplication, 'get'>): void {
    this.behind = {
      authenticator: app.get(Authenticator, { strict: false }),
      desk: app.get(StatusDesk, { strict: false }),
    };
  }

  /** False when the request was left alone. */
  handle(request: IncomingMessage, response: ServerResponse, longWay: Handler): boolean {
    const url = request.url ?? '';
    if (url.length !== urlLength || request.method !== 'GET' || !url.startsWith(before) || !url.endsWith(after)) {
      return false;
    }
    const { headers } = request;
    if (this.behind?.desk.isOpen !== true || headers.authorization === undefined || hasBody(headers)) {
      return false;
    }
    const projectId = url.slice(before.length, before.length + idLength);
    const principal = this.behind.authenticator.recall(headers.authorization);
    const status = principal !== null && maySee(principal, projectId) ? this.behind.desk.recall(projectId) : undefined;
    if (status !== undefined) {
      this.behind.desk.count(answer(request, response, status));
      return true;
    }
    this.look(this.behind, headers.authorization, projectId).then(
      (found) =>
        found === null ? longWay(request, response) : this.behind?.desk.count(answer(request, response, found)),
      () => longWay(request, response),
    );
    return true;
  }

  /** The status for the bearer of the token, or null where the long way has to say why not. */
  private async look(behind: Behind, authorization: string, projectId: string): Promise<ReadyStatus | null> {
    const principal = await this.principal(behind, authorization);
    return principal !== null && maySee(principal, projectId) ? behind.desk.read(projectId) : null;
  }

  /** Polls that come while their token is being looked up share the look-up. */
  private principal({ authenticator }: Behind, authorization: string): Promise<Principal | null> {
    const running = this.lookUps.get(authorization);
    if (running !== undefined) {
      return running;
    }
    const started = authenticator.authenticate(authorization).finally(() => this.lookUps.delete(authorization));
    this.lookUps.set(authorization, started);
    return started;
  }
}

/**
 * What else would hold a stop up: connections whose last answer went out while the server was closing, and connections
 * over which nothing has been asked yet, such as browsers open in advance.
 */
function sweepWhileClosing(server: Server): void {
  const connections = new Set<Socket>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const sweep = () => {
    server.closeIdleConnections();
    for (const socket of connections) {
      if (socket.bytesRead === 0) {
        socket.destroy();
      }
    }
  };
  const close = server.close.bind(server);
  server.close = (done) => {
    const timer = setInterval(sweep, sweepEveryMs);
    server.once('close', () => clearInterval(timer));
    return close(done);
  };
}

/** Sends it; true when the caller holds it already. */
function answer(request: IncomingMessage, response: ServerResponse, status: ReadyStatus): boolean {
  const { headers } = request;
  const id = headers['x-request-id'] === undefined ? quickId() : requestIdOf(request);
  const own = ['x-request-id', id, 'etag', status.etag];
  const unchanged = noneMatch(headers['if-none-match'], status.etag);
  if (unchanged) {
    response.writeHead(304, [...fixedUnchanged, ...own]).end();
  } else {
    response.writeHead(200, [...fixedChanged, ...own, 'content-length', String(status.bytes)]).end(status.body);
  }
  return unchanged;
}

/** A body would have to be read off the connection first; a poll has none. */
function hasBody(headers: IncomingMessage['headers']): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}
