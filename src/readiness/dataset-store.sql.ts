import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../platform/database/database.sql.js';
import type { DatasetRow } from './dataset-reader.js';
import { type DatasetManifest, DatasetStore, type FrozenDataset } from './dataset-store.js';
import type { KeptRow } from './measure-readiness.js';
import type { DatasetTable, ReadinessTables } from './readiness-tables.js';
import type { Split } from './rows/split-of.js';

const rowsPerStatement = 500;
const rowsPerPage = 2_000;

@Injectable()
export class SqlDatasetStore extends DatasetStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async freeze(dataset: FrozenDataset, rows: readonly KeptRow[]): Promise<FrozenDataset> {
    const known = await this.withDigest(dataset.projectId, dataset.digest);
    if (known !== null) {
      return known;
    }
    for (const side of ['train', 'holdout'] as const) {
      for (const declaredSplit of ['train', 'holdout', 'auto'] as const) {
        const keys = rows.filter((row) => row.side === side && row.declaredSplit === declaredSplit);
        await this.copy(dataset, { side, declaredSplit, keys: keys.map((row) => row.rowKey) });
      }
    }
    await this.seal(dataset, rows.length);
    return (await this.withDigest(dataset.projectId, dataset.digest)) ?? dataset;
  }

  async find(projectId: string, id: string): Promise<FrozenDataset | null> {
    const row = await this.datasets.where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : fromRow(row);
  }

  async list(projectId: string, limit: number): Promise<readonly FrozenDataset[]> {
    const rows = await this.datasets
      .where('project_id', '=', projectId)
      .orderBy('frozen_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(fromRow);
  }

  async rowsOf(datasetId: string, split: Split): Promise<DatasetRow[]> {
    const all: DatasetRow[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page = await this.pageOf({ datasetId, split, after });
      all.push(...page);
      after = page.length === rowsPerPage ? (page.at(-1)?.rowKey ?? null) : null;
    }
    return all;
  }

  private async pageOf(page: { datasetId: string; split: Split; after: string }): Promise<DatasetRow[]> {
    const rows = await this.tables
      .selectFrom('dataset_rows')
      .select(['row_key', 'input', 'label'])
      .where('dataset_id', '=', page.datasetId)
      .where('split', '=', page.split)
      .where('row_key', '>', page.after)
      .orderBy('row_key')
      .limit(rowsPerPage)
      .execute();
    return rows.map(({ row_key, input, label }) => ({ rowKey: row_key, text: input, label }));
  }

  /** Each statement commits by itself, so that others can write in between. */
  private async copy(
    { id, projectId }: FrozenDataset,
    part: { side: Split; declaredSplit: string; keys: readonly string[] },
  ): Promise<void> {
    for (let from = 0; from < part.keys.length; from += rowsPerStatement) {
      const keys = part.keys.slice(from, from + rowsPerStatement);
      await this.tables
        .insertInto('dataset_rows')
        .columns(['dataset_id', 'row_key', 'split', 'input', 'label', 'messages'])
        .expression((of) =>
          of
            .selectFrom('examples')
            .select([
              sql<string>`cast(${id} as text)`.as('dataset_id'),
              'row_key',
              sql<string>`cast(${part.side} as text)`.as('split'),
              'input',
              'label',
              'messages',
            ])
            .where('project_id', '=', projectId)
            .where('declared_split', '=', part.declaredSplit)
            .where('row_key', 'in', keys),
        )
        .onConflict((conflict) => conflict.columns(['dataset_id', 'split', 'row_key']).doNothing())
        .execute();
    }
  }

  private async seal(dataset: FrozenDataset, rows: number): Promise<void> {
    const copied = await this.tables
      .selectFrom('dataset_rows')
      .select((of) => of.fn.countAll<number>().as('rows'))
      .where('dataset_id', '=', dataset.id)
      .executeTakeFirst();
    if (Number(copied?.rows ?? 0) !== rows) {
      throw new Error(`data set ${dataset.id} has ${copied?.rows ?? 0} rows where ${rows} were to be frozen`);
    }
    await this.tables
      .insertInto('datasets')
      .values(toRow(dataset))
      .onConflict((conflict) => conflict.columns(['project_id', 'digest']).doNothing())
      .execute();
  }

  private async withDigest(projectId: string, digest: string): Promise<FrozenDataset | null> {
    const row = await this.datasets.where('project_id', '=', projectId).where('digest', '=', digest).executeTakeFirst();
    return row === undefined ? null : fromRow(row);
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }

  private get datasets() {
    return this.tables.selectFrom('datasets').selectAll();
  }
}

function toRow(dataset: FrozenDataset): DatasetTable {
  return {
    id: dataset.id,
    project_id: dataset.projectId,
    digest: dataset.digest,
    train_rows: dataset.trainRows,
    holdout_rows: dataset.holdoutRows,
    manifest: JSON.stringify(dataset.manifest),
    frozen_at: dataset.frozenAt,
    frozen_by: dataset.frozenBy,
  };
}

function fromRow(row: DatasetTable): FrozenDataset {
  return {
    id: row.id,
    projectId: row.project_id,
    digest: row.digest,
    trainRows: row.train_rows,
    holdoutRows: row.holdout_rows,
    manifest: JSON.parse(row.manifest) as DatasetManifest,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
  };
}
