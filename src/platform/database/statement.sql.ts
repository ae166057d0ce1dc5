// SQL text that is written once and run often: it skips the query builder, which costs more than the statement itself on
// the path of a durable commit. `?` marks a value on both engines.
import { CompiledQuery, type Kysely, type QueryResult } from 'kysely';
import type { Database, Engine, Within } from './database.sql.js';

export class Statement<Row = Record<string, never>> {
  private readonly texts: Record<Engine, string>;

  constructor(text: string) {
    let place = 0;
    this.texts = { sqlite: text, postgres: text.replaceAll('?', () => `$${++place}`) };
  }

  async all(where: Database | Within, values: readonly unknown[]): Promise<Row[]> {
    return (await this.execute(where, values)).rows;
  }

  async first(where: Database | Within, values: readonly unknown[]): Promise<Row | undefined> {
    return (await this.execute(where, values)).rows[0];
  }

  /** The number of rows that it changed. */
  async run(where: Database | Within, values: readonly unknown[]): Promise<number> {
    return Number((await this.execute(where, values)).numAffectedRows ?? 0);
  }

  private execute(where: Database | Within, values: readonly unknown[]): Promise<QueryResult<Row>> {
    const kysely = where.of<unknown>() as Kysely<unknown>;
    return kysely.executeQuery<Row>(CompiledQuery.raw(this.texts[where.engine], [...values]));
  }
}
