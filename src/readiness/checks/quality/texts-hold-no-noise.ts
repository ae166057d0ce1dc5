import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { addHit, finishShare, mergeShares, type RowShare, startShare } from '../../quality/row-share.js';
import { noiseOfRow } from '../../quality/signals.js';

interface Noisy {
  readonly share: RowShare;
  readonly kinds: Map<string, number>;
}

export const textsHoldNoNoise: Check<Noisy> = {
  id: 'Q11',
  name: 'text.noise',
  version: 1,
  question: 'Are the texts free of markup, stack traces, tracking and encoded blobs?',
  why: 'Leftovers of pages and logs are learnt like words.',
  source: 'Cleaning rules of NeMo Curator and data-juicer; limits are ours.',
  blocking: false,
  measure: {
    start: () => ({ share: startShare(), kinds: new Map() }),
    add: (state, row) => {
      const noise = noiseOfRow(row);
      if (noise === null) {
        state.share.rows += 1;
        return state;
      }
      addHit(state.share, 'Q11', row);
      state.kinds.set(noise, (state.kinds.get(noise) ?? 0) + 1);
      return state;
    },
    merge: (left, right) => {
      mergeShares(left.share, right.share);
      for (const [kind, rows] of right.kinds) {
        left.kinds.set(kind, (left.kinds.get(kind) ?? 0) + rows);
      }
      return left;
    },
    finish: ({ share, kinds }) => finishShare(share, { details: Object.fromEntries([...kinds].sort()) }),
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) hold leftovers of pages or logs.`,
    }),
  remedy: 'Strip them where the texts are captured, or drop the rows by their keys.',
  action: 'drop-by-row-keys',
};
