import type { Check } from '../../check.js';
import { faultShare } from '../../judging/fault-share.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail } from '../../judging/measured.js';
import type { Example } from '../../rows/example.js';

interface CallTally {
  rows: number;
  withCalls: number;
  decoded: number;
}

function callsTools({ messages }: Example): boolean {
  for (let at = 0; at < messages.length; at += 1) {
    if (messages[at]?.toolCalls !== undefined) {
      return true;
    }
  }
  return false;
}

/** Of the rows that call tools; where none does, of all rows: each was looked at, and none holds a faulty call. */
export const toolCallsAreWhole: Check<CallTally> = {
  id: 'F11',
  name: 'tool.calls',
  version: 1,
  question: 'Is every call of a tool whole?',
  why: 'A call without id, of an undeclared tool or with arguments that are no object teaches the model to call wrongly.',
  source: "Mistral's validator and NVIDIA's data flywheel; the bounds are ours.",
  blocking: true,
  measure: {
    start: () => ({ rows: 0, withCalls: 0, decoded: 0 }),
    add: (tally, { example }) => {
      tally.rows += 1;
      if (callsTools(example)) {
        tally.withCalls += 1;
        tally.decoded += example.traits.notes.includes('arguments.decoded-twice') ? 1 : 0;
      }
      return tally;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.withCalls += right.withCalls;
      left.decoded += right.decoded;
      return left;
    },
    finish: ({ rows, withCalls, decoded }, { intake }) => {
      const refused = faultShare(intake, { codes: ['tool.calls'], excluded: ['tool-calls'] });
      const numerator = refused.numerator ?? 0;
      const calling = withCalls + numerator;
      const denominator = calling === 0 ? rows : calling;
      return {
        ...refused,
        value: denominator === 0 ? null : numerator / denominator,
        denominator,
        details: { calling, decoded },
      };
    },
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    if (detail(measured, 'calling') === 0) {
      return judgeByLimits({
        measured,
        limits,
        found: `None of ${counted(measured.denominator ?? 0)} rows calls a tool.`,
      });
    }
    const twice = detail(measured, 'decoded');
    const decoded = twice === 0 ? '' : ` Arguments of ${plural(twice, 'row')} were encoded twice, and were decoded.`;
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows with calls (${percent(measured.value)}) hold a faulty one and were left out.${decoded}`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy:
    'Declare the tools in the row, write arguments as the JSON text of an object, and answer every call by its id.',
  action: null,
};
