// One pool of connections per origin, so that a vendor that hangs uses up nobody's connections but its own.
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { buildConnector, Pool } from 'undici';
import { Configuration } from '../platform/config/configuration.dto.js';
import { guardedConnector } from './guarded-connector.client.js';
import { OutboundRules } from './outbound-rules.js';

/** As Envoy's circuit breakers have it by default. More calls than this wait, within their connect timeout. */
const connectionsPerOriginMax = 1024;
const poolsMax = 256;
const httpsPort = 443;
const httpPort = 80;

@Injectable()
export class UpstreamPools implements OnApplicationShutdown {
  private readonly pools = new Map<string, Pool>();
  private readonly connectTimeoutMs: number;

  constructor(
    @Inject(OutboundRules) private readonly rules: OutboundRules,
    @Inject(Configuration) configuration: Pick<Configuration, 'gateway'>,
  ) {
    this.connectTimeoutMs = configuration.gateway.connectTimeoutMs;
  }

  /** @param isOwn the origin is this process: its loopback address needs no rule. */
  poolFor(url: URL, isOwn: boolean): Pool {
    const key = isOwn ? `own ${url.origin}` : url.origin;
    const known = this.pools.get(key);
    if (known !== undefined) {
      return known;
    }
    this.makeRoom();
    const pool = this.open(url, isOwn);
    this.pools.set(key, pool);
    return pool;
  }

  async onApplicationShutdown(): Promise<void> {
    const open = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(open.map((pool) => pool.destroy()));
  }

  private open(url: URL, isOwn: boolean): Pool {
    const port = url.port === '' ? (url.protocol === 'http:' ? httpPort : httpsPort) : Number(url.port);
    const target = { host: url.hostname, port };
    const timing = { connectTimeoutMs: this.connectTimeoutMs };
    const connect = isOwn
      ? buildConnector({ timeout: timing.connectTimeoutMs })
      : guardedConnector({ rules: this.rules, target, ...timing });
    // Each call brings its own timeouts (upstream-call.client.ts): undici's have a resolution of half a second.
    return new Pool(url.origin, { connect, connections: connectionsPerOriginMax, headersTimeout: 0, bodyTimeout: 0 });
  }

  /** The pool that was opened first is let go when there are too many; calls that run on it end in peace. */
  private makeRoom(): void {
    const oldest = this.pools.size < poolsMax ? undefined : this.pools.entries().next().value;
    if (oldest !== undefined) {
      const [key, pool] = oldest;
      this.pools.delete(key);
      pool.close().catch(() => undefined);
    }
  }
}
