import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { addHit, finishShare, mergeShares, type RowShare, startShare } from '../../quality/row-share.js';
import { isFiltered, isRecitation } from '../../quality/signals.js';

interface Filtered {
  share: RowShare;
  recited: number;
}

export const answersWereNotFiltered: Check<Filtered> = {
  id: 'Q03',
  name: 'resp.filtered',
  version: 1,
  question: 'Were the answers left alone by the filters of the vendor?',
  why: 'What a filter cut or withheld is no answer of the model, and recited text belongs to somebody else.',
  source: 'content_filter of OpenAI; SAFETY, RECITATION, BLOCKLIST, PROHIBITED_CONTENT and SPII of Gemini.',
  blocking: false,
  measure: {
    start: () => ({ share: startShare(), recited: 0 }),
    add: (state, row) => {
      if (isFiltered(row.example.traits)) {
        addHit(state.share, 'Q03', row);
        state.recited += isRecitation(row.example.traits) ? 1 : 0;
      } else {
        state.share.rows += 1;
      }
      return state;
    },
    merge: (left, right) => {
      mergeShares(left.share, right.share);
      left.recited += right.recited;
      return left;
    },
    finish: ({ share, recited }, { intake }) => {
      const withheld = intake.captured.excluded['answer-filtered'] ?? 0;
      const all = { ...share, rows: share.rows + withheld, hits: share.hits + withheld };
      return finishShare(all, { details: { leftOut: withheld, recited } });
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} answers (${percent(measured.value ?? 0)}) were cut or withheld by a filter of the vendor.`,
    }),
  remedy: 'Look at what was filtered: where it is proper work, the candidate has to learn it from other examples.',
  action: 'drop-truncated',
};
