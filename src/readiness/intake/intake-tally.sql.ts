// What came in, from the tables of uploads and of captured traffic. Uploads that were withdrawn count nowhere.
import type { Kysely } from 'kysely';
import type { Database } from '../../platform/database/database.sql.js';
import { picturesOf } from '../images/image-store.sql.js';
import { type ImageTally, noImages } from '../images/image-tally.js';
import { sumImages } from '../images/sum-images.js';
import { type FaultCode, faultCodes } from '../imports/import-fault.js';
import type { ImportRecord } from '../imports/import-record.js';
import { importFromRow } from '../imports/import-rows.sql.js';
import { findNearPictures } from '../near/near-pictures.js';
import type { ReadinessTables } from '../readiness-tables.js';
import {
  addImports,
  type CaptureTally,
  type ExclusionReason,
  exclusionReasons,
  type ImportTally,
  type IntakeTally,
  noImports,
  type ShownFault,
} from './intake-tally.js';

const faultsShownPerCode = 50;

type Tables = Kysely<ReadinessTables>;

export async function readIntakeTally(database: Database, projectId: string): Promise<IntakeTally> {
  const tables = database.of<ReadinessTables>();
  const rows = await tables
    .selectFrom('imports')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('withdrawn_at', 'is', null)
    .execute();
  const imports = rows.map(importFromRow);
  const standing = newestOfEach(imports.filter(({ state }) => state === 'done'));
  const ended = newestOfEach(imports.filter(({ state }) => state !== 'running'));
  return {
    allImports: summed(imports),
    standingImports: summed(standing),
    captured: await captureTally(tables, projectId),
    files: ended.map(({ id, fileName, problem, fileFacts }) => ({ importId: id, fileName, problem, ...fileFacts })),
    images: await imagesOf(tables, projectId, standing),
    faults: await faultsOf(
      tables,
      standing.map((one) => one.id),
    ),
  };
}

async function imagesOf(tables: Tables, projectId: string, standing: readonly ImportRecord[]): Promise<ImageTally> {
  const images = standing.map((one) => one.images).reduce(sumImages, noImages);
  const ids = standing.filter((one) => one.images.pictures > 0).map((one) => one.id);
  return ids.length === 0 ? images : { ...images, near: findNearPictures(await picturesOf(tables, projectId, ids)) };
}

/** The newest upload of each file name and split. */
function newestOfEach(imports: readonly ImportRecord[]): ImportRecord[] {
  const newest = new Map<string, ImportRecord>();
  for (const one of imports) {
    const key = `${one.split} ${one.fileName}`;
    const known = newest.get(key);
    if (known === undefined || known.id < one.id) {
      newest.set(key, one);
    }
  }
  return [...newest.values()];
}

function summed(imports: readonly ImportRecord[]): ImportTally {
  return imports.map((one) => ({ ...one, rows: one.total })).reduce<ImportTally>(addImports, noImports);
}

async function captureTally(tables: Tables, projectId: string): Promise<CaptureTally> {
  const groups = await tables
    .selectFrom('capture_intake')
    .select((of) => [
      'result',
      of.fn.countAll<number>().as('exchanges'),
      of.fn.min('at').as('firstAt'),
      of.fn.max('at').as('lastAt'),
    ])
    .where('project_id', '=', projectId)
    .groupBy('result')
    .execute();
  const countOf = (result: string) => Number(groups.find((group) => group.result === result)?.exchanges ?? 0);
  const excluded: Partial<Record<ExclusionReason, number>> = {};
  for (const reason of exclusionReasons.filter((one) => countOf(one) > 0)) {
    excluded[reason] = countOf(reason);
  }
  return {
    seen: groups.reduce((sum, group) => sum + Number(group.exchanges), 0),
    taken: countOf('taken'),
    duplicates: countOf('duplicate'),
    excluded,
    firstAt: groups.length === 0 ? null : Math.min(...groups.map((group) => Number(group.firstAt))),
    lastAt: groups.length === 0 ? null : Math.max(...groups.map((group) => Number(group.lastAt))),
  };
}

async function faultsOf(tables: Tables, importIds: readonly string[]): Promise<ShownFault[]> {
  const shown: ShownFault[] = [];
  for (const code of importIds.length === 0 ? [] : faultCodes) {
    const rows = await tables
      .selectFrom('import_faults')
      .selectAll()
      .where('import_id', 'in', [...importIds])
      .where('code', '=', code)
      .orderBy('import_id')
      .orderBy('line')
      .limit(faultsShownPerCode)
      .execute();
    shown.push(
      ...rows.map((row) => ({
        importId: row.import_id,
        line: row.line,
        byteOffset: row.byte_offset,
        field: row.field,
        code: row.code as FaultCode,
        reason: row.reason,
      })),
    );
  }
  return shown;
}
