// Where uploads and their faults are kept. The rows of an upload are written here too, together with its counts: what is
// counted is stored, whatever happens in between.
import type { StoredImage } from '../images/image-store.js';
import type { DeclaredSplit } from '../rows/example.js';
import type { DeliveredExample } from '../rows/example-store.js';
import type { ImportFault } from './import-fault.js';
import type { ImportRecord, Withdrawal } from './import-record.js';

export interface ImportBatch {
  readonly record: ImportRecord;
  /** At most 500 rows, accepted or known already. */
  readonly examples: readonly DeliveredExample[];
  /** Faults of the rows rejected in this batch. */
  readonly faults: readonly ImportFault[];
  /** Pictures that these rows show, or later ones will. */
  readonly images?: readonly StoredImage[];
  readonly at: number;
}

export interface ImportPageQuery {
  readonly projectId: string;
  /** Id of the last import of the page before; null for the first page. */
  readonly after: string | null;
  readonly limit: number;
}

export interface FaultPageQuery {
  readonly importId: string;
  /** Where the page before ended; null for the first page. */
  readonly after: { readonly line: number; readonly field: string } | null;
  readonly limit: number;
}

export interface InterruptedQuestion {
  readonly at: number;
  /** Running and not written to since: nobody carries it on. */
  readonly untouchedSinceMs: number;
  /** True before this process takes any upload: where the store has one owner, whatever runs has lost its process. */
  readonly atStart: boolean;
  readonly problem: string;
}

export interface EarlierQuestion {
  readonly projectId: string;
  readonly fileName: string;
  readonly split: DeclaredSplit;
}

export abstract class ImportStore {
  abstract knowsProject(projectId: string): Promise<boolean>;
  /** Creates the upload, or writes how it ended. */
  abstract put(record: ImportRecord, at: number): Promise<void>;
  /**
   * Writes rows, faults, pictures and counts in one transaction. `record` has the counts up to here, as if all examples
   * were new; the one returned knows which of them were duplicates.
   */
  abstract take(batch: ImportBatch): Promise<ImportRecord>;
  abstract find(projectId: string, id: string): Promise<ImportRecord | null>;
  /** Newest first. */
  abstract list(query: ImportPageQuery): Promise<readonly ImportRecord[]>;
  /** The newest upload of this name and split; null when there is none, or it was withdrawn. */
  abstract newestOf(question: EarlierQuestion): Promise<ImportRecord | null>;
}

/** What happens to uploads beside being read in. */
export abstract class ImportUpkeep {
  /** By line, then field. */
  abstract faults(query: FaultPageQuery): Promise<readonly ImportFault[]>;
  /** Marks uploads that lost their process as failed. @returns how many */
  abstract failInterrupted(question: InterruptedQuestion): Promise<number>;
  /**
   * Takes the rows of the upload, and of those that it went on with, out. A row that somebody else delivered too stays,
   * as theirs. Breaking off leaves the upload standing; withdrawing it again goes on.
   */
  abstract withdraw(record: ImportRecord, withdrawal: Withdrawal): Promise<ImportRecord>;
}
