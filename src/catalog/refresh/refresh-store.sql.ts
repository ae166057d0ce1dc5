import { Inject, Injectable } from '@nestjs/common';
import { Database, type Within } from '../../platform/database/database.sql.js';
import type { Reading } from './reading.js';
import type { Refresh, RefreshChange } from './refresh.js';
import { type ChangeQuery, type Decision, RefreshStore } from './refresh-store.js';
import {
  changeOfRow,
  type RefreshTables,
  readingOfRow,
  refreshOfRow,
  rowOfChange,
  rowOfRefresh,
} from './refresh-tables.js';

/** Rows of one statement: engines bound the number of values in it. */
const rowsPerStatement = 500;

function* pieces<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += rowsPerStatement) {
    yield items.slice(from, from + rowsPerStatement);
  }
}

class TakenByOthersError extends Error {}

@Injectable()
export class SqlRefreshStore extends RefreshStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async add(refresh: Refresh, parts: { reading: Reading; changes: readonly RefreshChange[] }): Promise<void> {
    const { kind, source, observedAt: observed_at } = parts.reading;
    const reading = { kind, observed_at, document: JSON.stringify(parts.reading) };
    await this.database.transaction(async (within) => {
      const tables = within.of<RefreshTables>();
      await tables
        .insertInto('catalog_readings')
        .values({ source, ...reading })
        .onConflict((conflict) => conflict.column('source').doUpdateSet(reading))
        .execute();
      await tables.insertInto('catalog_refreshes').values(rowOfRefresh(refresh)).execute();
      for (const piece of pieces(parts.changes)) {
        const rows = piece.map((one) => rowOfChange(refresh.id, one));
        await tables.insertInto('catalog_refresh_changes').values(rows).execute();
      }
    });
  }

  async find(id: string): Promise<Refresh | null> {
    const found = await this.tables()
      .selectFrom('catalog_refreshes')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return found === undefined ? null : refreshOfRow(found);
  }

  async list({ before, limit }: { before: string | null; limit: number }): Promise<readonly Refresh[]> {
    let query = this.tables().selectFrom('catalog_refreshes').selectAll();
    if (before !== null) {
      query = query.where('id', '<', before);
    }
    return (await query.orderBy('id', 'desc').limit(limit).execute()).map(refreshOfRow);
  }

  async changes({ refreshId, verdict, state, after, limit }: ChangeQuery): Promise<readonly RefreshChange[]> {
    let query = this.tables()
      .selectFrom('catalog_refresh_changes')
      .selectAll()
      .where('refresh_id', '=', refreshId)
      .where('number', '>', after);
    if (verdict !== null) {
      query = query.where('verdict', '=', verdict);
    }
    if (state !== null) {
      query = query.where('state', '=', state);
    }
    return (await query.orderBy('number').limit(limit).execute()).map(changeOfRow);
  }

  async readings(): Promise<readonly Reading[]> {
    const rows = await this.tables().selectFrom('catalog_readings').selectAll().execute();
    return rows.map(readingOfRow).sort((left, right) => (left.source < right.source ? -1 : 1));
  }

  async settle(decision: Decision): Promise<boolean> {
    try {
      await this.database.transaction((within) => this.settleWithin(within, decision));
      return true;
    } catch (error) {
      if (error instanceof TakenByOthersError) {
        return false;
      }
      throw error;
    }
  }

  private async settleWithin(within: Within, decision: Decision): Promise<void> {
    const { refresh, applied, rejected, stale } = decision;
    const numbers = applied.map((one) => one.number);
    await this.mark(within, decision, { state: 'applied', numbers });
    await this.mark(within, decision, { state: 'rejected', numbers: rejected });
    await this.mark(within, decision, { state: 'stale', numbers: stale });
    await this.addRows(within, decision);
    await this.close(within, refresh, decision.at);
  }

  /** Only what still waits can be decided; the count of rows tells whether all of it did. */
  private async mark(
    within: Within,
    { refresh, by, at, reason }: Decision,
    { state, numbers }: { state: string; numbers: readonly number[] },
  ): Promise<void> {
    for (const piece of pieces(numbers)) {
      const marked = await within
        .of<RefreshTables>()
        .updateTable('catalog_refresh_changes')
        .set({ state, decided_by: by, decided_at: at, reason })
        .where('refresh_id', '=', refresh.id)
        .where('number', 'in', piece)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      if (Number(marked.numUpdatedRows) !== piece.length) {
        throw new TakenByOthersError('a change was decided in between');
      }
    }
  }

  private async addRows(within: Within, { refresh, applied, by, at, reason }: Decision): Promise<void> {
    const rows = applied.flatMap(({ number, change: { offer, fields } }) =>
      fields.map(({ field, after, source, validFrom }) => ({
        refresh_id: refresh.id,
        number,
        field,
        host: offer.host,
        region: offer.region,
        model: offer.model,
        value: after,
        valid_from: validFrom,
        observed_at: refresh.observedAt,
        source,
        rank: refresh.rank,
        applied_by: by,
        applied_at: at,
        reason,
      })),
    );
    for (const piece of pieces(rows)) {
      await within.of<RefreshTables>().insertInto('catalog_rows').values(piece).execute();
    }
  }

  private async close(within: Within, { id }: Refresh, at: number): Promise<void> {
    const tables = within.of<RefreshTables>();
    const has = async (state: string) => {
      const own = tables.selectFrom('catalog_refresh_changes').select('number').where('refresh_id', '=', id);
      return (await own.where('state', '=', state).limit(1).executeTakeFirst()) !== undefined;
    };
    if (!(await has('waiting'))) {
      const state = (await has('applied')) ? 'applied' : 'rejected';
      await tables.updateTable('catalog_refreshes').set({ state, settled_at: at }).where('id', '=', id).execute();
    }
  }

  private tables() {
    return this.database.of<RefreshTables>();
  }
}
