// Which rows show it? At most fifty per check, chosen by a lot that lies in row and check: the choice does not depend on order or
// segmentation, and merging two samples gives the sample of the whole. Excerpts are short and masked.
import { redact } from '../privacy/redact.js';
import type { ExampleOrigin } from '../rows/example.js';
import { lotIn } from '../rows/key-lot.js';

export const evidenceMax = 50;
const excerptUnitsMax = 120;
/** Masking shortens: more is read than shown. */
const excerptUnitsRead = 1000;

export interface EvidenceRow {
  /** Null for a row that could not be read. */
  readonly rowKey: string | null;
  readonly origin: ExampleOrigin;
  readonly originId: string;
  readonly line: number | null;
  readonly excerpt: string;
}

interface Ranked {
  /** Drawn from the row key; the smallest fifty are shown. */
  readonly lot: number;
  /** Decides between rows of the same content. */
  readonly priority: string;
  readonly row: EvidenceRow;
}

/** Plain data, so that it can be stored and sent between threads. */
export interface EvidenceSample {
  readonly total: number;
  /** By priority, the smallest first. */
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

/**
 * Once the sample is full, most rows are refused by eight digits of their key, without a new string.
 * @param row its key is a digest, so a part of it is as good as drawn by lot; each check reads from another place of it
 */
export function addEvidence(sample: EvidenceSample, checkId: string, row: Showable): EvidenceSample {
  const total = sample.total + 1;
  const isFull = sample.kept.length === evidenceMax;
  const last = isFull ? sample.kept.at(-1) : undefined;
  const lot = lotOf(checkId, row.rowKey);
  if (last !== undefined && last.lot < lot) {
    return { total, kept: sample.kept };
  }
  const priority = `${row.rowKey} ${row.originId} ${row.line ?? ''}`;
  if (last !== undefined && last.lot === lot && last.priority <= priority) {
    return { total, kept: sample.kept };
  }
  const { rowKey, origin, originId, line } = row;
  const ranked = { lot, priority, row: { rowKey, origin, originId, line, excerpt: excerptOf(row.input) } };
  return { total, kept: smallest([...sample.kept, ranked]) };
}

export function mergeEvidence(left: EvidenceSample, right: EvidenceSample): EvidenceSample {
  return { total: left.total + right.total, kept: smallest([...left.kept, ...right.kept]) };
}

export function evidenceRows(sample: EvidenceSample): { evidence: readonly EvidenceRow[]; evidenceTotal: number } {
  return { evidence: sample.kept.map((one) => one.row), evidenceTotal: sample.total };
}

/** Eight hex digits of the key as a number, from a place that the check decides: checks show different rows. */
function lotOf(checkId: string, rowKey: string): number {
  const from = ((checkId.charCodeAt(0) * 31 + checkId.charCodeAt(1) * 7 + checkId.charCodeAt(2)) % 56) & ~1;
  return lotIn(rowKey, from, 8);
}

function smallest(all: Ranked[]): Ranked[] {
  return all.sort(byPriority).slice(0, evidenceMax);
}

function byPriority(left: Ranked, right: Ranked): number {
  if (left.lot !== right.lot) {
    return left.lot - right.lot;
  }
  return left.priority < right.priority ? -1 : left.priority > right.priority ? 1 : 0;
}

/** Enough to recognise the row. Whatever a detector of private data knows is masked: a report is read by more people. */
export function excerptOf(text: string): string {
  const isCut = text.length > excerptUnitsRead;
  const read = isCut ? text.slice(0, excerptUnitsRead) : text;
  // A word cut in two could be half of a secret, which nothing recognises any more.
  const whole = isCut ? read.slice(0, read.search(/[\w+/=@.:-]{0,1000}$/)) : read;
  const masked = redact(whole.replace(/\s+/g, ' ').trim());
  return masked.length <= excerptUnitsMax && !isCut
    ? masked
    : `${Array.from(masked)
        .slice(0, excerptUnitsMax - 1)
        .join('')}…`;
}
