import { noImages } from '../../src/readiness/images/image-tally.js';
import { noFileFacts } from '../../src/readiness/imports/file-facts.js';
import type { ImportRecord } from '../../src/readiness/imports/import-record.js';
import { noRights } from '../../src/readiness/imports/rights-declaration.js';

/** A running upload of which nothing has come yet. */
export function anImport(parts: Partial<ImportRecord> = {}): ImportRecord {
  return {
    id: 'imp_1',
    projectId: 'prj_one',
    fileName: 'train.csv',
    format: 'csv',
    split: 'train',
    state: 'running',
    total: 0,
    accepted: 0,
    rejected: 0,
    duplicates: 0,
    bytes: 0,
    bytesTotal: null,
    sha256: null,
    problem: null,
    rejectedByCode: {},
    trimmed: 0,
    fileFacts: noFileFacts,
    images: noImages,
    rights: noRights,
    resumedFrom: null,
    withdrawn: null,
    createdBy: 'ada',
    createdAt: 100,
    touchedAt: 100,
    finishedAt: null,
    ...parts,
  };
}
