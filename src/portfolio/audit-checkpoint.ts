// What one audit writes down so that a later one can tell a cut tail or a history that was rewritten as a whole, which
// no chain can show by itself. It has to be kept where whoever could edit the store cannot reach it. JSON lines: a head,
// a line for each project with the first bytes of every entry's hash, and an end with a digest over the lines before.
import { sha256Hex } from '../kernel/digest.js';

export interface CheckpointLine {
  readonly projectId: string;
  readonly version: number;
  readonly headHash: string;
  /** The first 16 hex digits of each entry's hash, one after the other. */
  readonly hashes: string;
}

export type Checkpoint = ReadonlyMap<string, CheckpointLine>;

const kind = 'openward-audit-checkpoint';
const prefixLength = 16;

/** The beginning of the hash that the checkpoint has for a version; null where it ends before. */
export function knownPrefix(line: CheckpointLine, version: number): string | null {
  return version <= line.version ? line.hashes.slice((version - 1) * prefixLength, version * prefixLength) : null;
}

export function prefixOf(hash: string): string {
  return hash.slice(0, prefixLength);
}

/** @param writtenAtMs milliseconds since the epoch */
export function checkpointText(lines: readonly CheckpointLine[], writtenAtMs: number): string {
  const head = JSON.stringify({ kind, format: 1, writtenAt: new Date(writtenAtMs).toISOString() });
  const body = [head, ...lines.map((line) => JSON.stringify(line))].join('\n');
  return `${body}\n${JSON.stringify({ kind: 'end', projects: lines.length, digest: sha256Hex(body) })}\n`;
}

/** Throws a sentence where the text is not a whole checkpoint. */
export function readCheckpoint(text: string): Checkpoint {
  const lines = text.trimEnd().split('\n');
  const body = lines.slice(0, -1).join('\n');
  const [head, end] = [lines[0], lines[lines.length - 1]].map((line) => JSON.parse(line ?? 'null') as unknown);
  const { kind: found, format } = (head ?? {}) as { kind?: unknown; format?: unknown };
  const { digest } = (end ?? {}) as { digest?: unknown };
  if (found !== kind || format !== 1 || digest !== sha256Hex(body)) {
    throw new Error('the checkpoint is not whole, or not one');
  }
  const kept = lines.slice(1, -1).map((line) => JSON.parse(line) as CheckpointLine);
  return new Map(kept.map((line) => [line.projectId, line]));
}
