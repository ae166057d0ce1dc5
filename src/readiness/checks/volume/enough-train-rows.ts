import type { Check, Limits, Measured } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail } from '../../judging/measured.js';

/** What the rows are for: each kind of task needs its own number of them. */
interface Kinds {
  rows: number;
  preference: number;
  pictures: number;
  tools: number;
}

/** Where a task needs more rows than the policy asks of plain answers. */
const needs = {
  'tool calls': { enough: 2_000, least: 100 },
  'picture pairs': { enough: 1_000, least: 100 },
} as const;

/** Nobody’s policy can lift this: no vendor takes fewer, and nothing is learnt from them. */
const leastOfAll = 10;
const strongWarningBelow = 100;

function taskOf({ rows, preference, pictures, tools }: Kinds): string {
  const most = rows / 2;
  if (pictures > most) {
    return 'picture pairs';
  }
  if (tools > most) {
    return 'tool calls';
  }
  return preference > most ? 'preference pairs' : 'answers';
}

/** The policy's numbers, or those of the task where they are higher. */
function limitsOfTask(limits: Limits, task: unknown): Limits {
  const need = task === 'tool calls' || task === 'picture pairs' ? needs[task] : null;
  if (need === null) {
    return limits;
  }
  return { ...limits, warn: Math.max(limits.warn ?? 0, need.enough), fail: Math.max(limits.fail ?? 0, need.least) };
}

function judgeRows(measured: Measured, written: Limits) {
  const limits = limitsOfTask(written, measured.details.task);
  const rows = measured.value ?? 0;
  const left = detail(measured, 'leftOut');
  const found = `${counted(rows)} rows (${measured.details.task}) can be trained on${left === 0 ? '' : `; ${counted(left)} more are kept, and a check takes them out`}.`;
  const judged = judgeByLimits({ measured, limits, found });
  if (rows < leastOfAll) {
    return { outcome: 'fail', text: `${judged.text} Fewer than ${leastOfAll} cannot be trained on at all.` } as const;
  }
  return judged.outcome === 'warn' && rows < strongWarningBelow
    ? ({
        outcome: 'warn',
        text: `${judged.text} Fewer than ${strongWarningBelow} rows teach a form, hardly a task.`,
      } as const)
    : judged;
}

export const enoughTrainRows: Check<Kinds> = {
  id: 'V01',
  name: 'train.rows',
  version: 2,
  question: 'Are there enough rows to train on?',
  why: 'Below some fifty rows fine-tuning learns the examples, not the task.',
  source:
    'OpenAI: 10 at least, start with 50 to 100; NVIDIA: 50; Predibase: 500 to 1,000; OpenPipe: 100 to 2,000 for tools. Picture pairs: ours.',
  blocking: true,
  measure: {
    start: () => ({ rows: 0, preference: 0, pictures: 0, tools: 0 }),
    add: (kinds, { example }) => {
      kinds.rows += 1;
      kinds.preference += example.kind === 'preference' ? 1 : 0;
      kinds.pictures += example.kind === 'image-text' ? 1 : 0;
      kinds.tools += example.tools.length > 0 ? 1 : 0;
      return kinds;
    },
    merge: (left, right) => ({
      rows: left.rows + right.rows,
      preference: left.preference + right.preference,
      pictures: left.pictures + right.pictures,
      tools: left.tools + right.tools,
    }),
    finish: (kinds, { set }) => {
      const { trainable } = set.funnel;
      const details = { task: taskOf(kinds), leftOut: set.fates.kept.train - trainable };
      return countMeasured({ value: trainable, unit: 'rows' }, { details });
    },
  },
  judge: judgeRows,
  remedy: 'Capture more traffic or upload labelled rows; the rate of capture tells how many days that takes.',
  action: null,
};
