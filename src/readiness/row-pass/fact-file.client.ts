// Facts of rows as a Parquet file: lines of text are written as they come, and DuckDB turns them into columns. The set
// pass reads such files here, and a cluster reads the same ones.
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { RowFacts } from '../rows/row-facts.js';
import { type DuckdbSession, quoted } from '../set-pass/duckdb-session.client.js';
import { factColumns } from '../set-pass/fact-columns.js';
import { factDelimiter, factLine } from './fact-lines.js';

/** Written together: calls to the file system cost more than the bytes. */
const heldUnitsMax = 1 << 18;

export interface FactLinesFile {
  readonly path: string;
  readonly rows: number;
  /** UTF-8 bytes at most. */
  readonly longestLineBytes: number;
}

/** Collects lines of facts in a file of text. */
export class FactWriter {
  private readonly file: number;
  private held = '';
  private rows = 0;
  private longest = 0;

  constructor(
    private readonly path: string,
    private readonly salt: string,
  ) {
    this.file = openSync(path, 'w');
  }

  add(row: RowFacts): void {
    const line = factLine(row, this.salt);
    this.rows += 1;
    this.longest = Math.max(this.longest, line.length);
    this.held += line;
    if (this.held.length > heldUnitsMax) {
      this.write();
    }
  }

  end(): FactLinesFile {
    this.write();
    closeSync(this.file);
    const utf8BytesPerUnitMax = 3;
    return { path: this.path, rows: this.rows, longestLineBytes: this.longest * utf8BytesPerUnitMax };
  }

  private write(): void {
    writeSync(this.file, this.held);
    this.held = '';
  }
}

const lineBytesShipped = 2 * 1024 * 1024;
const bufferBytesMin = 4 * 1024 * 1024;
/** Few: the writer holds a group of all columns several times over. */
const groupRows = 4_096;

/** Writes the Parquet file and removes the text. Rows keep their order. */
export async function writeFactsParquet(
  session: DuckdbSession,
  { path, longestLineBytes }: FactLinesFile,
  parquetPath: string,
): Promise<void> {
  const columns = factColumns.map(({ name, type }) => `'${name}': '${type}'`).join(', ');
  const lineBytes = Math.max(lineBytesShipped, longestLineBytes + 1);
  const options = [
    `delim = '${factDelimiter}'`,
    `quote = '"'`,
    `escape = '"'`,
    `nullstr = ''`,
    'header = false',
    'auto_detect = false',
    'allow_quoted_nulls = false',
    `new_line = '\\n'`,
    `max_line_size = ${lineBytes}`,
    `buffer_size = ${Math.max(bufferBytesMin, 2 * lineBytes)}`,
    `columns = {${columns}}`,
  ];
  const rows = `read_csv(${quoted(path)}, ${options.join(', ')})`;
  await session.run(
    `COPY (SELECT * FROM ${rows}) TO ${quoted(parquetPath)} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${groupRows})`,
  );
  rmSync(path);
}
