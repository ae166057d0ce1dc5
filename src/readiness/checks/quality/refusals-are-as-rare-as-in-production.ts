import type { Check, Judgement, Measured } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, skippedMeasured } from '../../judging/measured.js';
import { addHit, finishShare, mergeShares, type RowShare, startShare } from '../../quality/row-share.js';
import { isRefusal } from '../../quality/signals.js';

/** Of all rows, whatever production does. */
const shareMax = 0.3;
/** Fewer are an accident. */
const refusalsMin = 5;
const productionCallsMin = 100;

export const refusalsAreAsRareAsInProduction: Check<RowShare> = {
  id: 'Q04',
  name: 'resp.refusal',
  version: 1,
  question: 'Do answers refuse no more often than in production?',
  why: 'A model learns to refuse from few examples, and then refuses what it should answer.',
  source: 'OpenAI, guide to supervised fine-tuning: 60 % refusals in training where 5 % are wanted.',
  blocking: false,
  measure: {
    start: startShare,
    add: (state, row) => {
      if (isRefusal(row)) {
        return addHit(state, 'Q04', row);
      }
      state.rows += 1;
      return state;
    },
    merge: mergeShares,
    finish: (state, { production, taskKind }) => {
      if (taskKind !== 'generation') {
        return skippedMeasured('times production', 'Answers are labels of a closed set: they cannot refuse.');
      }
      const measured = finishShare(state);
      const { value: share, numerator, denominator } = measured;
      if (share === null) {
        return { ...measured, unit: 'times production' };
      }
      const isKnown = production !== null && production.calls >= productionCallsMin;
      // Half a refusal more, so that a window without any does not make one refusal endless times too many.
      const usual = isKnown ? (production.refusals + 0.5) / (production.calls + 1) : null;
      const value = usual !== null ? share / usual : state.hits === 0 ? 0 : null;
      const surplus = usual === null ? null : Math.max(0, Math.round(state.hits - usual * state.rows));
      return {
        ...measured,
        unit: 'times production',
        value,
        numerator,
        denominator,
        details: { share, refusals: state.hits, rows: state.rows, ...(usual === null ? {} : { usual }) },
        effect: surplus === null || surplus === 0 ? null : { rows: -surplus, tokens: null, metricAfter: 1 },
      };
    },
  },
  judge: (measured, limits) =>
    measured.skipped !== null || measured.denominator === 0
      ? judgeByLimits({ measured, limits, found: '' })
      : judgeRefusals(measured, limits),
  remedy: 'Take refusals out until they are as rare as in production, or answer them properly.',
  action: 'drop-refusals',
};

function judgeRefusals(measured: Measured, limits: Parameters<Check['judge']>[1]): Judgement {
  const share = detail(measured, 'share');
  const refusals = detail(measured, 'refusals');
  const { usual } = measured.details;
  const beside = typeof usual === 'number' ? `, where production refuses ${percent(usual)}` : '';
  const found = `${counted(refusals)} of ${counted(detail(measured, 'rows'))} answers (${percent(share)}) refuse${beside}.`;
  if (share > shareMax && refusals >= refusalsMin) {
    return { outcome: 'fail', text: `${found} More than ${percent(shareMax)} fails whatever production does.` };
  }
  if (measured.value === null) {
    return { outcome: 'inconclusive', text: `${found} How often production refuses is not known.` };
  }
  const judged = judgeByLimits({ measured, limits, found });
  return judged.outcome === 'fail' && refusals < refusalsMin
    ? { outcome: 'warn', text: `${judged.text} Fewer than ${refusalsMin} refusals can only warn.` }
    : judged;
}
