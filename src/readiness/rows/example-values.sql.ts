// Rows into the examples table, for uploads and for captured traffic alike.
import type { Within } from '../../platform/database/database.sql.js';
import type { ExampleTable, ReadinessTables } from '../readiness-tables.js';
import type { Example } from './example.js';

interface NewExamples {
  readonly projectId: string;
  /** At most 500. */
  readonly examples: readonly Example[];
  readonly at: number;
}

/** Writes the rows that are not there yet, in the order of their keys (so that two writers never lock each other out). */
export async function insertExamples(within: Within, { projectId, examples, at }: NewExamples): Promise<number> {
  if (examples.length === 0) {
    return 0;
  }
  const values = examples
    .map(
      (example): ExampleTable => ({
        project_id: projectId,
        row_key: example.rowKey,
        prompt_key: example.promptKey,
        origin: example.origin,
        origin_id: example.originId,
        line: example.line,
        declared_split: example.declaredSplit,
        input: example.input,
        label: example.label,
        messages: JSON.stringify(example.messages),
        created_at: at,
      }),
    )
    .sort((left, right) => (left.row_key < right.row_key ? -1 : left.row_key > right.row_key ? 1 : 0));
  const result = await within
    .of<ReadinessTables>()
    .insertInto('examples')
    .values(values)
    .onConflict((conflict) => conflict.columns(['project_id', 'declared_split', 'row_key']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}
