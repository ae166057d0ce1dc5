// Measures files without a service: the row pass, the set pass, the judgement. Memory stays flat however large the files
// are; what has to be sorted and joined lies in the folder that is handed in.

import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { noIntake } from '../intake/intake-tally.js';
import { foldPartsOf } from '../row-pass/fold-parts.client.js';
import { DuckdbSession } from '../set-pass/duckdb-session.client.js';
import { setPass } from '../set-pass/set-pass.client.js';
import { intakeOfFiles, type TalliedFile } from './file-tally.js';
import { type JudgedStates, judgeStates } from './judge-states.js';
import type { ReadinessQuestion } from './measure-question.js';
import { expectedRowsOf, type MeasuredFile, type PassProgress, passFiles } from './pass-files.client.js';

export interface MeasureFilesOptions {
  /** Empty or not there yet, on a disk with room for four times the files; the caller removes it. */
  readonly folder: string;
  /** Threads that read; as many as there are cores where nothing is said. */
  readonly threads?: number;
  /** Personal data and secrets are looked for unless this is false: then the checks that ask for them are skipped. */
  readonly looksForPrivate?: boolean;
  onProgress?(progress: PassProgress): void;
  /** What can only be said once the rows were read: rights by source, what a student measured. */
  complete?(read: ReadFiles): Promise<Partial<Pick<ReadinessQuestion, 'rights' | 'notPermitted' | 'handed'>>>;
  /** The compiled entry of a reading thread; beside its file unless the code is laid out otherwise. */
  readonly workerEntry?: URL;
}

export interface ReadFiles {
  readonly files: readonly TalliedFile[];
  readonly factsFiles: readonly string[];
  /** For scratch files; removed with the rest. */
  readonly folder: string;
}

export interface MeasuredFiles extends JudgedStates {
  readonly files: readonly TalliedFile[];
  /** Parquet, one row a valid row. */
  readonly factsFiles: readonly string[];
  /** Parquet: the keys and sides of the kept rows. */
  readonly keptFile: string;
}

/** DuckDB, while facts are made into columns beside the reading. */
const columnsMegabytes = 64;

/** @param question its intake is made of the files themselves */
export async function measureFiles(
  files: readonly MeasuredFile[],
  question: Omit<ReadinessQuestion, 'intake'>,
  options: MeasureFilesOptions,
): Promise<MeasuredFiles> {
  const { folder, threads = availableParallelism(), looksForPrivate = true } = options;
  const factsFolder = join(folder, 'facts');
  await mkdir(factsFolder, { recursive: true });
  const { target, splitSalt } = question;
  const job = { target, splitSalt, expectedRows: await expectedRowsOf(files), looksForPrivate, factsFolder };
  const session = await DuckdbSession.open({ folder: factsFolder, memoryMegabytes: columnsMegabytes, threads: 1 });
  const pass = await passFiles(files, job, { options: { ...options, threads }, session }).finally(() =>
    session.close(),
  );
  const intake = pass.files.length === 0 ? noIntake() : intakeOfFiles(pass.files);
  const told = (await options.complete?.({ files: pass.files, factsFiles: pass.factsFiles, folder })) ?? {};
  const asked = { ...question, ...told, intake };
  const joined = await setPass({ factsFiles: pass.factsFiles, question: asked, folder: join(folder, 'set') });
  const parts = foldPartsOf(target, job.expectedRows);
  const judged = judgeStates(pass.fold, joined, { question: asked, parts });
  return { ...judged, files: pass.files, factsFiles: pass.factsFiles, keptFile: joined.keptFile };
}
