import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { DatasetRowTable, DatasetTable, ReadinessTables } from '../readiness-tables.js';
import type { ExampleKind, Message } from '../rows/example.js';
import { readExtras } from '../rows/example-values.sql.js';
import type { Split } from '../rows/split-of.js';
import { keptLine } from '../set-pass/kept-line.js';
import { copyRows } from './copy-rows.sql.js';
import type { DatasetContent, DatasetRow } from './dataset-reader.js';
import { type DatasetManifest, DatasetStore, type FrozenDataset, type RowToFreeze } from './dataset-store.js';

const rowsPerStatement = 500;
const rowsPerPage = 2_000;
const contentsPerPage = 500;

@Injectable()
export class SqlDatasetStore extends DatasetStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async freeze(
    dataset: FrozenDataset,
    rows: Iterable<RowToFreeze> | AsyncIterable<RowToFreeze>,
  ): Promise<FrozenDataset> {
    const known = await this.withDigest(dataset.projectId, dataset.digest);
    if (known !== null) {
      return known;
    }
    const waiting = new Map<string, RowToFreeze[]>();
    let count = 0;
    for await (const row of rows) {
      count += 1;
      const part = `${row.side} ${row.declaredSplit}`;
      const batch = waiting.get(part) ?? [];
      batch.push(row);
      const isFull = batch.length === rowsPerStatement;
      waiting.set(part, isFull ? [] : batch);
      if (isFull) {
        await copyRows(this.database, dataset, batch);
      }
    }
    for (const batch of waiting.values()) {
      await copyRows(this.database, dataset, batch);
    }
    await this.seal(dataset, count);
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

  async rowsWith(datasetId: string, keys: readonly string[]): Promise<DatasetRow[]> {
    if (keys.length === 0) {
      return [];
    }
    const rows = await this.tables
      .selectFrom('dataset_rows')
      .select(['row_key', 'input', 'label'])
      .where('dataset_id', '=', datasetId)
      .where('row_key', 'in', [...keys])
      .orderBy('row_key')
      .execute();
    return rows.map(toDatasetRow);
  }

  async *contentsOf(datasetId: string, split: Split): AsyncGenerator<readonly DatasetContent[]> {
    for (let after: string | null = ''; after !== null; ) {
      const rows: DatasetRowTable[] = await this.tables
        .selectFrom('dataset_rows')
        .selectAll()
        .where('dataset_id', '=', datasetId)
        .where('split', '=', split)
        .where('row_key', '>', after)
        .orderBy('row_key')
        .limit(contentsPerPage)
        .execute();
      if (rows.length > 0) {
        yield rows.map(contentFromRow);
      }
      after = rows.length === contentsPerPage ? (rows.at(-1)?.row_key ?? null) : null;
    }
  }

  async holdoutDigest(datasetId: string): Promise<string | null> {
    const dataset = await this.datasets.where('id', '=', datasetId).executeTakeFirst();
    const hash = createHash('sha256');
    let rows = 0;
    for (let after: string | null = dataset === undefined ? null : ''; after !== null; ) {
      const keys = await this.holdoutKeysAfter(datasetId, after);
      hash.update(keys.map((key) => keptLine(key, 'holdout')).join(''));
      rows += keys.length;
      after = keys.length === rowsPerPage ? (keys.at(-1) ?? null) : null;
    }
    return rows > 0 && rows === Number(dataset?.holdout_rows) ? `sha256:${hash.digest('hex')}` : null;
  }

  private async holdoutKeysAfter(datasetId: string, after: string): Promise<string[]> {
    const rows = await this.tables
      .selectFrom('dataset_rows')
      .select('row_key')
      .where('dataset_id', '=', datasetId)
      .where('split', '=', 'holdout')
      .where('row_key', '>', after)
      .orderBy('row_key')
      .limit(rowsPerPage)
      .execute();
    return rows.map((row) => row.row_key);
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
    return rows.map(toDatasetRow);
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

function contentFromRow(row: DatasetRowTable): DatasetContent {
  return {
    rowKey: row.row_key,
    text: row.input,
    label: row.label,
    kind: row.kind as ExampleKind,
    messages: JSON.parse(row.messages) as Message[],
    ...readExtras(row.extras),
  };
}

function toDatasetRow({ row_key, input, label }: Pick<DatasetRowTable, 'row_key' | 'input' | 'label'>): DatasetRow {
  return { rowKey: row_key, text: input, label };
}
