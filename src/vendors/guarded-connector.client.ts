// Opens sockets only to addresses that the outbound rules allow. The check sits inside the connector: every address that
// a name resolves to is judged, the judged ones are what is connected to, and each new socket is judged anew. A name that
// resolves to a public address now and to a private one a moment later gains nothing.
import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { OutboundRules, OutboundTarget } from './outbound-rules.js';

/** Nothing was sent and no connection was tried: the rules forbid it. */
export class ForbiddenAddressError extends Error {
  readonly code = 'ADDRESS_NOT_ALLOWED';
}

export type ResolveName = (
  name: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface ConnectorGuard {
  readonly rules: OutboundRules;
  /** The one host and port that the sockets are for. */
  readonly target: OutboundTarget;
  readonly connectTimeoutMs: number;
  /** How names become addresses; the system's way unless told otherwise. */
  readonly resolveName?: ResolveName;
}

function guardedLookup({ rules, target, resolveName = systemLookup }: ConnectorGuard): LookupFunction {
  return (name, options, done) => {
    resolveName(name, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null || first === undefined) {
        done(error ?? new ForbiddenAddressError(`${name} has no address`), []);
      } else if (!addresses.every(({ address }) => rules.mayConnect(address, target))) {
        done(new ForbiddenAddressError(`${name} resolves to an address that is not allowed`), []);
      } else if (options.all === true) {
        done(null, addresses);
      } else {
        done(null, first.address, first.family);
      }
    });
  };
}

/** A connector for one target. Refuses with `ForbiddenAddressError`, without trying, what the rules forbid. */
export function guardedConnector(guard: ConnectorGuard): buildConnector.connector {
  const { rules, target, connectTimeoutMs } = guard;
  const open = buildConnector({ timeout: connectTimeoutMs, lookup: guardedLookup(guard) });
  return (options, callback) => {
    if (options.protocol !== 'https:' && !rules.mayBePlain(target)) {
      callback(new ForbiddenAddressError('plain http is not allowed to this target'), null);
    } else if (isIP(options.hostname) !== 0 && !rules.mayConnect(options.hostname, target)) {
      callback(new ForbiddenAddressError('this address is not allowed'), null);
    } else {
      open(options, callback);
    }
  };
}
