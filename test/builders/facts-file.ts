// Writes the facts of rows as the row pass does: one line of JSON a row, which DuckDB turns to Parquet.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { RowFacts } from '../../src/readiness/rows/row-facts.js';
import { factColumns, factsAside } from '../../src/readiness/set-pass/fact-columns.js';

export const aSplitSalt = 'prj_one/split/1';

/** A folder of its own; whoever asks for it removes it. */
export function aWorkFolder(): string {
  return mkdtempSync(join(tmpdir(), 'openward-set-pass-'));
}

export async function writeFactsFile(
  rows: readonly RowFacts[],
  path: string,
  salt: string = aSplitSalt,
): Promise<string> {
  const lines = rows.map((row) => {
    const aside = factsAside(row, salt);
    return JSON.stringify(Object.fromEntries(factColumns.map((column) => [column.name, column.valueOf(row, aside)])));
  });
  writeFileSync(`${path}.ndjson`, lines.join('\n'));
  const types = factColumns.map(({ name, type }) => `${name}: '${type}'`).join(', ');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT * FROM read_json('${path}.ndjson', format = 'newline_delimited', columns = {${types}})) TO '${path}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  return path;
}
