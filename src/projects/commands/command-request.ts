// A command as it comes through the door, and what goes back.
import type { Principal } from '../../kernel/principal.js';
import type { CommandName } from '../../lifecycle/commands.js';

export interface CommandOrder {
  readonly name: CommandName;
  readonly principal: Principal;
  readonly requestId: string | null;
  readonly reason: string | null;
  readonly choice: 'migrate' | 'retain' | null;
  readonly gateRunId: string | null;
  readonly evidenceDigest: string | null;
  /** Link or number of the ticket that an override stands on. */
  readonly ticket: string | null;
}

export interface CommandRequest extends CommandOrder {
  readonly projectId: string;
  /** From If-Match; null when it was not sent. */
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
  /** Digest of what was asked: the same key with another digest is refused. */
  readonly requestDigest: string;
}

export interface CommandOutcome {
  readonly status: number;
  /** JSON text: the very bytes that a repeat with the same key gets again. */
  readonly body: string;
  readonly version: number;
  readonly replayed: boolean;
}
