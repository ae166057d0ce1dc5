// Parquet is read by DuckDB, some thousand rows at a time, and becomes one JSON object a row: from there on the same
// formats find the same faults. The bytes have to lie in a file, because a Parquet file is read from its end.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { UnreadableUpload } from './upload-reader.js';

const settings = { threads: '1', memory_limit: '256MB' };
const magic = 'PAR1';

/** Yields an empty text from time to time while the file is still coming in, then the rows as JSON, one a line. */
export async function* parquetLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const folder = await mkdtemp(join(tmpdir(), 'openward-parquet-'));
  try {
    const path = join(folder, 'upload.parquet');
    yield* spool(bytes, path);
    yield* parquetFileLines(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* spool(bytes: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<string> {
  let tail: Uint8Array = Buffer.alloc(0);
  let wakeUp: (() => void) | null = null;
  let isOver = false;
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      tail = Buffer.concat([tail, chunk]).subarray(-magic.length);
      wakeUp?.();
      yield chunk;
    }
  }
  const writing = pipeline(Readable.from(watched()), createWriteStream(path)).finally(() => {
    isOver = true;
    wakeUp?.();
  });
  writing.catch(() => undefined);
  while (!isOver) {
    await new Promise<void>((resolve) => {
      wakeUp = resolve;
    });
    yield '';
  }
  await writing;
  if (Buffer.from(tail).toString('latin1') !== magic) {
    throw new UnreadableUpload('The Parquet file breaks off before its end. Upload it again.');
  }
}

/** The rows of a file that lies on the disk as it is, as JSON, one a line. */
export async function* parquetFileLines(path: string): AsyncGenerator<string> {
  const instance = await DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  try {
    const rows = await connection.stream(await statement(connection, path));
    for (let chunk = await rows.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await rows.fetchChunk()) {
      const texts = chunk.getColumnValues(0) as string[];
      yield texts.map((text) => `${withoutNulls(text)}\n`).join('');
    }
  } catch (error) {
    throw new UnreadableUpload(`The Parquet file cannot be read: ${firstLine(error)}`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** By its last bytes; null for a file that has no such end. */
export async function parquetRowCount(path: string): Promise<number | null> {
  const instance = await DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  try {
    const file = `'${path.replaceAll("'", "''")}'`;
    const read = await connection.runAndReadAll(`select sum(num_rows) from parquet_file_metadata(${file})`);
    return Number(read.getRows()[0]?.[0] ?? 0);
  } catch {
    return null;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Pictures, which are bytes in a column of their own, become data addresses. */
async function statement(connection: DuckDBConnection, path: string): Promise<string> {
  const file = `'${path.replaceAll("'", "''")}'`;
  const columns = (await connection.runAndReadAll(`describe select * from read_parquet(${file})`)).getRows();
  const pictures = columns
    .map(([name, type]) => ({ name: `"${String(name).replaceAll('"', '""')}"`, type: String(type) }))
    .flatMap(({ name, type }) => {
      const bytes = type === 'BLOB' ? name : /^STRUCT\("?bytes"? BLOB\b/.test(type) ? `${name}.bytes` : null;
      return bytes === null ? [] : [`${dataAddress(bytes)} as ${name}`];
    });
  const replaced = pictures.length === 0 ? '' : ` replace (${pictures.join(', ')})`;
  return `select to_json(openward_row)::varchar from (select *${replaced} from read_parquet(${file})) openward_row`;
}

function dataAddress(bytes: string): string {
  const text = `base64(${bytes})`;
  const mediaType = `case when ${text} like '/9j/%' then 'image/jpeg' when ${text} like 'iVBOR%' then 'image/png'
    when ${text} like 'UklGR%' then 'image/webp' else 'application/octet-stream' end`;
  return `'data:' || ${mediaType} || ';base64,' || ${text}`;
}

/** A column that a row has no value for is no key of it; list items keep their place. */
function withoutNulls(text: string): string {
  if (!text.includes(':null')) {
    return text;
  }
  return JSON.stringify(strip(JSON.parse(text)));
}

function strip(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return (value as unknown[]).map(strip);
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, strip(member)]),
  );
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
