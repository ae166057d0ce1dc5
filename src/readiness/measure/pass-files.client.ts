// The row pass over whole files: cut, read by several threads, facts made into columns while the reading goes on.
import { join } from 'node:path';
import type { ImportFormat } from '../imports/import-reader.js';
import { writeFactsParquet } from '../row-pass/fact-parquet.client.js';
import { foldPartsOf } from '../row-pass/fold-parts.client.js';
import type { PassFacts, PassFile, RowPassJob } from '../row-pass/row-pass-orders.js';
import type { DeclaredSplit } from '../rows/example.js';
import type { DuckdbSession } from '../set-pass/duckdb-session.client.js';
import { UnreadableUpload } from '../uploads/upload-reader.js';
import { bytesOnDisk, cutFile } from './cut-file.client.js';
import { emptyFileTally, type TalliedFile } from './file-tally.js';
import { RowPassThreads } from './row-pass-threads.client.js';
import type { SegmentFold } from './segment-fold.js';

export interface MeasuredFile {
  readonly path: string;
  readonly split: DeclaredSplit;
  readonly format?: ImportFormat;
}

export interface PassProgress {
  readonly rows: number;
  /** Of the plain content. */
  readonly bytes: number;
}

export interface PassOptions {
  readonly threads: number;
  onProgress?(progress: PassProgress): void;
  readonly workerEntry?: URL;
}

export interface FilesPass {
  readonly fold: SegmentFold;
  readonly files: readonly TalliedFile[];
  /** Parquet files, in the folder of the job. */
  readonly factsFiles: readonly string[];
}

/** A row of chat has about so many bytes; it only decides how large the sample for languages is. */
const bytesPerRow = 700;

export function expectedRowsOf(files: readonly MeasuredFile[]): number {
  return Math.ceil(files.reduce((sum, { path }) => sum + bytesOnDisk(path), 0) / bytesPerRow);
}

/** @param session makes columns of the facts; null: no facts are kept */
export async function passFiles(
  files: readonly MeasuredFile[],
  job: Omit<RowPassJob, 'thread'>,
  { options, session }: { options: PassOptions; session: DuckdbSession | null },
): Promise<FilesPass> {
  const columns = new FactColumnsQueue(session, job.factsFolder);
  let [rows, bytes] = [0, 0];
  const tell = () => options.onProgress?.({ rows, bytes });
  const threads = new RowPassThreads({
    job,
    threads: options.threads,
    parts: foldPartsOf(job.target, job.expectedRows),
    onFacts: (facts) => columns.add(facts),
    onRows: (more) => {
      rows += more;
      tell();
    },
    ...(options.workerEntry === undefined ? {} : { workerEntry: options.workerEntry }),
  });
  const problems = new Map<string, string>();
  try {
    for (const [place, file] of files.entries()) {
      const importId = importIdOf(place);
      try {
        await giveFile(threads, file, { importId, onBytes: (more) => (bytes += more) });
        await columns.room();
      } catch (error) {
        if (!(error instanceof UnreadableUpload)) {
          throw error;
        }
        problems.set(importId, error.message);
      }
    }
    const { fold, files: tallies } = await threads.end();
    const tallied = files.map(({ path }, place): TalliedFile => {
      const importId = importIdOf(place);
      const tally = tallies.get(importId) ?? emptyFileTally();
      tally.problem ??= problems.get(importId) ?? null;
      return { importId, fileName: path.slice(path.lastIndexOf('/') + 1), tally };
    });
    return { fold, files: tallied, factsFiles: await columns.end() };
  } finally {
    await threads.stop();
  }
}

/** Ids sort by the place of the file, which is the order of arrival. */
function importIdOf(place: number): string {
  return `file_${String(place + 1).padStart(4, '0')}`;
}

async function giveFile(
  threads: RowPassThreads,
  { path, split, format = 'auto' }: MeasuredFile,
  { importId, onBytes }: { importId: string; onBytes: (bytes: number) => void },
): Promise<void> {
  const { declaredKind, pieces } = await cutFile(path, format === 'csv', (bytes) => threads.take(bytes));
  const file: PassFile = { importId, declaredSplit: split, format, declaredKind };
  for await (const piece of pieces) {
    await threads.give({ kind: 'piece', file, ...piece });
    onBytes(piece.length);
  }
}

/** Files of facts are made into columns one after the other, beside the reading. */
class FactColumnsQueue {
  private readonly done: string[] = [];
  private running: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly session: DuckdbSession | null,
    private readonly folder: string | null,
  ) {}

  add(facts: PassFacts): void {
    const { session, folder } = this;
    if (session === null || folder === null) {
      return;
    }
    const path = join(folder, `facts-${String(this.done.length).padStart(5, '0')}.parquet`);
    this.done.push(path);
    this.waiting += 1;
    this.running = this.running.then(async () => {
      await writeFactsParquet(session, facts, path);
      this.waiting -= 1;
    });
    // Whoever waits for the queue hears of it.
    this.running.catch(() => undefined);
  }

  /** Text lies on the disk until it is columns: not too much of it. */
  async room(): Promise<void> {
    if (this.waiting > 8) {
      await this.running;
    }
  }

  async end(): Promise<readonly string[]> {
    await this.running;
    return this.done;
  }
}
