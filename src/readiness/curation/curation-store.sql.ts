import { Inject, Injectable } from '@nestjs/common';
import { Database, type Within } from '../../platform/database/database.sql.js';
import type { CurationStepTable, ReadinessTables, RowEditTable } from '../readiness-tables.js';
import { type DeclaredSplit, makeExample, type RowContent } from '../rows/example.js';
import { keyOf } from '../rows/example-values.sql.js';
import type { Split } from '../rows/split-of.js';
import { touchSegments } from '../segments/touch-segments.sql.js';
import { type CurationStep, CurationStore, type NewCurationStep } from './curation-store.js';
import type { RowChange, RowEdit } from './row-edit.js';

const editsPerStatement = 500;
/** Younger than this, a step without its end may be on its way. */
const stillRunningMs = 60_000;

@Injectable()
export class SqlCurationStore extends CurationStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async apply(step: NewCurationStep, edits: Iterable<RowEdit> | AsyncIterable<RowEdit>): Promise<CurationStep> {
    const sequence = await this.begin(step);
    const touched = new Set<string>();
    let count = 0;
    let batch: RowEdit[] = [];
    const flush = async () => {
      count += await this.database.transaction((within) => insertEdits(within, { step, edits: batch, touched }));
      batch = [];
    };
    for await (const edit of edits) {
      batch.push(edit);
      if (batch.length === editsPerStatement) {
        await flush();
      }
    }
    await flush();
    await this.database.transaction(async (within) => {
      await within
        .of<ReadinessTables>()
        .updateTable('curation_steps')
        .set({ applied_at: step.at, edits: count })
        .where('id', '=', step.id)
        .execute();
      await touchSegments(within, step.projectId, touched);
    });
    return { ...step, sequence, edits: count, undone: null };
  }

  async undo(question: { projectId: string; stepId: string; by: string; at: number }): Promise<CurationStep | null> {
    const { projectId, stepId, by, at } = question;
    await this.database.transaction(async (within) => {
      const undone = await within
        .of<ReadinessTables>()
        .updateTable('curation_steps')
        .set({ undone_by: by, undone_at: at })
        .where('id', '=', stepId)
        .where('project_id', '=', projectId)
        .where('undone_at', 'is', null)
        .executeTakeFirst();
      if (undone.numUpdatedRows > 0n) {
        await touchSegments(within, projectId, await segmentsOfStep(within, stepId));
      }
    });
    return this.find(projectId, stepId);
  }

  async list(projectId: string): Promise<readonly CurationStep[]> {
    const rows = await this.applied.where('project_id', '=', projectId).orderBy('sequence', 'desc').execute();
    return rows.map(stepFromRow);
  }

  async find(projectId: string, stepId: string): Promise<CurationStep | null> {
    const row = await this.applied.where('project_id', '=', projectId).where('id', '=', stepId).executeTakeFirst();
    return row === undefined ? null : stepFromRow(row);
  }

  async editsOf(query: {
    stepId: string;
    after: { declaredSplit: string; rowKey: string } | null;
    limit: number;
  }): Promise<readonly RowEdit[]> {
    const { declaredSplit, rowKey } = query.after ?? { declaredSplit: '', rowKey: '' };
    const rows = await this.tables
      .selectFrom('row_edits')
      .selectAll()
      .where('step_id', '=', query.stepId)
      .where((where) =>
        where.or([
          where('declared_split', '>', declaredSplit),
          where.and([where('declared_split', '=', declaredSplit), where('row_key', '>', rowKey)]),
        ]),
      )
      .orderBy('declared_split')
      .orderBy('row_key')
      .limit(query.limit)
      .execute();
    return rows.map(editFromRow);
  }

  /** Two steps begun at once would get the same number; the index then refuses the second, which tries again. */
  private async begin(step: NewCurationStep): Promise<number> {
    await this.clearAway(step);
    for (;;) {
      const newest = await this.tables
        .selectFrom('curation_steps')
        .select((of) => of.fn.max('sequence').as('sequence'))
        .where('project_id', '=', step.projectId)
        .executeTakeFirst();
      const sequence = Number(newest?.sequence ?? 0) + 1;
      const result = await this.tables
        .insertInto('curation_steps')
        .values(toStepRow(step, sequence))
        .onConflict((conflict) => conflict.columns(['project_id', 'sequence']).doNothing())
        .executeTakeFirst();
      if (Number(result.numInsertedOrUpdatedRows ?? 0) > 0) {
        return sequence;
      }
    }
  }

  /** What broke off under the same id. Throws while it may still be running. */
  private async clearAway({ id, at }: NewCurationStep): Promise<void> {
    const steps = this.tables.selectFrom('curation_steps').select(['created_at', 'applied_at']);
    const known = await steps.where('id', '=', id).executeTakeFirst();
    if (known === undefined) {
      return;
    }
    if (known.applied_at !== null || Number(known.created_at) > at - stillRunningMs) {
      throw new Error(`curation step ${id} was applied already, or is being applied`);
    }
    await this.database.transaction(async (within) => {
      await within.of<ReadinessTables>().deleteFrom('row_edits').where('step_id', '=', id).execute();
      await within.of<ReadinessTables>().deleteFrom('curation_steps').where('id', '=', id).execute();
    });
  }

  private get applied() {
    return this.tables.selectFrom('curation_steps').selectAll().where('applied_at', 'is not', null);
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}

interface EditBatch {
  readonly step: NewCurationStep;
  readonly edits: readonly RowEdit[];
  /** Grows by the segments of the rows. */
  readonly touched: Set<string>;
}

/** @returns how many were written: the first of two edits of one row counts */
async function insertEdits(within: Within, { step, edits, touched }: EditBatch): Promise<number> {
  if (edits.length === 0) {
    return 0;
  }
  const segments = await segmentsOf(within, step.projectId, edits);
  const values = edits.map((edit): RowEditTable => {
    const ofRow = [...(segments.get(edit.rowKey) ?? [])].sort();
    for (const segment of ofRow) {
      touched.add(segment);
    }
    return {
      step_id: step.id,
      project_id: step.projectId,
      declared_split: edit.declaredSplit,
      row_key: edit.rowKey,
      segments: JSON.stringify(ofRow),
      ...changeColumns(edit.change),
    };
  });
  const result = await within
    .of<ReadinessTables>()
    .insertInto('row_edits')
    .values([
      ...new Map(
        values.map((row) => [keyOf({ declaredSplit: row.declared_split, rowKey: row.row_key }), row]),
      ).values(),
    ])
    .onConflict((conflict) => conflict.columns(['step_id', 'declared_split', 'row_key']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

/** Where the rows lie: those delivered under this key, and those that earlier steps made into it. */
async function segmentsOf(
  within: Within,
  projectId: string,
  edits: readonly RowEdit[],
): Promise<Map<string, Set<string>>> {
  const keys = edits.map((edit) => edit.rowKey);
  const tables = within.of<ReadinessTables>();
  const delivered = await tables
    .selectFrom('examples')
    .select(['row_key', 'segment_id'])
    .where('project_id', '=', projectId)
    .where('declared_split', 'in', ['train', 'holdout', 'auto'])
    .where('row_key', 'in', keys)
    .execute();
  const made = await tables
    .selectFrom('row_edits')
    .select(['new_row_key', 'segments'])
    .where('project_id', '=', projectId)
    .where('new_row_key', 'in', keys)
    .execute();
  const found = new Map<string, Set<string>>();
  const add = (key: string, ids: readonly string[]) => found.set(key, new Set([...(found.get(key) ?? []), ...ids]));
  for (const row of delivered) {
    add(row.row_key, row.segment_id === null ? [] : [row.segment_id]);
  }
  for (const row of made) {
    add(row.new_row_key ?? '', JSON.parse(row.segments) as string[]);
  }
  return found;
}

async function segmentsOfStep(within: Within, stepId: string): Promise<Set<string>> {
  const rows = await within
    .of<ReadinessTables>()
    .selectFrom('row_edits')
    .select('segments')
    .distinct()
    .where('step_id', '=', stepId)
    .execute();
  return new Set(rows.flatMap((row) => JSON.parse(row.segments) as string[]));
}

/** Throws on content that is no example, before anything of it is stored. */
function changeColumns(change: RowChange): Pick<RowEditTable, 'change' | 'replacement' | 'new_row_key' | 'move_to'> {
  if (change.kind === 'replace') {
    const { rowKey } = makeExample(change.content, {
      origin: 'import',
      originId: '',
      line: null,
      declaredSplit: 'auto',
    });
    return { change: 'replace', replacement: JSON.stringify(change.content), new_row_key: rowKey, move_to: null };
  }
  return {
    change: change.kind,
    replacement: null,
    new_row_key: null,
    move_to: change.kind === 'move' ? change.to : null,
  };
}

function editFromRow(row: RowEditTable): RowEdit {
  return {
    rowKey: row.row_key,
    declaredSplit: row.declared_split as DeclaredSplit,
    change: changeFromRow(row),
  };
}

function changeFromRow({ change, replacement, move_to }: RowEditTable): RowChange {
  if (change === 'replace') {
    return { kind: 'replace', content: JSON.parse(replacement ?? '') as RowContent };
  }
  return change === 'move' ? { kind: 'move', to: move_to as Split } : { kind: 'drop' };
}

function toStepRow(step: NewCurationStep, sequence: number): CurationStepTable {
  return {
    id: step.id,
    project_id: step.projectId,
    sequence,
    action: step.action,
    parameters: JSON.stringify(step.parameters),
    effect: JSON.stringify(step.effect),
    reason: step.reason,
    digest_before: step.digestBefore,
    created_by: step.by,
    created_at: step.at,
    applied_at: null,
    edits: 0,
    undone_by: null,
    undone_at: null,
  };
}

function stepFromRow(row: CurationStepTable): CurationStep {
  const { undone_by: by, undone_at: at } = row;
  return {
    id: row.id,
    projectId: row.project_id,
    sequence: Number(row.sequence),
    action: row.action,
    parameters: JSON.parse(row.parameters) as Record<string, unknown>,
    effect: JSON.parse(row.effect) as Record<string, unknown>,
    reason: row.reason,
    digestBefore: row.digest_before,
    edits: Number(row.edits),
    by: row.created_by,
    at: Number(row.created_at),
    undone: by === null || at === null ? null : { by, at: Number(at) },
  };
}
