import type { Check, Measured } from '../../check.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { addKey, emptyTop, mergeTop, type TopKeys } from '../../states/top-keys.js';

interface ToolUse {
  rows: number;
  calls: TopKeys;
  declared: TopKeys;
  /** Rows that could call a tool and do not. */
  withoutCall: number;
}

const shownMax = 5;

function addUse(
  use: ToolUse,
  messages: readonly { readonly toolCalls?: readonly { readonly name: string }[] }[],
): number {
  let calls = 0;
  for (let at = 0; at < messages.length; at += 1) {
    const toolCalls = messages[at]?.toolCalls;
    if (toolCalls !== undefined) {
      for (const { name } of toolCalls) {
        addKey(use.calls, name);
        calls += 1;
      }
    }
  }
  return calls;
}

function leastCalled({ calls, withoutCall }: ToolUse, wanted: readonly string[]): Measured {
  const counts = wanted
    .map((tool) => ({ tool, calls: calls.counts.get(tool) ?? 0 }))
    .sort((one, other) => one.calls - other.calls || (one.tool < other.tool ? -1 : 1));
  const names = counts
    .slice(0, shownMax)
    .map((one) => `${one.tool.slice(0, 80)} (${one.calls})`)
    .join(', ');
  const details = { tools: wanted.length, withoutCall, names };
  return countMeasured({ value: counts[0]?.calls ?? 0, unit: 'calls', denominator: wanted.length }, { details });
}

export const everyToolIsCalled: Check<ToolUse> = {
  id: 'B07',
  name: 'tool.coverage',
  version: 1,
  question: 'Do the rows call every tool often enough, and sometimes none?',
  why: 'A tool that is never called is never learnt, and without rows that call none the model calls always.',
  source: 'Ours: 20 calls of every tool of production, or of every tool declared where production is not known.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, calls: emptyTop(), declared: emptyTop(), withoutCall: 0 }),
    add: (use, { example: { messages, tools } }) => {
      use.rows += 1;
      const calls = addUse(use, messages);
      if (tools.length > 0) {
        for (const { name } of tools) {
          addKey(use.declared, name);
        }
        use.withoutCall += calls === 0 ? 1 : 0;
      }
      return use;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.withoutCall += right.withoutCall;
      mergeTop(left.calls, right.calls);
      mergeTop(left.declared, right.declared);
      return left;
    },
    finish: (use, { production }) => {
      const asked = Object.keys(production?.tools ?? {});
      const wanted = asked.length > 0 ? asked : [...use.declared.counts.keys()];
      if (wanted.length > 0) {
        return use.rows === 0 ? unmeasured('calls') : leastCalled(use, wanted);
      }
      return skippedMeasured('calls', 'Neither the rows nor production use tools.');
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const without = detail(measured, 'withoutCall');
    const found = `The least used of ${plural(detail(measured, 'tools'), 'tool')} is called ${plural(measured.value, 'time')}; fewest calls have ${measured.details.names}. ${plural(without, 'row')} call none.`;
    const judged = judgeByLimits({ measured, limits, found });
    return judged.outcome === 'pass' && limits.warn !== null && without < limits.warn
      ? { outcome: 'warn', text: `${judged.text} Fewer than ${limits.warn} rows that call none warn.` }
      : judged;
  },
  remedy: 'Collect calls of the tools named, and rows in which tools are offered and none is needed.',
  action: null,
};
