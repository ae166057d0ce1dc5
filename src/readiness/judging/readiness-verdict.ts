// From findings to one verdict. A blocking check that fails or breaks refuses the data set; one that was skipped or could
// not tell leaves it open: it never counts as passed. Anything else that is wrong is a warning, and so is what somebody
// answers for.
import type { CheckOutcome } from '../check.js';

export const readinessVerdicts = ['pass', 'warn', 'fail', 'inconclusive', 'error'] as const;
/** `error`: measuring as a whole broke. */
export type ReadinessVerdict = (typeof readinessVerdicts)[number];

export interface JudgedCheck {
  readonly outcome: CheckOutcome;
  readonly blocking: boolean;
}

export function readinessVerdict(findings: readonly JudgedCheck[]): ReadinessVerdict {
  const blocking = findings.filter((finding) => finding.blocking).map((finding) => finding.outcome);
  const others = findings.filter((finding) => !finding.blocking).map((finding) => finding.outcome);
  if (blocking.some((outcome) => outcome === 'fail' || outcome === 'error')) {
    return 'fail';
  }
  if (blocking.length === 0 || blocking.some((outcome) => outcome === 'skipped' || outcome === 'inconclusive')) {
    return 'inconclusive';
  }
  const isWarned =
    blocking.some((outcome) => outcome === 'warn' || outcome === 'waived') ||
    others.some((outcome) => ['warn', 'fail', 'error', 'waived'].includes(outcome));
  return isWarned ? 'warn' : 'pass';
}
