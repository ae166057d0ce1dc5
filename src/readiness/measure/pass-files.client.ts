// The row pass over whole files: cut, read by several threads, facts made into columns while the reading goes on.
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { kindByName } from '../imports/file-facts.js';
import type { ImportFormat } from '../imports/import-reader.js';
import { writeFactsParquet } from '../row-pass/fact-parquet.client.js';
import { foldPartsOf } from '../row-pass/fold-parts.client.js';
import type { PassFacts, PassFile, RowPassJob } from '../row-pass/row-pass-orders.js';
import type { DeclaredSplit } from '../rows/example.js';
import type { DuckdbSession } from '../set-pass/duckdb-session.client.js';
import { type Container, containerOf } from '../uploads/first-bytes.js';
import { parquetRowCount } from '../uploads/parquet-rows.client.js';
import { UnreadableUpload } from '../uploads/upload-reader.js';
import { cutFile, firstBytesAt, type Piece, type TakeBuffer } from './cut-file.client.js';
import {
  asContainer,
  emptyFileTally,
  type FileTally,
  mergeFileTallies,
  noPictures,
  type TalliedFile,
} from './file-tally.js';
import { ArchivePass, filesUnder } from './pass-archive.client.js';
import { RowPassThreads } from './row-pass-threads.client.js';
import type { SegmentFold } from './segment-fold.js';

export interface MeasuredFile {
  /** Of a file, or of a folder of pictures and what is said about them. */
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
/** What rows are made into that a container holds: one object a line, and of pictures their captions. */
const linesKind = 'jsonl' as const;
const captionFormat = 'image-caption' as const;

/** About so many rows there will be: counted where a file says it, else told by the bytes. */
export async function expectedRowsOf(files: readonly MeasuredFile[]): Promise<number> {
  const rows = await Promise.all(files.map(({ path }) => expectedRows(path)));
  return Math.ceil(rows.reduce((sum, one) => sum + one, 0));
}

async function expectedRows(path: string): Promise<number> {
  const said = isParquet(path) ? await parquetRowCount(path) : null;
  return said ?? bytesOnDisk(path) / bytesPerRow;
}

/** Not packed. */
function isParquet(path: string): boolean {
  return statSync(path).isFile() && containerOf(firstBytesAt(path)) === 'parquet';
}

/** As they lie on the disk, packed or not. */
export function bytesOnDisk(path: string): number {
  const facts = statSync(path);
  return facts.isDirectory() ? filesUnder(path).reduce((sum, one) => sum + statSync(one).size, 0) : facts.size;
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
  const given: GivenFile[] = [];
  try {
    for (const [place, file] of files.entries()) {
      given.push(await giveFile(threads, file, { importId: importIdOf(place), onBytes: (more) => (bytes += more) }));
      await columns.room();
    }
    const { fold, files: tallies } = await threads.end();
    return { fold, files: given.map((file) => tallied(file, tallies)), factsFiles: await columns.end() };
  } finally {
    await threads.stop();
  }
}

/** Ids sort by the place of the file, which is the order of arrival. */
function importIdOf(place: number): string {
  return `file_${String(place + 1).padStart(4, '0')}`;
}

interface GivenFile {
  readonly importId: string;
  readonly path: string;
  /** Null: its lines are those of the file. */
  container: Container | null;
  archive: ArchivePass | null;
  /** Why it was not read to its end. */
  problem: string | null;
}

interface FileOrder {
  readonly importId: string;
  onBytes(bytes: number): void;
}

/** Gives all pieces of a file to the threads. One that cannot be read is told, and the next one is read all the same. */
async function giveFile(threads: RowPassThreads, file: MeasuredFile, order: FileOrder): Promise<GivenFile> {
  const { path, split, format = 'auto' } = file;
  const { importId } = order;
  const given: GivenFile = { importId, path, container: null, archive: null, problem: null };
  try {
    const { container, archive, pieces } = await openFile(file, importId, (bytes) => threads.take(bytes));
    given.container = container;
    given.archive = archive;
    const passFile = {
      importId,
      declaredSplit: split,
      format: archive === null ? format : captionFormat,
      declaredKind: container === null ? kindByName(path) : linesKind,
    };
    await givePieces(threads, pieces, { passFile, order });
  } catch (error) {
    if (!(error instanceof UnreadableUpload)) {
      throw error;
    }
    given.problem = error.message;
  }
  return given;
}

async function openFile({ path, format = 'auto' }: MeasuredFile, importId: string, take: TakeBuffer) {
  const cut = statSync(path).isDirectory() ? null : await cutFile(path, format === 'csv', take);
  if (cut !== null && cut.container !== 'tar') {
    return { ...cut, archive: null };
  }
  const archive = new ArchivePass({ path, importId, format, take });
  return { container: 'tar', archive, pieces: archive.pieces() } as const;
}

async function givePieces(
  threads: RowPassThreads,
  pieces: AsyncIterable<Piece>,
  { passFile, order }: { passFile: PassFile; order: FileOrder },
): Promise<void> {
  for await (const piece of pieces) {
    await threads.give({ kind: 'piece', file: passFile, ...piece });
    order.onBytes(piece.length);
  }
}

function tallied(file: GivenFile, tallies: ReadonlyMap<string, FileTally>): TalliedFile {
  const { importId, path, container, archive } = file;
  const read = tallies.get(importId) ?? emptyFileTally();
  const whole = archive === null ? read : mergeFileTallies(read, archive.tally);
  const tally = container === null ? whole : asContainer(whole, container, kindByName(path));
  const isEmpty = tally.accepted + tally.rejected === 0;
  tally.problem ??= file.problem ?? (isEmpty ? 'The file holds no rows.' : null);
  return { importId, fileName: basename(path), tally, pictures: archive?.pictures() ?? noPictures };
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
