// An upload as its table holds it.
import type { Within } from '../../platform/database/database.sql.js';
import { type ImageTally, noImages } from '../images/image-tally.js';
import type { ImportTable, ReadinessTables } from '../readiness-tables.js';
import { type FileFacts, noFileFacts } from './file-facts.js';
import type { ImportRecord, Withdrawal } from './import-record.js';
import { noRights, type RightsDeclaration } from './rights-declaration.js';

/** `images` is missing in those of before. */
type Tally = Pick<ImportRecord, 'rejectedByCode' | 'trimmed'> & { readonly images?: ImageTally };

function toRow(record: ImportRecord, at: number): ImportTable {
  const { rejectedByCode, trimmed, images, withdrawn } = record;
  return {
    id: record.id,
    project_id: record.projectId,
    file_name: record.fileName,
    format: record.format,
    split: record.split,
    state: record.state,
    total: record.total,
    accepted: record.accepted,
    rejected: record.rejected,
    duplicates: record.duplicates,
    bytes: record.bytes,
    bytes_total: record.bytesTotal,
    sha256: record.sha256,
    problem: record.problem,
    tally: JSON.stringify({ rejectedByCode, trimmed, images } satisfies Tally),
    rights: JSON.stringify(record.rights),
    file_facts: JSON.stringify(record.fileFacts),
    resumed_from: record.resumedFrom,
    withdrawn_at: withdrawn?.at ?? null,
    withdrawn_by: withdrawn?.by ?? null,
    withdrawn_reason: withdrawn?.reason ?? null,
    created_by: record.createdBy,
    created_at: record.createdAt,
    touched_at: at,
    finished_at: record.finishedAt,
  };
}

export function importFromRow(row: ImportTable): ImportRecord {
  const { images = noImages, ...counts } = JSON.parse(row.tally) as Tally;
  return {
    id: row.id,
    projectId: row.project_id,
    fileName: row.file_name,
    format: row.format,
    split: row.split as ImportRecord['split'],
    state: row.state as ImportRecord['state'],
    total: row.total,
    accepted: row.accepted,
    rejected: row.rejected,
    duplicates: row.duplicates,
    bytes: row.bytes,
    bytesTotal: row.bytes_total,
    sha256: row.sha256,
    problem: row.problem,
    ...counts,
    images,
    fileFacts: row.file_facts === null ? noFileFacts : (JSON.parse(row.file_facts) as FileFacts),
    rights: row.rights === null ? noRights : (JSON.parse(row.rights) as RightsDeclaration),
    resumedFrom: row.resumed_from,
    withdrawn: withdrawalOf(row),
    createdBy: row.created_by,
    createdAt: row.created_at,
    touchedAt: row.touched_at,
    finishedAt: row.finished_at,
  };
}

function withdrawalOf({
  withdrawn_at: at,
  withdrawn_by: by,
  withdrawn_reason: reason,
}: ImportTable): Withdrawal | null {
  return at === null || by === null || reason === null ? null : { at, by, reason };
}

export async function writeImport(within: Within, record: ImportRecord, at: number): Promise<void> {
  const row = toRow(record, at);
  const { id: _id, project_id: _project, created_at: _at, created_by: _by, ...changing } = row;
  await within
    .of<ReadinessTables>()
    .insertInto('imports')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute();
}
