// What came in, and what of it was never a row: the counts that the rows themselves cannot tell.
import { type ImageTally, noImages } from '../images/image-tally.js';
import type { FileFacts } from '../imports/file-facts.js';
import type { FaultCode, ImportFault } from '../imports/import-fault.js';

/** Why a captured exchange gave no example. */
export const exclusionReasons = [
  'no-body',
  'body-cut',
  'failed',
  'request-unreadable',
  'response-unreadable',
  'answer-cut',
  'answer-filtered',
  'tool-calls',
  'no-answer',
  'unsupported-content',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export interface ImportTally {
  /** Rows of all files, blank lines not counted. */
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly rejectedByCode: Readonly<Partial<Record<FaultCode, number>>>;
  /** Accepted rows of which turns after the last answer were dropped. */
  readonly trimmed: number;
}

export interface CaptureTally {
  readonly seen: number;
  readonly taken: number;
  readonly duplicates: number;
  readonly excluded: Readonly<Partial<Record<ExclusionReason, number>>>;
  /** First and last exchange seen, ms; null when there was none. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export interface ShownFault extends ImportFault {
  readonly importId: string;
}

/** One uploaded file, whether it could be read or not. */
export interface IntakeFile extends FileFacts {
  readonly importId: string;
  readonly fileName: string;
  /** Why the file as a whole could not be read (empty, cut, of no known kind), as a sentence; null: it could. */
  readonly problem: string | null;
}

export interface IntakeTally {
  /** Every upload ever made: what the funnel counts. */
  readonly allImports: ImportTally;
  /** The newest finished upload of each file name and split: what the format checks judge, so that a mended file heals. */
  readonly standingImports: ImportTally;
  readonly captured: CaptureTally;
  /** The newest upload of each file name and split, those that failed included: an upload that failed is not mended yet. */
  readonly files: readonly IntakeFile[];
  readonly images: ImageTally;
  /** Of the standing imports, first faults by file and line, at most fifty. */
  readonly faults: readonly ShownFault[];
}

/** Nothing came in. */
export function noIntake(): IntakeTally {
  return {
    allImports: noImports,
    standingImports: noImports,
    captured: noCapture,
    files: [],
    images: noImages,
    faults: [],
  };
}

export const noImports: ImportTally = {
  rows: 0,
  accepted: 0,
  rejected: 0,
  duplicates: 0,
  rejectedByCode: {},
  trimmed: 0,
};

export const noCapture: CaptureTally = {
  seen: 0,
  taken: 0,
  duplicates: 0,
  excluded: {},
  firstAt: null,
  lastAt: null,
};

export function addImports(left: ImportTally, right: ImportTally): ImportTally {
  const codes = new Set([...Object.keys(left.rejectedByCode), ...Object.keys(right.rejectedByCode)]) as Set<FaultCode>;
  const rejectedByCode: Partial<Record<FaultCode, number>> = {};
  for (const code of codes) {
    rejectedByCode[code] = (left.rejectedByCode[code] ?? 0) + (right.rejectedByCode[code] ?? 0);
  }
  return {
    rows: left.rows + right.rows,
    accepted: left.accepted + right.accepted,
    rejected: left.rejected + right.rejected,
    duplicates: left.duplicates + right.duplicates,
    rejectedByCode,
    trimmed: left.trimmed + right.trimmed,
  };
}

/** Rows of files and captured exchanges that could not be read at all; a row of unknown shape was read. */
export function unreadableRows({ standingImports, captured }: IntakeTally): { unreadable: number; delivered: number } {
  const ofFiles = Object.entries(standingImports.rejectedByCode)
    .filter(([code]) => code.startsWith('row.') && code !== 'row.shape')
    .reduce((sum, [, count]) => sum + count, 0);
  const { excluded } = captured;
  const ofTraffic = (excluded['request-unreadable'] ?? 0) + (excluded['response-unreadable'] ?? 0);
  return { unreadable: ofFiles + ofTraffic, delivered: standingImports.rows + captured.seen };
}
