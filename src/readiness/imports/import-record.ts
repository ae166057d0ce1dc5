// One upload of rows: what it was, how far it came, and what became of its rows.
import type { ImageTally } from '../images/image-tally.js';
import type { DeclaredSplit } from '../rows/example.js';
import type { FileFacts } from './file-facts.js';
import type { FaultCode } from './import-fault.js';
import type { RightsDeclaration } from './rights-declaration.js';

export const importStates = ['running', 'done', 'failed'] as const;
/** `failed`: the rows that were read stay; uploading the file again adds the rest. */
export type ImportState = (typeof importStates)[number];

/** Of an upload that lost its connection or its process: one of the same name and split goes on with it. */
export const interruptedProblem =
  'interrupted: the service stopped or the connection was lost. Upload the file again: rows that are there already are not added twice.';

export interface Withdrawal {
  readonly at: number;
  readonly by: string;
  readonly reason: string;
}

export interface ImportRecord {
  readonly id: string;
  readonly projectId: string;
  readonly fileName: string;
  /** What was asked for while it runs; then the row format of most of its rows. */
  readonly format: string;
  readonly split: DeclaredSplit;
  readonly state: ImportState;
  /** Rows read, blank lines and the header not counted: accepted + rejected + duplicates. */
  readonly total: number;
  /** Rows that were new. */
  readonly accepted: number;
  readonly rejected: number;
  /** Rows that were there already, of this upload or an earlier one. */
  readonly duplicates: number;
  /** Bytes received, compressed as they came. */
  readonly bytes: number;
  /** Of the whole upload, as its sender announced; null: not announced. */
  readonly bytesTotal: number | null;
  /** Hex digest of the whole file as it came; null until it has been read to its end. */
  readonly sha256: string | null;
  /** Why it failed, as a sentence. */
  readonly problem: string | null;
  /** Rejected rows by their first fault. */
  readonly rejectedByCode: Readonly<Partial<Record<FaultCode, number>>>;
  /** Accepted or duplicate rows of which turns after the last answer were dropped. */
  readonly trimmed: number;
  readonly fileFacts: FileFacts;
  readonly images: ImageTally;
  readonly rights: RightsDeclaration;
  /** The upload of the same file that broke off and that this one went on with. */
  readonly resumedFrom: string | null;
  /** Its rows are out; null: it stands. */
  readonly withdrawn: Withdrawal | null;
  readonly createdBy: string;
  readonly createdAt: number;
  /** When something of it was last written. */
  readonly touchedAt: number;
  readonly finishedAt: number | null;
}

export interface ImportProgress {
  /** Null before the first rows. */
  readonly rowsPerSecond: number | null;
  /** Null when it does not run, or nobody announced how long it is. */
  readonly secondsLeft: number | null;
}

/** At the pace so far, from the first byte to what was last written. */
export function progressOf(record: ImportRecord): ImportProgress {
  const { state, total, bytes, bytesTotal, createdAt, touchedAt, finishedAt } = record;
  const seconds = ((finishedAt ?? touchedAt) - createdAt) / 1000;
  const rowsPerSecond = seconds > 0 && total > 0 ? Math.round(total / seconds) : null;
  if (state !== 'running' || bytesTotal === null || bytes === 0 || seconds <= 0) {
    return { rowsPerSecond, secondsLeft: null };
  }
  return { rowsPerSecond, secondsLeft: Math.ceil((Math.max(0, bytesTotal - bytes) * seconds) / bytes) };
}
