// Openward as its own vendor: candidates that it trained are served by this very process, so a call to them goes to the
// process's own door with a token that nobody else knows and that dies with the process.

export abstract class OwnAddress {
  /** `http://<host>:<port>`; null until the process listens. */
  abstract baseUrl(): string | null;
  /** Accepted on `/candidates/*` only. */
  abstract internalToken(): string;
  /** Called once, when the process listens. @param host loopback unless the process listens on one address alone */
  abstract set(port: number, host?: string): void;
}
