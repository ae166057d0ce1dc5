// A name server that lies is played by `resolveName`; a canary listens where nobody may connect and counts who does.
import type { LookupAddress } from 'node:dns';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { buildConnector } from 'undici';
import { guardedConnector } from './guarded-connector.client.js';
import { ConfiguredOutboundRules } from './outbound-rules.client.js';

let canary: Server;
let port: number;
let visits: number;

beforeEach(async () => {
  visits = 0;
  canary = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => canary.listen(0, '127.0.0.1', listening));
  ({ port } = canary.address() as AddressInfo);
});

afterEach(() => new Promise((closed) => canary.close(closed)));

interface Attempt {
  readonly host: string;
  readonly protocol?: 'https:' | 'http:';
  readonly allowed?: readonly string[];
  /** What the name resolves to, one answer for each time it is asked for. */
  readonly answers?: string[][];
}

function connectorFor({ host, allowed = [], answers = [] }: Attempt): buildConnector.connector {
  return guardedConnector({
    rules: new ConfiguredOutboundRules({ outbound: { allowedPrivateTargets: [...allowed] } }),
    target: { host, port },
    connectTimeoutMs: 1000,
    resolveName: (_name, _options, done) => {
      const addresses = (answers.shift() ?? []).map((address): LookupAddress => {
        return { address, family: address.includes(':') ? 6 : 4 };
      });
      done(null, addresses);
    },
  });
}

function connect(connector: buildConnector.connector, { host, protocol = 'https:' }: Attempt): Promise<string> {
  return new Promise((done) => {
    connector({ hostname: host, host, protocol, port: String(port) }, (error, socket) => {
      socket?.destroy();
      done(error === null ? 'connected' : String((error as { code?: unknown }).code));
    });
  });
}

const attempt = (parts: Attempt): Promise<string> => connect(connectorFor(parts), parts);

describe('the guarded connector', () => {
  it.each(['127.0.0.1', '::1', '169.254.169.254', '10.0.0.1'])('does not try the literal %s', async (host) => {
    expect(await attempt({ host })).toBe('ADDRESS_NOT_ALLOWED');
    expect(visits).toBe(0);
  });

  it('does not connect when a name resolves to a private address', async () => {
    expect(await attempt({ host: 'evil.acme.test', answers: [['127.0.0.1']] })).toBe('ADDRESS_NOT_ALLOWED');
    expect(visits).toBe(0);
  });

  it('does not connect when one of many addresses is private, wherever it stands', async () => {
    const answers = [['8.8.8.8', '2606:4700::1111', '127.0.0.1']];
    expect(await attempt({ host: 'evil.acme.test', answers })).toBe('ADDRESS_NOT_ALLOWED');
    expect(visits).toBe(0);
  });

  it('judges a name anew for each socket: an answer that turns private is refused', async () => {
    const allowed = [`127.0.0.1:${port}`, `turncoat.acme.test:1`];
    const turncoat: Attempt = { host: 'turncoat.acme.test', allowed, answers: [['127.0.0.1'], ['127.0.0.2']] };
    const connector = connectorFor(turncoat);
    // The first address is listed: it is connected to, and only the TLS greeting fails.
    expect(await connect(connector, turncoat)).not.toBe('ADDRESS_NOT_ALLOWED');
    expect(visits).toBe(1);
    expect(await connect(connector, turncoat)).toBe('ADDRESS_NOT_ALLOWED');
    expect(visits).toBe(1);
  });

  it('speaks no plain http to a target that is not listed', async () => {
    const answers = [['8.8.8.8']];
    expect(await attempt({ host: 'api.acme.test', protocol: 'http:', answers })).toBe('ADDRESS_NOT_ALLOWED');
  });

  it('says what a name without an address is', async () => {
    expect(await attempt({ host: 'nowhere.acme.test', answers: [[]] })).toBe('ADDRESS_NOT_ALLOWED');
  });

  it('connects to a private address that the operator has listed', async () => {
    const host = 'vllm.internal';
    const listed: Attempt = { host, protocol: 'http:', allowed: [`${host}:${port}`], answers: [['127.0.0.1']] };
    expect(await attempt(listed)).toBe('connected');
  });
});
