// The rows of one side of a data set as one Parquet file, turns as a list of structs. Rows come in pages and go to a file
// of lines first; DuckDB makes the columns. Memory stays flat however many rows there are.
import { createWriteStream, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sha256Hex } from '../../kernel/digest.js';
import type { DatasetContent } from '../datasets/dataset-reader.js';
import { normalPromptOf } from '../rows/example.js';
import { exportedContent } from '../rows/exported-line.js';
import type { Split } from '../rows/split-of.js';
import { DuckdbSession, quoted } from '../set-pass/duckdb-session.client.js';
import type { SetPassLimits } from '../set-pass/set-question.js';

/** What a row of a frozen data set tells, beside the side that it is on. */
export type ExportedRow = Pick<
  DatasetContent,
  'rowKey' | 'label' | 'kind' | 'messages' | 'rejected' | 'tools' | 'traits'
>;

export interface ParquetOrder {
  readonly pages: AsyncIterable<readonly ExportedRow[]>;
  readonly side: Split;
  /** The file that is written. */
  readonly path: string;
  /** For the lines on their way; the caller removes it. */
  readonly workFolder: string;
  readonly limits?: SetPassLimits;
}

const callType = 'STRUCT(id VARCHAR, name VARCHAR, arguments VARCHAR)';
const imageType = 'STRUCT(ref VARCHAR, sha256 VARCHAR)';
const turnType = `STRUCT("role" VARCHAR, content VARCHAR, tool_calls ${callType}[], tool_call_id VARCHAR, weight INTEGER, images ${imageType}[])`;
const columns = [
  ['row_key', 'VARCHAR'],
  ['prompt_key', 'VARCHAR'],
  ['kind', 'VARCHAR'],
  ['messages', `${turnType}[]`],
  ['rejected', turnType],
  ['tools', 'STRUCT(name VARCHAR, parameters VARCHAR)[]'],
  ['model', 'VARCHAR'],
  ['split', 'VARCHAR'],
] as const;

/** Lines are read through two buffers that hold the longest one. */
const exportLimits: SetPassLimits = { memoryMegabytes: 256, threads: 1 };
/** A line is one row, and rows of sixteen megabytes are taken in. */
const lineBytesMax = 32 * 1024 * 1024;

/** @returns rows written; the file has its columns even when there are none */
export async function writeParquet({ pages, side, path, workFolder, limits }: ParquetOrder): Promise<number> {
  await mkdir(workFolder, { recursive: true });
  const lines = join(workFolder, 'rows.ndjson');
  const counter = { rows: 0 };
  await pipeline(Readable.from(linesOf(pages, side, counter)), createWriteStream(lines));
  const session = await DuckdbSession.open({ folder: workFolder, ...(limits ?? exportLimits) });
  const types = columns.map(([name, type]) => `${quoted(name)}: ${quoted(type)}`).join(', ');
  const rows = `read_json(${quoted(lines)}, format = 'newline_delimited', columns = {${types}}, maximum_object_size = ${lineBytesMax})`;
  try {
    await session.run(`COPY (SELECT * FROM ${rows}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    session.close();
    rmSync(lines);
  }
  return counter.rows;
}

async function* linesOf(
  pages: AsyncIterable<readonly ExportedRow[]>,
  side: Split,
  counter: { rows: number },
): AsyncGenerator<string> {
  for await (const page of pages) {
    counter.rows += page.length;
    yield page.map((row) => `${JSON.stringify(flatRow(row, side))}\n`).join('');
  }
}

function flatRow({ rowKey, label, traits, ...row }: ExportedRow, split: Split) {
  const { kind, messages } = row;
  return {
    row_key: rowKey,
    prompt_key: sha256Hex(normalPromptOf({ kind, messages, label: label ?? '' })),
    ...exportedContent(row),
    model: traits.model,
    split,
  };
}
