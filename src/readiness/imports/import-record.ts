// One upload of rows: what it was, how far it came, and what became of its rows.
import type { DeclaredSplit } from '../rows/example.js';
import type { FaultCode } from './import-fault.js';
import type { ImportFormat } from './import-reader.js';

export const importStates = ['running', 'done', 'failed'] as const;
/** `failed`: the rows that were read stay; uploading the file again adds the rest. */
export type ImportState = (typeof importStates)[number];

export interface ImportRecord {
  readonly id: string;
  readonly projectId: string;
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly split: DeclaredSplit;
  readonly state: ImportState;
  /** Rows read, blank lines and the header not counted: accepted + rejected + duplicates. */
  readonly total: number;
  /** Rows that were new. */
  readonly accepted: number;
  readonly rejected: number;
  /** Rows that were there already, of this upload or an earlier one. */
  readonly duplicates: number;
  readonly bytes: number;
  /** Hex digest of the whole file; null until it has been read to its end. */
  readonly sha256: string | null;
  /** Why it failed, as a sentence. */
  readonly problem: string | null;
  /** Rejected rows by their first fault. */
  readonly rejectedByCode: Readonly<Partial<Record<FaultCode, number>>>;
  /** Accepted or duplicate rows of which turns after the last answer were dropped. */
  readonly trimmed: number;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}
