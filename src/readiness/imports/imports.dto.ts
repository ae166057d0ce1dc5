import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { type DeclaredSplit, declaredSplits } from '../rows/example.js';
import type { FinishedImport } from './import.service.js';
import type { ImportFault } from './import-fault.js';
import { type ImportFormat, importFormats } from './import-reader.js';
import { type ImportRecord, progressOf } from './import-record.js';
import { noRights, type RightsDeclaration } from './rights-declaration.js';

const asBoolean = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value);

/** What the uploader says about the right to use the rows; what is left out is not known, and the checks say so. */
export class RightsQuery {
  /** SPDX identifier of the licence, or `proprietary`. @example 'CC-BY-4.0' */
  @IsOptional()
  @Matches(/^[A-Za-z0-9.+-]{1,80}$/)
  licence?: string;

  /** Commit, version or hash at which the licence was read. @example 'v1.2' */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  licenceRevision?: string;

  /** Where the rows come from. @example 'support desk, 2026' */
  @IsOptional()
  @IsString()
  @Length(1, 400)
  source?: string;

  /** Such as `consent`, `contract`, `legitimate-interest`, `no-personal-data`. @example 'contract' */
  @IsOptional()
  @Matches(/^[a-z][a-z-]{1,60}$/)
  legalBasis?: string;

  /** Whether what people were told covers training. @example true */
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean()
  purposeIncludesTraining?: boolean;

  /** Until when the rows may be kept. @example '2027-12-31T00:00:00.000Z' */
  @IsOptional()
  @IsISO8601({ strict: true })
  retentionUntil?: string;

  /** People who objected and are still in the rows. @example 0 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  optOuts?: number;
}

export class ImportQuery extends RightsQuery {
  /** What the rows are for; `auto` deals them out by a hash of the prompt, eight in ten to train. @example 'train' */
  @IsOptional()
  @IsIn(declaredSplits)
  split?: DeclaredSplit;

  /**
   * A newer upload of the same name and split stands in for the older one in the format checks, and goes on with it
   * where it broke off. @example 'train.csv'
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/^[^\p{Cc}]+$/u)
  fileName?: string;

  /** `auto`: by the bytes and the keys. @example 'auto' */
  @IsOptional()
  @IsIn(importFormats)
  format?: ImportFormat;
}

export class WithdrawRequest {
  /** @example 'The customer asked for it.' */
  @IsString()
  @Length(3, 1_000)
  reason: string;
}

export class ListImportsQuery {
  /** @example 50 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** As `next` of the page before gave it. @example 'imp_01kc0000000000000000000000' */
  @IsOptional()
  @Matches(/^imp_[0-9a-z]{26}$/)
  after?: string;
}

export class ListFaultsQuery {
  /** @example 100 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;

  /** As `next` of the page before gave it. @example 'MTAwOnRleHQ' */
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{1,400}$/)
  after?: string;
}

export class ImportFaultResponse {
  /** Line on which the row begins, from 1. @example 3 */
  line: number;
  /** Byte of the file at which the row begins, from 0. @example 128 */
  byteOffset: number;
  /** Path or column; empty for the row as a whole. @example 'messages[1].content' */
  field: string;
  /** @example 'msg.content-empty' */
  code: string;
  /** @example 'The content is empty.' */
  reason: string;
}

export class RightsResponse {
  /** @example 'CC-BY-4.0' */
  licence: string | null;
  /** @example 'v1.2' */
  licenceRevision: string | null;
  /** @example 'support desk, 2026' */
  source: string | null;
  /** @example 'contract' */
  legalBasis: string | null;
  /** @example true */
  purposeIncludesTraining: boolean | null;
  /** @example '2027-12-31T00:00:00.000Z' */
  retentionUntil: string | null;
  /** @example 0 */
  optOuts: number | null;
}

export class WithdrawnResponse {
  /** @example '2026-11-26T10:00:00.000Z' */
  at: string;
  /** @example 'ada' */
  by: string;
  /** @example 'The customer asked for it.' */
  reason: string;
}

export class ImportResponse {
  /** @example 'imp_01kc0000000000000000000000' */
  id: string;
  /** @example 'train.csv' */
  fileName: string;
  /** The row format of most rows; while it runs, what was asked for. @example 'classification' */
  format: string;
  /** @example 'train' */
  split: string;
  /** `running`, `done` or `failed`. @example 'done' */
  state: string;
  /** Rows read: accepted, rejected and duplicates together. @example 10003 */
  total: number;
  /** Rows that were new. @example 10003 */
  accepted: number;
  /** @example 0 */
  rejected: number;
  /** Rows that were there already. @example 0 */
  duplicates: number;
  /** Received so far, packed as they came. @example 839073 */
  bytes: number;
  /** Of the whole upload, as announced; null: not announced. @example 839073 */
  bytesTotal: number | null;
  /** At the pace so far; null before the first rows. @example 21000 */
  rowsPerSecond: number | null;
  /** Null when it does not run, or its length was not announced. @example null */
  secondsLeft: number | null;
  /** The upload that broke off and that this one went on with. @example null */
  resumedFrom: string | null;
  /** `jsonl`, `json-array`, `pretty-json`, `csv`, `tsv`, `parquet`, `tar`; null until known. @example 'csv' */
  fileKind: string | null;
  /** Accepted rows by row format. @example { "classification": 10003 } */
  shapes: Record<string, number>;
  rights: RightsResponse;
  /** Null: the upload stands. */
  withdrawn: WithdrawnResponse | null;
  /** Of the whole file as it came; null until it was read to its end. @example 'b06e26ac675513959a63135f11b94ea7786ed02da65db93a5650d8838cbc664b' */
  sha256: string | null;
  /** Why it failed. @example null */
  problem: string | null;
  /** @example 'ada' */
  createdBy: string;
  /** @example '2026-11-25T10:00:00.000Z' */
  createdAt: string;
  /** @example '2026-11-25T10:00:02.000Z' */
  finishedAt: string | null;
}

export class FinishedImportResponse extends ImportResponse {
  /** The first hundred; the others are at `/faults`. */
  faults: ImportFaultResponse[];
}

export class ImportListResponse {
  imports: ImportResponse[];
  /** Hand in as `after`; null on the last page. @example null */
  next: string | null;
}

export class ImportFaultListResponse {
  faults: ImportFaultResponse[];
  /** Hand in as `after`; null on the last page. @example null */
  next: string | null;
}

const iso = (at: number) => new Date(at).toISOString();
const isoOrNull = (at: number | null) => (at === null ? null : iso(at));

export function toImportResponse(record: ImportRecord): ImportResponse {
  const { id, fileName, format, split, state, total, accepted, rejected, duplicates, bytes, bytesTotal } = record;
  const { sha256, problem, resumedFrom, fileFacts, rights, withdrawn } = record;
  return {
    id,
    fileName,
    format,
    split,
    state,
    total,
    accepted,
    rejected,
    duplicates,
    bytes,
    bytesTotal,
    ...progressOf(record),
    sha256,
    problem,
    resumedFrom,
    fileKind: fileFacts.kind,
    shapes: { ...fileFacts.shapes },
    rights: toRightsResponse(rights),
    withdrawn: withdrawn === null ? null : { ...withdrawn, at: iso(withdrawn.at) },
    createdBy: record.createdBy,
    createdAt: iso(record.createdAt),
    finishedAt: isoOrNull(record.finishedAt),
  };
}

function toRightsResponse({ spdx, revision, retentionUntil, ...rights }: RightsDeclaration): RightsResponse {
  return { licence: spdx, licenceRevision: revision, ...rights, retentionUntil: isoOrNull(retentionUntil) };
}

/** Only what was said. */
export function toRights(query: RightsQuery): Partial<RightsDeclaration> {
  const { licence, licenceRevision, source, legalBasis, purposeIncludesTraining, retentionUntil, optOuts } = query;
  return {
    ...(licence === undefined ? {} : { spdx: licence }),
    ...(licenceRevision === undefined ? {} : { revision: licenceRevision }),
    ...(source === undefined ? {} : { source }),
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(purposeIncludesTraining === undefined ? {} : { purposeIncludesTraining }),
    ...(retentionUntil === undefined ? {} : { retentionUntil: Date.parse(retentionUntil) }),
    ...(optOuts === undefined ? {} : { optOuts }),
  };
}

export function rightsOfUpload(query: RightsQuery): RightsDeclaration {
  return { ...noRights, ...toRights(query) };
}

export function toFinishedResponse({ record, faults }: FinishedImport): FinishedImportResponse {
  return { ...toImportResponse(record), faults: [...faults] };
}

export function toImportList(imports: readonly ImportRecord[], limit: number): ImportListResponse {
  return {
    imports: imports.map(toImportResponse),
    next: imports.length === limit ? (imports.at(-1)?.id ?? null) : null,
  };
}

export function toFaultList(faults: readonly ImportFault[], limit: number): ImportFaultListResponse {
  const last = faults.length === limit ? faults.at(-1) : undefined;
  const next = last === undefined ? null : Buffer.from(`${last.line}:${last.field}`).toString('base64url');
  return { faults: [...faults], next };
}

/** Null for the first page; a cursor that was not ours begins at the first page too. */
export function faultCursor(after: string | undefined): { line: number; field: string } | null {
  const match = /^(\d{1,15}):(.*)$/s.exec(Buffer.from(after ?? '', 'base64url').toString('utf8'));
  return match === null ? null : { line: Number(match[1]), field: match[2] ?? '' };
}
