import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail } from '../../judging/measured.js';
import { addHit, finishShare, mergeShares, type RowShare, startShare } from '../../quality/row-share.js';
import { isTruncated } from '../../quality/signals.js';

interface Whole {
  share: RowShare;
  silent: number;
}

export const answersAreWhole: Check<Whole> = {
  id: 'Q02',
  name: 'resp.truncated',
  version: 1,
  question: 'Did the answers end by themselves, rather than by a limit?',
  why: 'Who learns from cut answers learns to stop in the middle.',
  source: 'finish_reason of OpenAI, finishReason of Gemini, stop_reason of Anthropic.',
  blocking: true,
  measure: {
    start: () => ({ share: startShare(), silent: 0 }),
    add: (state, row) => {
      const { traits } = row.example;
      if (isTruncated(traits)) {
        addHit(state.share, 'Q02', row);
        return state;
      }
      state.share.rows += 1;
      state.silent += traits.finish === null ? 1 : 0;
      return state;
    },
    merge: (left, right) => {
      mergeShares(left.share, right.share);
      left.silent += right.silent;
      return left;
    },
    finish: ({ share, silent }, { intake, taskKind }) => {
      const cut = intake.captured.excluded['answer-cut'] ?? 0;
      const rows = share.rows;
      const all = { ...share, rows: rows + cut, hits: share.hits + cut };
      const measured = finishShare(all, {
        details: { leftOut: cut, silent: taskKind === 'generation' ? silent : 0, rows },
      });
      const { hits, tokens, uncounted } = share;
      const effect = {
        rows: -hits,
        tokens: uncounted > 0 ? null : -tokens,
        metricAfter: all.rows === hits ? null : cut / (all.rows - hits),
      };
      return { ...measured, effect: hits === 0 ? null : effect };
    },
  },
  judge: (measured, limits) => {
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} answers (${percent(measured.value ?? 0)}) were cut by a limit.`;
    const judged = judgeByLimits({ measured, limits, found });
    if (judged.outcome !== 'pass') {
      return judged;
    }
    const silent = detail(measured, 'silent');
    const rows = detail(measured, 'rows');
    // Labels of a closed set are whole or no label; free text that does not say how it ended may have been cut.
    return silent * 2 > rows
      ? {
          outcome: 'warn',
          text: `${found} ${counted(silent)} rows do not say how their answer ended: whether it was cut is not known.`,
        }
      : judged;
  },
  remedy: 'Raise the limit of answer tokens at the vendor and capture again; take the cut answers out.',
  action: 'drop-truncated',
};
