import type { Check } from '../../check.js';
import type { ExclusionReason } from '../../intake/intake-tally.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured } from '../../judging/measured.js';

const failures: readonly ExclusionReason[] = ['failed', 'response-unreadable', 'no-answer', 'no-body', 'body-cut'];

export const callsWereAnswered: Check<null> = {
  id: 'Q01',
  name: 'resp.error',
  version: 1,
  question: 'Were the calls answered?',
  why: 'A capture full of errors tells of an outage: what is left was not drawn from the usual traffic.',
  source: 'NVIDIA data flywheel blueprint: rules for log records.',
  blocking: true,
  measure: {
    start: () => null,
    add: (state) => state,
    merge: (left) => left,
    finish: (_state, { intake }) => {
      const { captured, standingImports } = intake;
      const counts = failures.map((reason) => [reason, captured.excluded[reason] ?? 0] as const);
      const failed = counts.reduce((sum, [, count]) => sum + count, 0);
      const delivered = captured.seen + standingImports.rows;
      const details = { ...Object.fromEntries(counts.filter(([, count]) => count > 0)), calls: captured.seen };
      return shareMeasured({ numerator: failed, denominator: delivered }, { details });
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} calls and uploaded rows (${percent(measured.value ?? 0)}) are calls without a readable answer; they were left out.`,
    }),
  remedy: 'Find out why calls failed, and capture again once they are answered.',
  action: null,
};
