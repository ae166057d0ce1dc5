import { Inject, Injectable } from '@nestjs/common';
import { makeId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.sql.js';
import { NamesInUse } from './names-in-use.js';

/** The columns of an exchange that are asked for here. */
interface ExchangeNames {
  readonly exchanges: {
    readonly id: string;
    readonly model_asked: string | null;
    readonly model_served: string | null;
  };
}

/** The embedded store answers on the one thread of the process: others get their turn between two pages. */
const rowsPerPage = 2000;

@Injectable()
export class SqlNamesInUse extends NamesInUse {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async since(at: number): Promise<ReadonlySet<string>> {
    const names = new Set<string>();
    // Ids begin with the time at which they were made, so the primary key is the index by time.
    let after = makeId('exc', at, new Uint8Array(0));
    for (let isMore = true; isMore; ) {
      const page = await this.page(after);
      for (const { model_asked, model_served } of page) {
        for (const name of [model_asked, model_served]) {
          if (name !== null && name !== '') {
            names.add(name.toLowerCase());
          }
        }
      }
      after = page.at(-1)?.id ?? after;
      isMore = page.length === rowsPerPage;
      await new Promise((done) => setImmediate(done));
    }
    return names;
  }

  private page(after: string) {
    return this.database
      .of<ExchangeNames>()
      .selectFrom('exchanges')
      .select(['id', 'model_asked', 'model_served'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowsPerPage)
      .execute();
  }
}
