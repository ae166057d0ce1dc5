import { type ImageTally, noImages } from '../../src/readiness/images/image-tally.js';
import { noFileFacts } from '../../src/readiness/imports/file-facts.js';
import type { FaultCode } from '../../src/readiness/imports/import-fault.js';
import {
  type CaptureTally,
  type IntakeFile,
  type IntakeTally,
  noIntake,
} from '../../src/readiness/intake/intake-tally.js';

export function aFile(parts: Partial<IntakeFile> = {}): IntakeFile {
  return {
    ...noFileFacts,
    kind: 'jsonl',
    lines: 10,
    endsWithNewline: true,
    importId: 'imp_1',
    fileName: 'a.jsonl',
    problem: null,
    ...parts,
  };
}

/** What was delivered: rows in all, the refused ones by their fault, files, pictures, captured calls. */
export interface Delivery {
  readonly rows?: number;
  readonly rejected?: Partial<Record<FaultCode, number>>;
  readonly files?: readonly Partial<IntakeFile>[];
  readonly images?: Partial<ImageTally>;
  readonly captured?: Partial<CaptureTally>;
}

export function anIntakeOf({
  rows = 0,
  rejected = {},
  files = [{}],
  images = {},
  captured = {},
}: Delivery): IntakeTally {
  const none = noIntake();
  const faulty = Object.values(rejected).reduce((sum, count) => sum + count, 0);
  const imports = { ...none.allImports, rows, accepted: rows - faulty, rejected: faulty, rejectedByCode: rejected };
  return {
    ...none,
    allImports: imports,
    standingImports: imports,
    captured: { ...none.captured, ...captured },
    files: files.map(aFile),
    images: { ...noImages, ...images },
  };
}
