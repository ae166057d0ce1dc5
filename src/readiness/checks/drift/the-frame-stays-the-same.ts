import type { Check } from '../../check.js';
import { formatKey, systemKey, toolsKey } from '../../drift/request-frame.js';
import { plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';
import { addKey, emptyTop, mergeTop, type TopKeys } from '../../states/top-keys.js';

interface Frames {
  rows: number;
  system: TopKeys;
  tools: TopKeys;
  formats: TopKeys;
}

const parts = ['system', 'tools', 'formats'] as const;
/** What fewer rows have is a try of somebody, or a prompt that names its user: no change of the application. */
const changeShareMin = 0.01;

function frequent({ counts }: TopKeys, rows: number): number {
  return [...counts.values()].filter((count) => count >= rows * changeShareMin).length;
}

export const theFrameStaysTheSame: Check<Frames> = {
  id: 'D05',
  name: 'schema.drift',
  version: 1,
  question: 'Did system prompt, tools and answer format stay the same?',
  why: 'Rows from before a change answer another task than the one that is asked today.',
  source:
    'Ours: values that at least one row in a hundred has, beyond the first; numbers within a system prompt do not count.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, system: emptyTop(), tools: emptyTop(), formats: emptyTop() }),
    add: (frames, { example }) => {
      frames.rows += 1;
      addKey(frames.system, systemKey(example));
      addKey(frames.tools, toolsKey(example));
      addKey(frames.formats, formatKey(example));
      return frames;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      for (const part of parts) {
        mergeTop(left[part], right[part]);
      }
      return left;
    },
    finish: (frames) => {
      if (frames.rows === 0) {
        return unmeasured('changes');
      }
      const details = {
        system: frequent(frames.system, frames.rows),
        tools: frequent(frames.tools, frames.rows),
        formats: frequent(frames.formats, frames.rows),
      };
      const value = parts.reduce((sum, part) => sum + Math.max(0, details[part] - 1), 0);
      return countMeasured({ value, unit: 'changes' }, { details });
    },
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const system = detail(measured, 'system');
    const prompts =
      system === 0 ? 'System prompts differ from row to row' : `There are ${plural(system, 'system prompt')}`;
    const found = `${prompts}, ${plural(detail(measured, 'tools'), 'set')} of tools and ${plural(detail(measured, 'formats'), 'answer format')} that one row in a hundred or more has.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy:
    'Cut the window to the time since the last change, or train on what was asked before under its own system prompt.',
  action: 'drop-by-row-keys',
};
