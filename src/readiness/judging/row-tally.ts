// Rows that were looked at and rows in which something was found, joined with the rows that never came in for the same
// reason: the common form of the checks of form.
import type { Measured } from '../check.js';
import { type IntakeTally, unreadableRows } from '../intake/intake-tally.js';
import type { Example } from '../rows/example.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from './evidence-sample.js';
import { type FaultKinds, faultShare } from './fault-share.js';
import { shareMeasured } from './measured.js';

export interface RowTally {
  rows: number;
  /** Its total is the number of rows found. */
  sample: EvidenceSample;
  /** Further rows worth a word: remarked on, or of the kind that the question is about. */
  others: number;
}

export function startTally(): RowTally {
  return { rows: 0, sample: noEvidence, others: 0 };
}

export function addFound(tally: RowTally, checkId: string, example: Example): void {
  tally.sample = addEvidence(tally.sample, checkId, example);
}

export function mergeTallies(left: RowTally, right: RowTally): RowTally {
  left.rows += right.rows;
  left.others += right.others;
  left.sample = mergeEvidence(left.sample, right.sample);
  return left;
}

/**
 * Found and refused rows, of all that could be read. The denominator is the larger of what was delivered and what was
 * looked at: rows of older uploads may still be there.
 */
export function tallyMeasured(tally: RowTally, intake: IntakeTally, kinds: FaultKinds): Measured {
  const refused = faultShare(intake, kinds);
  const left = refused.numerator ?? 0;
  const { unreadable, delivered } = unreadableRows(intake);
  const numerator = tally.sample.total + left;
  const denominator = Math.max(delivered - unreadable, tally.rows + left);
  const own = shareMeasured({ numerator, denominator }, { sample: tally.sample, details: { others: tally.others } });
  return { ...own, evidence: [...refused.evidence, ...own.evidence].slice(0, 50), evidenceTotal: numerator };
}

/** Every file and every captured call is a delivery. Null as value when nothing was delivered. */
export function filesMeasured(
  intake: IntakeTally,
  { found, details }: { found: IntakeTally['files']; details?: Measured['details'] },
): Measured {
  const deliveries = intake.files.length + intake.captured.seen;
  return {
    value: deliveries === 0 ? null : found.length,
    unit: 'files',
    numerator: found.length,
    denominator: deliveries,
    evidence: found.slice(0, 50).map((file) => ({
      rowKey: null,
      origin: 'import',
      originId: file.importId,
      line: null,
      excerpt: file.problem ?? '',
    })),
    evidenceTotal: found.length,
    skipped: null,
    details: { files: intake.files.length, ...details },
  };
}

/** The words for where it was looked: files, or captured calls where there was no file. */
export function ofDeliveries({ details, denominator }: Measured): string {
  const files = Number(details.files ?? 0);
  return files > 0 ? `${files} uploaded file${files === 1 ? '' : 's'}` : `${denominator ?? 0} captured calls, no file`;
}
