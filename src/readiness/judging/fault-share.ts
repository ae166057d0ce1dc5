// Which share of the rows that could be read is no usable example, for one kind of fault?
import type { Measured } from '../check.js';
import type { FaultCode } from '../imports/import-fault.js';
import { type ExclusionReason, type IntakeTally, unreadableRows } from '../intake/intake-tally.js';
import { shareMeasured } from './measured.js';

export interface FaultKinds {
  readonly codes: readonly FaultCode[];
  /** Of captured exchanges. */
  readonly excluded?: readonly ExclusionReason[];
}

export function faultShare(intake: IntakeTally, kinds: FaultKinds): Measured {
  const { standingImports, captured } = intake;
  const { unreadable, delivered } = unreadableRows(intake);
  const rejected = kinds.codes.reduce((sum, code) => sum + (standingImports.rejectedByCode[code] ?? 0), 0);
  const excluded = (kinds.excluded ?? []).reduce((sum, reason) => sum + (captured.excluded[reason] ?? 0), 0);
  const shown = intake.faults.filter((fault) => kinds.codes.includes(fault.code));
  const numerator = rejected + excluded;
  return {
    ...shareMeasured({ numerator, denominator: delivered - unreadable }),
    evidence: shown.map((fault) => ({
      rowKey: null,
      origin: 'import',
      originId: fault.importId,
      line: fault.line,
      excerpt: `${fault.field === '' ? '' : `${fault.field}: `}${fault.reason}`,
    })),
    evidenceTotal: numerator,
  };
}
