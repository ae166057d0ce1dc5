// Rows as they stand: stored rows with the edits of all steps that count, in the order of the steps. A step's edits name
// rows as they stood when it was made, so a row that was replaced is looked for again under its new key.
import type { Kysely } from 'kysely';
import type { Database } from '../../platform/database/database.sql.js';
import type { ExampleTable, ReadinessTables, RowEditTable } from '../readiness-tables.js';
import { type DeclaredSplit, type KeyedExample, makeExample, type RowContent } from './example.js';
import { exampleFromRow, keyOf } from './example-values.sql.js';

/** Keys in one statement; SQLite binds at most 32,766 values. */
const keysPerStatement = 5_000;

type StoredEdit = Pick<RowEditTable, 'declared_split' | 'row_key' | 'change' | 'replacement' | 'move_to'> & {
  readonly sequence: number;
};

/** A row on its way through the steps. Null: one of them dropped it. */
interface Standing {
  readonly example: KeyedExample | null;
  readonly place: number;
  /** Sequence of the last step that changed it. */
  readonly sequence: number;
}

/** @returns the rows in the order given, without those that were dropped */
export async function effectiveRows(
  database: Database,
  projectId: string,
  stored: readonly ExampleTable[],
): Promise<KeyedExample[]> {
  const rows: (KeyedExample | null)[] = stored.map(exampleFromRow);
  const tables = database.of<ReadinessTables>();
  if (rows.length === 0 || !(await hasEdits(tables, projectId))) {
    return rows.filter((row) => row !== null);
  }
  let moving: Standing[] = rows.map((example, place) => ({ example, place, sequence: 0 }));
  while (moving.length > 0) {
    const edits = await editsOf(tables, projectId, moving);
    moving = moving.flatMap((standing) => {
      const next = nextStanding(standing, edits);
      if (next === null) {
        return [];
      }
      rows[next.place] = next.example;
      return next.example === null ? [] : [next];
    });
  }
  return rows.filter((row) => row !== null);
}

/** Null: no later step touches it. */
function nextStanding(
  { example, place, sequence }: Standing,
  edits: ReadonlyMap<string, readonly StoredEdit[]>,
): Standing | null {
  const found = example === null ? undefined : edits.get(keyOf(example))?.find((edit) => edit.sequence > sequence);
  if (example === null || found === undefined) {
    return null;
  }
  return { example: edited(example, found), place, sequence: found.sequence };
}

function edited(example: KeyedExample, { change, replacement, move_to }: StoredEdit): KeyedExample | null {
  if (change === 'drop') {
    return null;
  }
  if (change === 'move') {
    return { ...example, declaredSplit: (move_to ?? example.declaredSplit) as DeclaredSplit };
  }
  const { origin, originId, line, declaredSplit } = example;
  return makeExample(JSON.parse(replacement ?? '') as RowContent, { origin, originId, line, declaredSplit });
}

async function hasEdits(tables: Kysely<ReadinessTables>, projectId: string): Promise<boolean> {
  const step = await tables
    .selectFrom('curation_steps')
    .select('id')
    .where('project_id', '=', projectId)
    .where('applied_at', 'is not', null)
    .where('undone_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return step !== undefined;
}

/** By row, in the order of the steps. */
async function editsOf(
  tables: Kysely<ReadinessTables>,
  projectId: string,
  moving: readonly Standing[],
): Promise<Map<string, StoredEdit[]>> {
  const keys = [...new Set(moving.flatMap(({ example }) => (example === null ? [] : [example.rowKey])))];
  const found = new Map<string, StoredEdit[]>();
  for (let from = 0; from < keys.length; from += keysPerStatement) {
    const edits = await activeEdits(tables, projectId, keys.slice(from, from + keysPerStatement));
    for (const edit of edits) {
      const key = keyOf({ declaredSplit: edit.declared_split, rowKey: edit.row_key });
      const known = found.get(key);
      if (known === undefined) {
        found.set(key, [edit]);
      } else {
        known.push(edit);
      }
    }
  }
  return found;
}

async function activeEdits(
  tables: Kysely<ReadinessTables>,
  projectId: string,
  keys: readonly string[],
): Promise<StoredEdit[]> {
  const edits = await tables
    .selectFrom('row_edits')
    .innerJoin('curation_steps', 'curation_steps.id', 'row_edits.step_id')
    .select(['declared_split', 'row_key', 'change', 'replacement', 'move_to', 'curation_steps.sequence as sequence'])
    .where('row_edits.project_id', '=', projectId)
    .where('row_edits.row_key', 'in', [...keys])
    .where('curation_steps.applied_at', 'is not', null)
    .where('curation_steps.undone_at', 'is', null)
    .orderBy('curation_steps.sequence')
    .execute();
  return edits.map((edit) => ({ ...edit, sequence: Number(edit.sequence) }));
}
