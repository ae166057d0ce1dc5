import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { type DeclaredSplit, declaredSplits } from '../rows/example.js';
import type { FinishedImport } from './import.service.js';
import type { ImportFault } from './import-fault.js';
import type { ImportRecord } from './import-record.js';

export class ImportQuery {
  /** What the rows are for; `auto` deals them out by a hash of the prompt, eight in ten to train. @example 'train' */
  @IsOptional()
  @IsIn(declaredSplits)
  split?: DeclaredSplit;

  /** A newer upload of the same name and split stands in for the older one in the format checks. @example 'train.csv' */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/^[^\p{Cc}]+$/u)
  fileName?: string;
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

export class ImportResponse {
  /** @example 'imp_01kc0000000000000000000000' */
  id: string;
  /** @example 'train.csv' */
  fileName: string;
  /** `csv` or `chat`. @example 'csv' */
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
  /** @example 839073 */
  bytes: number;
  /** Of the whole file; null until it was read to its end. @example 'b06e26ac675513959a63135f11b94ea7786ed02da65db93a5650d8838cbc664b' */
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

export function toImportResponse(record: ImportRecord): ImportResponse {
  const { id, fileName, format, split, state, total, accepted, rejected, duplicates, bytes, sha256, problem } = record;
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
    sha256,
    problem,
    createdBy: record.createdBy,
    createdAt: new Date(record.createdAt).toISOString(),
    finishedAt: record.finishedAt === null ? null : new Date(record.finishedAt).toISOString(),
  };
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
