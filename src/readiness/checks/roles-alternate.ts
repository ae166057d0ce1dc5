import type { Check, CheckedRow } from '../check.js';
import { unreadableRows } from '../intake-tally.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../judging/evidence-sample.js';
import { counted, percent } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { shareMeasured } from '../judging/measured.js';

/** After the system prompt, user and assistant take turns, user first. */
function alternates({ messages }: CheckedRow): boolean {
  const turns = messages.filter((message) => message.role !== 'system');
  return turns.every((message, place) => message.role === (place % 2 === 0 ? 'user' : 'assistant'));
}

export const rolesAlternate: Check<EvidenceSample> = {
  id: 'F08',
  name: 'msg.roles',
  version: 1,
  question: 'Do user and assistant take turns?',
  why: 'Chat templates of Llama 2 and trainers such as LLaMA-Factory drop or break rows in which one side speaks twice.',
  source: 'Together, LLaMA-Factory converter; one in a hundred can be merged by hand (ours).',
  blocking: true,
  limits: { better: 'low', warn: 0, fail: 0.01, source: 'catalogue F08' },
  measure: {
    start: () => noEvidence,
    add: (sample, row) => (alternates(row) ? sample : addEvidence(sample, 'F08', row)),
    merge: mergeEvidence,
    finish: (sample, { intake }) => {
      const { unreadable, delivered } = unreadableRows(intake);
      const refused = intake.standingImports.rejectedByCode['msg.roles'] ?? 0;
      const measured = shareMeasured(
        { numerator: sample.total + refused, denominator: delivered - unreadable },
        { sample },
      );
      return { ...measured, evidenceTotal: sample.total + refused };
    },
  },
  judge: (measured, thresholds) =>
    judgeByLimits({
      measured,
      limits: rolesAlternate.limits,
      thresholds,
      found: `In ${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) the roles are unknown or do not take turns.`,
    }),
  remedy: 'Merge consecutive turns of the same role; put the system message first.',
};
