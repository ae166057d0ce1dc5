// What an audit walks over: project by project, the entries in order and then what the project says of itself.
import type { HistoryEntry } from '../projects/history-entry.js';

export interface AuditedEntry {
  readonly kind: 'entry';
  readonly entry: HistoryEntry;
  /** What the store holds beside the entry, to be searched by. */
  readonly columns: { readonly actor: string; readonly name: string; readonly epoch: number };
}

export interface AuditedHead {
  readonly kind: 'head';
  readonly projectId: string;
  readonly version: number;
  readonly headHash: string;
  readonly stage: string;
}

/** Something that should be there or could not be read. */
export interface AuditedGap {
  readonly kind: 'gap';
  readonly projectId: string;
  readonly version: number;
  readonly reason: string;
}

export type AuditRecord = AuditedEntry | AuditedHead | AuditedGap;
