// Rows into the examples table and out of it, for uploads and for captured traffic alike.
import { sql } from 'kysely';
import type { Within } from '../../platform/database/database.sql.js';
import type { ExampleTable, ReadinessTables } from '../readiness-tables.js';
import { countIntoSegment, openSegment } from '../segments/touch-segments.sql.js';
import type { DeclaredSplit, Example, ExampleKind, KeyedExample, Message, ToolDeclaration } from './example.js';
import type { DeliveredExample } from './example-store.js';
import { noTraits, type RowTraits } from './row-traits.js';

interface NewExamples {
  readonly projectId: string;
  /** At most 500. */
  readonly examples: readonly DeliveredExample[];
  readonly at: number;
}

interface Extras {
  readonly rejected?: Message;
  readonly tools?: readonly ToolDeclaration[];
  /** Only what is not as in `noTraits`. */
  readonly traits?: Partial<RowTraits>;
}

/** Two rows are one when both of these are equal. */
export const keyOf = (row: { declaredSplit: string; rowKey: string }) => `${row.declaredSplit} ${row.rowKey}`;

/**
 * Writes the rows that are not there yet, in the order of their keys (so that two writers never lock each other out).
 * A row that was withdrawn comes back. Who delivers a row that is there already is noted beside it.
 * @returns keys (`keyOf`) of the rows that are new
 */
export async function insertExamples(within: Within, { projectId, examples, at }: NewExamples): Promise<Set<string>> {
  if (examples.length === 0) {
    return new Set();
  }
  const segmentId = await openSegment(within, projectId, at);
  // Of two equal rows of one batch the first is written: PostgreSQL refuses to touch a row twice in one statement.
  const values = [...new Map([...examples].reverse().map((example) => [keyOf(example), example])).values()]
    .map((example) => toRow(example, { projectId, segmentId, at }))
    .sort((left, right) => (left.row_key < right.row_key ? -1 : left.row_key > right.row_key ? 1 : 0));
  const inserted = await insert(within, values);
  const fresh = new Set(inserted.map((row) => keyOf({ declaredSplit: row.declared_split, rowKey: row.row_key })));
  if (fresh.size > 0) {
    const bytes = inserted.reduce((sum, row) => sum + Number(row.size), 0);
    await countIntoSegment(within, { projectId, segmentId, rows: fresh.size, bytes });
  }
  await noteDeliveries(
    within,
    projectId,
    examples.filter((example) => !fresh.has(keyOf(example))),
  );
  return fresh;
}

function insert(within: Within, values: readonly ExampleTable[]) {
  return within
    .of<ReadinessTables>()
    .insertInto('examples')
    .values([...values])
    .onConflict((conflict) =>
      conflict
        .columns(['project_id', 'declared_split', 'row_key'])
        .doUpdateSet((of) => ({
          origin: of.ref('excluded.origin'),
          origin_id: of.ref('excluded.origin_id'),
          line: of.ref('excluded.line'),
          byte_offset: of.ref('excluded.byte_offset'),
          extras: of.ref('excluded.extras'),
          segment_id: of.ref('excluded.segment_id'),
          created_at: of.ref('excluded.created_at'),
          withdrawn_at: null,
        }))
        .where('examples.withdrawn_at', 'is not', null),
    )
    .returning(['declared_split', 'row_key', sql<number>`length(messages)`.as('size')])
    .execute();
}

/** Captured repeats of captured rows are not noted: traffic is not withdrawn. */
async function noteDeliveries(within: Within, projectId: string, known: readonly DeliveredExample[]): Promise<void> {
  const ofImports = await deliveredByImport(within, projectId, known);
  const values = known
    .filter((example) => {
      const owner = ofImports.get(keyOf(example));
      return owner !== undefined && owner !== example.originId;
    })
    .map((example) => ({
      project_id: projectId,
      declared_split: example.declaredSplit,
      row_key: example.rowKey,
      origin: example.origin,
      origin_id: example.originId,
      line: example.line,
    }));
  if (values.length > 0) {
    await within
      .of<ReadinessTables>()
      .insertInto('row_deliveries')
      .values(values)
      .onConflict((conflict) => conflict.columns(['project_id', 'declared_split', 'row_key', 'origin_id']).doNothing())
      .execute();
  }
}

/** Row to the upload that owns it. */
async function deliveredByImport(
  within: Within,
  projectId: string,
  known: readonly KeyedExample[],
): Promise<Map<string, string>> {
  if (known.length === 0) {
    return new Map();
  }
  const rows = await within
    .of<ReadinessTables>()
    .selectFrom('examples')
    .select(['declared_split', 'row_key', 'origin_id'])
    .where('project_id', '=', projectId)
    .where('declared_split', 'in', [...new Set(known.map((one) => one.declaredSplit))])
    .where(
      'row_key',
      'in',
      known.map((one) => one.rowKey),
    )
    .where('origin', '=', 'import')
    .execute();
  return new Map(rows.map((row) => [keyOf({ declaredSplit: row.declared_split, rowKey: row.row_key }), row.origin_id]));
}

function toRow(
  example: DeliveredExample,
  { projectId, segmentId, at }: { projectId: string; segmentId: string; at: number },
): ExampleTable {
  return {
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
    kind: example.kind,
    extras: extrasOf(example),
    byte_offset: example.byteOffset ?? null,
    segment_id: segmentId,
    withdrawn_at: null,
  };
}

/** JSON of what only some rows have; null where there is nothing, as in most. */
export function extrasOf({ rejected, tools, traits }: Pick<Example, 'rejected' | 'tools' | 'traits'>): string | null {
  const known =
    traits === noTraits
      ? []
      : Object.entries(traits).filter(([name, value]) => !isSame(value, noTraits[name as keyof RowTraits]));
  const extras: Extras = {
    ...(rejected === null ? {} : { rejected }),
    ...(tools.length === 0 ? {} : { tools }),
    ...(known.length === 0 ? {} : { traits: Object.fromEntries(known) }),
  };
  return Object.keys(extras).length === 0 ? null : JSON.stringify(extras);
}

function isSame(value: unknown, none: unknown): boolean {
  return value === none || (typeof value === 'object' && JSON.stringify(value) === JSON.stringify(none));
}

export function readExtras(extras: string | null): Pick<Example, 'rejected' | 'tools' | 'traits'> {
  if (extras === null) {
    return { rejected: null, tools: [], traits: noTraits };
  }
  const { rejected = null, tools = [], traits } = JSON.parse(extras) as Extras;
  return { rejected, tools, traits: traits === undefined ? noTraits : { ...noTraits, ...traits } };
}

export function exampleFromRow(row: ExampleTable): KeyedExample {
  return {
    rowKey: row.row_key,
    promptKey: row.prompt_key,
    origin: row.origin as Example['origin'],
    originId: row.origin_id,
    line: row.line === null ? null : Number(row.line),
    declaredSplit: row.declared_split as DeclaredSplit,
    input: row.input,
    label: row.label ?? '',
    kind: row.kind as ExampleKind,
    messages: JSON.parse(row.messages) as Message[],
    ...readExtras(row.extras),
  };
}
