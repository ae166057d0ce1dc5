// DuckDB with a bound on its memory and threads: what does not fit goes to files in the folder given, which the caller
// makes and removes.
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export interface SessionLimits {
  readonly folder: string;
  readonly memoryMegabytes: number;
  readonly threads: number;
}

export type SqlValue = string | number | null;

/** What was given back is kept from the system beyond this: of its own accord DuckDB keeps more than it is allowed to use. */
const keptFree = '4MB';

/** A table on its way: one array a column, of equal length. */
export type Columns = readonly (readonly SqlValue[])[];

export class DuckdbSession {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async open({ folder, memoryMegabytes, threads }: SessionLimits): Promise<DuckdbSession> {
    const instance = await DuckDBInstance.create(join(folder, 'set.duckdb'), {
      memory_limit: `${memoryMegabytes}MB`,
      temp_directory: join(folder, 'spill'),
      threads: String(threads),
      allocator_flush_threshold: keptFree,
      allocator_bulk_deallocation_flush_threshold: keptFree,
    });
    return new DuckdbSession(instance, await instance.connect());
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** Few rows, as objects by column name. Whole numbers beyond 2^53 do not occur in facts. */
  async rows(sql: string): Promise<readonly Readonly<Record<string, SqlValue>>[]> {
    const reader = await this.connection.runAndReadAll(sql);
    const names = reader.columnNames();
    return reader.getRows().map((row) => Object.fromEntries(row.map((value, at) => [names[at] ?? '', plain(value)])));
  }

  /** Many rows, some thousands at a time. */
  async *columns(sql: string): AsyncGenerator<Columns> {
    const result = await this.connection.stream(sql);
    for (
      let chunk = await result.fetchChunk();
      chunk !== null && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    ) {
      yield chunk.getColumns().map((column) => column.map(plain));
    }
  }
}

function plain(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') {
    return value;
  }
  return typeof value === 'bigint' ? Number(value) : String(value);
}

/** As a literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
