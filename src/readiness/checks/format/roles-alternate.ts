import type { Check } from '../../check.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail } from '../../judging/measured.js';
import { addFound, mergeTallies, type RowTally, startTally, tallyMeasured } from '../../judging/row-tally.js';
import type { Example, Message } from '../../rows/example.js';

/**
 * After the system prompt, user and assistant take turns, user first. Between a call and what the assistant makes of it
 * stand the results of tools.
 */
function alternates({ kind, messages }: Example): boolean {
  if (kind === 'text') {
    return true;
  }
  let before = 'system';
  for (let at = 0; at < messages.length; at += 1) {
    const { role } = messages[at] as Message;
    const fits =
      role === 'user'
        ? before === 'system' || before === 'assistant'
        : role === 'assistant'
          ? before === 'user' || before === 'tool'
          : role === 'tool'
            ? before === 'assistant' || before === 'tool'
            : before === 'system';
    if (!fits) {
      return false;
    }
    before = role;
  }
  return true;
}

export const rolesAlternate: Check<RowTally> = {
  id: 'F08',
  name: 'msg.roles',
  version: 2,
  question: 'Do user and assistant take turns?',
  why: 'Chat templates of Llama 2 and trainers such as LLaMA-Factory drop or break rows in which one side speaks twice.',
  source: 'Together, LLaMA-Factory converter; one in a hundred can be merged by hand (ours).',
  blocking: true,
  measure: {
    start: startTally,
    add: (tally, { example }) => {
      tally.rows += 1;
      if (!alternates(example)) {
        addFound(tally, 'F08', example);
      }
      if (example.traits.notes.length > 0 && example.traits.notes.includes('role.mapped')) {
        tally.others += 1;
      }
      return tally;
    },
    merge: mergeTallies,
    finish: (tally, { intake }) => {
      const measured = tallyMeasured(tally, intake, { codes: ['msg.roles'] });
      const refused = (measured.numerator ?? 0) - tally.sample.total;
      const metricAfter = (measured.denominator ?? 0) === 0 ? null : refused / (measured.denominator ?? 1);
      return { ...measured, effect: tally.sample.total === 0 ? null : { rows: 0, tokens: null, metricAfter } };
    },
  },
  judge: (measured, limits) => {
    const mapped = measured.value === null ? 0 : detail(measured, 'others');
    const others = mapped === 0 ? '' : ` In ${plural(mapped, 'row')} roles of another format were mapped.`;
    const found = `In ${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) the roles are unknown or do not take turns.${others}`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Merge consecutive turns of the same role; put the system message first.',
  action: 'merge-turns',
};
