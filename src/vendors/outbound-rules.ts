// Where may this service connect to? Public addresses over https, and what the operator has listed by host and port.
// Everything else (loopback, private, link-local, metadata, tunnels to them) is refused, whoever asks.
import type { FieldFault } from '../kernel/refusal.js';

export interface OutboundTarget {
  /** Host as the URL parser normalises it, without brackets. */
  readonly host: string;
  readonly port: number;
}

export abstract class OutboundRules {
  /**
   * The base URL in its one normal form, without a slash at its end, or what is wrong with it. Literal addresses are
   * judged here; names are judged by every address they resolve to, each time a socket is opened.
   */
  abstract checkBaseUrl(text: string): string | FieldFault;
  /** Whether a socket to this address may be opened on behalf of the target. Answers false for what is no address. */
  abstract mayConnect(address: string, target: OutboundTarget): boolean;
  /** Whether the target may be spoken to without TLS. */
  abstract mayBePlain(target: OutboundTarget): boolean;
}
