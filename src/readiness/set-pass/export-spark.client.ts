// Writes what a cluster needs to do the set pass: the facts with an id for each row, the statements, the script.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckdbSession, quoted } from './duckdb-session.client.js';
import { type SetPassLimits, type SetQuestion, setPassLimits } from './set-question.js';
import { sparkJobFiles } from './spark-job.js';

export interface SparkExport {
  readonly factsFiles: readonly string[];
  readonly question: Pick<SetQuestion, 'taskKind' | 'notPermitted'>;
  /** Empty: it gets `facts/`, `set_pass.sql`, `run_set_pass.py` and `README.md`. */
  readonly folder: string;
  /** For what does not fit into memory; the caller removes it. */
  readonly workFolder: string;
  readonly limits?: SetPassLimits;
}

/** One Parquet file of so many bytes, about: Spark reads them side by side. */
const fileBytes = '128MB';

export async function exportForSpark(order: SparkExport): Promise<readonly string[]> {
  const { folder, workFolder, limits = setPassLimits } = order;
  await mkdir(folder, { recursive: true });
  await mkdir(workFolder, { recursive: true });
  const session = await DuckdbSession.open({ folder: workFolder, ...limits });
  try {
    const files = [...order.factsFiles].sort().map(quoted).join(', ');
    await session.run(
      `COPY (SELECT row_number() OVER () - 1 AS id, * FROM read_parquet([${files}])) TO ${quoted(join(folder, 'facts'))} (FORMAT parquet, COMPRESSION snappy, FILE_SIZE_BYTES '${fileBytes}')`,
    );
  } finally {
    session.close();
  }
  const written = sparkJobFiles(order.question);
  await Promise.all(written.map(({ name, text }) => writeFile(join(folder, name), text)));
  return ['facts', ...written.map(({ name }) => name)];
}
