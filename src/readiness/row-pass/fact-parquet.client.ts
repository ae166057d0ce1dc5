// Facts of rows as a Parquet file: DuckDB turns lines of text into columns. The set pass reads such files here, and a
// cluster reads the same ones. Apart from the writer of the lines, because threads that only write load no DuckDB.
import { rmSync } from 'node:fs';
import { type DuckdbSession, quoted } from '../set-pass/duckdb-session.client.js';
import { factColumns } from '../set-pass/fact-columns.js';
import type { FactLinesFile } from './fact-file.client.js';
import { factDelimiter } from './fact-lines.js';

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
