// A vendor on the loopback that misbehaves as the path asks it to, and our own way out in front of it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiKeys } from '../../src/vendors/api-keys.client.js';
import { ProcessOwnAddress } from '../../src/vendors/openward/own-address.client.js';
import { ConfiguredOutboundRules } from '../../src/vendors/outbound-rules.client.js';
import { UpstreamPools } from '../../src/vendors/upstream-pools.client.js';
import { HttpUpstreams } from '../../src/vendors/upstreams.client.js';
import type { Vendor } from '../../src/vendors/vendor.js';
import { aVendor } from '../builders/a-vendor.js';
import { FakeClock } from '../fakes/clock.fake.js';
import { FakeVendorStore } from '../fakes/vendor-store.fake.js';

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Behaviour = (response: ServerResponse, seen: SeenRequest, nth: number) => void;

const behaviours: Readonly<Record<string, Behaviour>> = {
  '/ok': (response) => response.writeHead(200, { 'x-request-id': 'r1', 'set-cookie': ['a=1', 'b=2'] }).end('fine'),
  '/empty': (response) => response.writeHead(204).end(),
  '/hang': () => undefined,
  '/head-then-hang': (response) => response.writeHead(200).flushHeaders(),
  '/hang-midway': (response) => response.writeHead(200).write('begin'),
  '/cut-midway': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('begin', () => response.destroy());
  },
  '/reset': (response) => response.socket?.resetAndDestroy(),
  '/nonsense': (response) => response.socket?.end('this is no HTTP\r\n\r\n'),
  '/later': (response) => response.writeHead(429, { 'retry-after': '7', 'retry-after-ms': '7000' }).end('{"error":{}}'),
  '/away': (response, seen) => response.writeHead(302, { location: `http://${seen.headers.host}/ok` }).end(),
  '/drip': (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('.'), 40);
    response.on('close', () => clearInterval(timer));
  },
};

const chunk = Buffer.alloc(64 * 1024, 'x');
const gateway = {
  connectTimeoutMs: 300,
  firstByteTimeoutMs: 300,
  candidateFirstByteTimeoutMs: 300,
  idleTimeoutMs: 200,
  totalTimeoutMs: 1500,
  captureQueueMax: 1,
  captureBodyBytesMax: 1024,
  shadowTimeoutMs: 100,
  shadowConcurrencyMax: 1,
};

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) {
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString();
}

export interface WayOut {
  /** Targets that the operator has listed. */
  readonly allowed?: readonly string[];
  readonly vendors?: readonly Vendor[];
}

export class FaultyVendor {
  readonly timeouts = gateway;
  readonly seen: SeenRequest[] = [];
  /** Answers that have ended, well or not. */
  closed = 0;
  /** Bytes that `/flood` has handed to its socket. */
  poured = 0;
  /** What `/chat/completions` does. */
  chat: Behaviour = (response) => response.writeHead(500).end();
  readonly own = new ProcessOwnAddress();
  private readonly pools: UpstreamPools[] = [];

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {
    server.on('request', (request, response) => void this.answer(request, response));
  }

  static async start(): Promise<FaultyVendor> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new FaultyVendor(server, (server.address() as AddressInfo).port);
  }

  async stop(): Promise<void> {
    await Promise.all(this.pools.map((pools) => pools.onApplicationShutdown()));
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** This vendor, as `acme` in the store. */
  vendor(): Vendor {
    return aVendor({ baseUrl: `http://127.0.0.1:${this.port}/v1` });
  }

  /** The real way out. Unless told otherwise it knows this vendor and may reach it. */
  wayOut({ allowed = [`127.0.0.1:${this.port}`], vendors = [this.vendor()] }: WayOut = {}): HttpUpstreams {
    const configuration = { outbound: { allowedPrivateTargets: allowed }, dataDirectory: '/nowhere/openward', gateway };
    const rules = new ConfiguredOutboundRules(configuration);
    const pools = new UpstreamPools(rules, configuration);
    this.pools.push(pools);
    const keys = new ApiKeys(new FakeClock(), configuration);
    return new HttpUpstreams(new FakeVendorStore(vendors), rules, this.own, keys, pools, configuration);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    response.on('close', () => {
      this.closed += 1;
    });
    const path = request.url ?? '';
    const seen = { path, headers: request.headers, body: await readBody(request) };
    this.seen.push(seen);
    const name = path.replace('/v1', '').replace(/\?.*/, '');
    if (name === '/flood') {
      this.flood(response);
    } else if (name.endsWith('/chat/completions')) {
      this.chat(response, seen, this.seen.length);
    } else {
      behaviours[name]?.(response, seen, this.seen.length);
    }
  }

  /** As much as the other side takes, without end. */
  private flood(response: ServerResponse): void {
    response.writeHead(200);
    const pour = (): void => {
      let takesMore = true;
      while (takesMore && !response.destroyed) {
        takesMore = response.write(chunk);
        this.poured += chunk.length;
      }
      response.once('drain', pour);
    };
    pour();
  }
}
