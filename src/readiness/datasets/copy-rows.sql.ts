// Rows into a frozen data set. The content of a row follows from its key, so it does not matter which of the rows that have
// it is copied: one as delivered, or one that an edit made.
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.sql.js';
import type { DatasetRowTable, ReadinessTables } from '../readiness-tables.js';
import { type DeclaredSplit, declaredSplits, makeExample, type RowContent } from '../rows/example.js';
import { extrasOf } from '../rows/example-values.sql.js';
import type { Split } from '../rows/split-of.js';
import type { FrozenDataset, RowToFreeze } from './dataset-store.js';

interface Part {
  readonly side: Split;
  readonly declaredSplit: DeclaredSplit;
  readonly keys: readonly string[];
}

/** Each statement commits by itself, so that others can write in between. @param rows all of one side and split */
export async function copyRows(
  database: Database,
  dataset: FrozenDataset,
  rows: readonly RowToFreeze[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) {
    return;
  }
  const { side, declaredSplit } = first;
  await copyDelivered(database, dataset, { side, declaredSplit, keys: rows.map((row) => row.rowKey) });
  const missing = await missingOf(database, dataset, rows);
  for (const other of missing.length === 0 ? [] : declaredSplits) {
    await copyDelivered(database, dataset, { side, declaredSplit: other, keys: missing });
  }
  const made = missing.length === 0 ? [] : await missingOf(database, dataset, rows);
  if (made.length > 0) {
    await copyMade(database, dataset, { side, declaredSplit, keys: made });
  }
}

async function copyDelivered(database: Database, { id, projectId }: FrozenDataset, part: Part): Promise<void> {
  await database
    .of<ReadinessTables>()
    .insertInto('dataset_rows')
    .columns(['dataset_id', 'row_key', 'split', 'input', 'label', 'messages', 'kind', 'extras'])
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
          'kind',
          'extras',
        ])
        .where('project_id', '=', projectId)
        .where('declared_split', '=', part.declaredSplit)
        .where('row_key', 'in', [...part.keys]),
    )
    .onConflict((conflict) => conflict.columns(['dataset_id', 'split', 'row_key']).doNothing())
    .execute();
}

async function missingOf(database: Database, { id }: FrozenDataset, rows: readonly RowToFreeze[]): Promise<string[]> {
  const copied = await database
    .of<ReadinessTables>()
    .selectFrom('dataset_rows')
    .select('row_key')
    .where('dataset_id', '=', id)
    .where('split', '=', rows[0]?.side ?? 'train')
    .where(
      'row_key',
      'in',
      rows.map((row) => row.rowKey),
    )
    .execute();
  const there = new Set(copied.map((row) => row.row_key));
  return rows.map((row) => row.rowKey).filter((key) => !there.has(key));
}

async function copyMade(database: Database, { id, projectId }: FrozenDataset, part: Part): Promise<void> {
  const edits = await database
    .of<ReadinessTables>()
    .selectFrom('row_edits')
    .select(['replacement', 'new_row_key'])
    .where('project_id', '=', projectId)
    .where('new_row_key', 'in', [...part.keys])
    .execute();
  const contents = new Map(edits.map((edit) => [edit.new_row_key, edit.replacement]));
  const values = [...contents].map(([rowKey, replacement]) => madeRow({ id, side: part.side, rowKey, replacement }));
  if (values.length > 0) {
    await database
      .of<ReadinessTables>()
      .insertInto('dataset_rows')
      .values(values)
      .onConflict((conflict) => conflict.columns(['dataset_id', 'split', 'row_key']).doNothing())
      .execute();
  }
}

function madeRow(made: {
  id: string;
  side: Split;
  rowKey: string | null;
  replacement: string | null;
}): DatasetRowTable {
  const content = JSON.parse(made.replacement ?? '') as RowContent;
  const example = makeExample(content, { origin: 'import', originId: '', line: null, declaredSplit: 'auto' });
  return {
    dataset_id: made.id,
    row_key: made.rowKey ?? example.rowKey,
    split: made.side,
    input: example.input,
    label: example.label,
    messages: JSON.stringify(example.messages),
    kind: example.kind,
    extras: extrasOf(example),
  };
}
