// Which rows show it? At most fifty per check, chosen by a hash of row and check: the choice does not depend on order or
// segmentation, and merging two samples gives the sample of the whole. Excerpts are short and masked.
import { sha256Hex } from '../../kernel/digest.js';
import type { ExampleOrigin } from '../rows/example.js';

export const evidenceMax = 50;
const excerptUnitsMax = 120;

export interface EvidenceRow {
  /** Null for a row that could not be read. */
  readonly rowKey: string | null;
  readonly origin: ExampleOrigin;
  readonly originId: string;
  readonly line: number | null;
  readonly excerpt: string;
}

interface Ranked {
  readonly priority: string;
  readonly row: EvidenceRow;
}

/** Plain data, so that it can be stored and sent between threads. */
export interface EvidenceSample {
  readonly total: number;
  readonly kept: readonly Ranked[];
}

export interface Showable {
  readonly rowKey: string;
  readonly origin: ExampleOrigin;
  readonly originId: string;
  readonly line: number | null;
  readonly input: string;
}

export const noEvidence: EvidenceSample = { total: 0, kept: [] };

export function addEvidence(sample: EvidenceSample, checkId: string, row: Showable): EvidenceSample {
  const priority = sha256Hex(`${row.rowKey} ${row.originId} ${row.line ?? ''} ${checkId}`);
  const last = sample.kept.at(-1);
  if (sample.kept.length === evidenceMax && last !== undefined && last.priority <= priority) {
    return { total: sample.total + 1, kept: sample.kept };
  }
  const { rowKey, origin, originId, line } = row;
  const ranked = { priority, row: { rowKey, origin, originId, line, excerpt: excerptOf(row.input) } };
  return { total: sample.total + 1, kept: smallest([...sample.kept, ranked]) };
}

export function mergeEvidence(left: EvidenceSample, right: EvidenceSample): EvidenceSample {
  return { total: left.total + right.total, kept: smallest([...left.kept, ...right.kept]) };
}

export function evidenceRows(sample: EvidenceSample): { evidence: readonly EvidenceRow[]; evidenceTotal: number } {
  return { evidence: sample.kept.map((one) => one.row), evidenceTotal: sample.total };
}

function smallest(all: Ranked[]): Ranked[] {
  return all
    .sort((left, right) => (left.priority < right.priority ? -1 : left.priority > right.priority ? 1 : 0))
    .slice(0, evidenceMax);
}

/** Enough to recognise the row. E-mail addresses and longer numbers are masked: a report is read by more people. */
export function excerptOf(text: string): string {
  const line = text
    .slice(0, excerptUnitsMax * 2)
    .replace(/\s+/g, ' ')
    .trim();
  const masked = line.replace(/[^\s@]+@[^\s@]+\.[^\s@]+/g, '[e-mail]').replace(/\d(?:[ -]?\d){3,}/g, '[number]');
  return masked.length <= excerptUnitsMax
    ? masked
    : `${Array.from(masked)
        .slice(0, excerptUnitsMax - 1)
        .join('')}…`;
}
