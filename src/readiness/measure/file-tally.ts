// What one file gave, piece by piece: rows, faults with their right lines, and what kind of file it is. Pieces are read
// in any order by several threads; their tallies are merged in any order.

import type { LookedAtImage } from '../images/image-store.js';
import { type ImageTally, noImages } from '../images/image-tally.js';
import { sumImages } from '../images/sum-images.js';
import { type FileFacts, type FileKind, isAsDeclared, noFileFacts } from '../imports/file-facts.js';
import type { FaultCode, ImportFault } from '../imports/import-fault.js';
import type { IntakeFile, IntakeTally, ShownFault } from '../intake/intake-tally.js';
import { addImports, noImports, noIntake } from '../intake/intake-tally.js';
import { findNearPictures } from '../near/near-pictures.js';

/** Of one file, the first by line. */
export const shownFaultsMax = 50;

/** Plain data. */
export interface FileTally {
  accepted: number;
  rejected: number;
  trimmed: number;
  /** Rows by the code of their first fault. */
  readonly rejectedByCode: Partial<Record<FaultCode, number>>;
  faults: readonly ImportFault[];
  facts: FileFacts;
  /** By the name of the row format: the first line that has it. Of files that are read in pieces. */
  readonly firstLines: Record<string, number>;
  /** Where the last piece that was read begins: it tells how the file ends. */
  lastOffset: number;
  problem: string | null;
}

export function emptyFileTally(): FileTally {
  return {
    accepted: 0,
    rejected: 0,
    trimmed: 0,
    rejectedByCode: {},
    faults: [],
    facts: noFileFacts,
    firstLines: {},
    lastOffset: -1,
    problem: null,
  };
}

/** Changes the tally. @param faults of one row, at least one */
export function addRejected(tally: FileTally, faults: readonly ImportFault[]): void {
  tally.rejected += 1;
  const [first] = faults;
  if (first !== undefined) {
    tally.rejectedByCode[first.code] = (tally.rejectedByCode[first.code] ?? 0) + 1;
  }
  const last = tally.faults.at(-1);
  if (tally.faults.length < shownFaultsMax || (last !== undefined && (first?.line ?? 0) < last.line)) {
    tally.faults = firstFaults([...tally.faults, ...faults]);
  }
}

/** Changes the tally. */
export function addShape(tally: FileTally, shape: string, line: number): void {
  tally.firstLines[shape] = Math.min(tally.firstLines[shape] ?? line, line);
}

/** Changes the left one. */
export function mergeFileTallies(left: FileTally, right: FileTally): FileTally {
  left.accepted += right.accepted;
  left.rejected += right.rejected;
  left.trimmed += right.trimmed;
  for (const [code, rows] of Object.entries(right.rejectedByCode) as [FaultCode, number][]) {
    left.rejectedByCode[code] = (left.rejectedByCode[code] ?? 0) + rows;
  }
  left.faults = firstFaults([...left.faults, ...right.faults]);
  for (const [shape, line] of Object.entries(right.firstLines)) {
    addShape(left, shape, line);
  }
  left.facts = mergeFacts(left, right);
  left.lastOffset = Math.max(left.lastOffset, right.lastOffset);
  left.problem ??= right.problem;
  return left;
}

function mergeFacts(left: FileTally, right: FileTally): FileFacts {
  const [one, other] = [left.facts, right.facts];
  const last = right.lastOffset > left.lastOffset ? other : one;
  const shapes: Record<string, number> = { ...one.shapes };
  for (const [shape, rows] of Object.entries(other.shapes)) {
    shapes[shape] = (shapes[shape] ?? 0) + rows;
  }
  const badBytes = [one.firstBadByte, other.firstBadByte].filter((offset) => offset !== null);
  return {
    kind: one.kind ?? other.kind,
    declaredKind: one.declaredKind ?? other.declaredKind,
    autoConverted: one.autoConverted || other.autoConverted,
    bom: one.bom || other.bom,
    encodingFound: one.encodingFound === 'utf-8' ? other.encodingFound : one.encodingFound,
    badUtf8Lines: one.badUtf8Lines + other.badUtf8Lines,
    firstBadByte: badBytes.length === 0 ? null : Math.min(...badBytes),
    lines: one.lines + other.lines,
    blankLines: one.blankLines + other.blankLines,
    crlfLines: one.crlfLines + other.crlfLines,
    endsWithNewline: last.endsWithNewline,
    shapes,
    mixedFromLine: mixedFrom(left) ?? one.mixedFromLine ?? other.mixedFromLine,
  };
}

/** Where the second shape begins, by line. */
function mixedFrom({ firstLines }: FileTally): number | null {
  return Object.values(firstLines).sort((one, other) => one - other)[1] ?? null;
}

function firstFaults(faults: readonly ImportFault[]): readonly ImportFault[] {
  return [...faults].sort((left, right) => left.line - right.line).slice(0, shownFaultsMax);
}

/** Changes the tally to that of a file whose rows were made into lines before: those lines and bytes are not its own. */
export function asContainer(tally: FileTally, kind: 'parquet' | 'tar', declaredKind: FileKind | null): FileTally {
  const { shapes, mixedFromLine } = tally.facts;
  const autoConverted = declaredKind !== null && !isAsDeclared(kind, declaredKind);
  tally.facts = { ...noFileFacts, kind, declaredKind, autoConverted, shapes, mixedFromLine };
  tally.faults = tally.faults.map((fault) => ({ ...fault, byteOffset: 0 }));
  return tally;
}

export interface FilePictures {
  readonly images: ImageTally;
  /** Each once, in the order in which they came. */
  readonly lookedAt: readonly LookedAtImage[];
}

export const noPictures: FilePictures = { images: noImages, lookedAt: [] };

export interface TalliedFile {
  readonly importId: string;
  readonly fileName: string;
  readonly tally: FileTally;
  readonly pictures: FilePictures;
}

/** As if each file had been uploaded once. */
export function intakeOfFiles(files: readonly TalliedFile[]): IntakeTally {
  const imports = files.reduce((sum, { tally }) => {
    const { accepted, rejected, trimmed, rejectedByCode } = tally;
    const rows = accepted + rejected;
    return addImports(sum, { rows, accepted, rejected, duplicates: 0, rejectedByCode, trimmed });
  }, noImports);
  const faults = files.flatMap(({ importId, tally }) =>
    tally.faults.map((fault): ShownFault => ({ ...fault, importId })),
  );
  return {
    ...noIntake(),
    allImports: imports,
    standingImports: imports,
    files: files.map(({ importId, fileName, tally }): IntakeFile => {
      return { ...tally.facts, importId, fileName, problem: tally.problem };
    }),
    images: imagesOf(files.map(({ pictures }) => pictures)),
    faults: faults.slice(0, shownFaultsMax),
  };
}

function imagesOf(files: readonly FilePictures[]): ImageTally {
  const images = files.map((file) => file.images).reduce(sumImages, noImages);
  const distinct = new Map(files.flatMap(({ lookedAt }) => lookedAt.map((one) => [one.sha256, one] as const)));
  return distinct.size === 0 ? images : { ...images, near: findNearPictures([...distinct.values()]) };
}
