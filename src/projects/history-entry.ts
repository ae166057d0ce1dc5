// The history of a project: one entry per version, each holding the hash of the one before it. SHA-256 over canonical
// JSON; whoever changes, drops, inserts or swaps an entry breaks the chain from there on.

import { canonicalJson } from '../kernel/canonical-json.js';
import { sha256Hex } from '../kernel/digest.js';

export interface HistoryActor {
  readonly person: string;
  readonly role: string;
  readonly tokenId: string | null;
}

/** What happened, as it is hashed. Commands are `project.advance`, happenings `training.succeeded`: noun first. */
export interface HistoryEvent {
  readonly name: string;
  readonly actor: HistoryActor;
  /** Dotted stage paths; equal when the stage did not move. */
  readonly from: string | null;
  readonly to: string;
  readonly traffic: { readonly mode: string; readonly weightPercent: number };
  readonly reason: string | null;
  readonly gateRunId: string | null;
  readonly evidenceDigest: string | null;
  readonly evidenceIds: readonly string[];
  readonly policyDigest: string | null;
  readonly machineVersion: number;
  readonly requestId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** How tightly the project was tied when it was stepped, as was known then; left out: not known, or older than it. */
  readonly lockIn?: { readonly score: number; readonly band: string | null; readonly day: string };
  /** Why it had to leave then; left out: nothing forced. */
  readonly forced?: { readonly shutdownOn: string; readonly daysLeft: number };
}

export interface HistoryEntry {
  readonly projectId: string;
  readonly version: number;
  readonly at: number;
  readonly event: HistoryEvent;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first entry of a chain holds as the hash before it. */
export const genesisHash = '0'.repeat(64);

type Unhashed = Omit<HistoryEntry, 'hash'>;

/** Lower-case hex SHA-256 of the entry without its own hash. */
export function entryHash(entry: Unhashed): string {
  const { projectId, version, at, event, previousHash } = entry;
  return sha256Hex(canonicalJson({ projectId, version, at, event, previousHash }));
}

export function makeEntry(unhashed: Unhashed): HistoryEntry {
  return { ...unhashed, hash: entryHash(unhashed) };
}

export interface ChainFault {
  readonly projectId: string;
  readonly version: number;
  readonly reason: string;
}

/** The first place where the chain does not hold, or null. Hands in the project's entries in order, from the first. */
export class ChainCheck {
  private previous: HistoryEntry | null = null;

  next(entry: HistoryEntry): ChainFault | null {
    const before = this.previous;
    this.previous = entry;
    const fault = (reason: string) => ({ projectId: entry.projectId, version: entry.version, reason });
    if (entry.version !== (before?.version ?? 0) + 1) {
      return fault(`version ${(before?.version ?? 0) + 1} is missing`);
    }
    if (entry.previousHash !== (before?.hash ?? genesisHash)) {
      return fault('the hash of the entry before it does not match');
    }
    if (entryHash(entry) !== entry.hash) {
      return fault('its content does not match its hash');
    }
    const expectedFrom = before?.event.to ?? null;
    return entry.event.from === expectedFrom
      ? null
      : fault(`it starts at ${entry.event.from}, the one before it ended at ${expectedFrom}`);
  }

  /** The hash that the project row must hold as its head. */
  get head(): string {
    return this.previous?.hash ?? genesisHash;
  }
}
