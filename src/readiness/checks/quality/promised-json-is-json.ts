import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured } from '../../judging/measured.js';
import { addHit, mergeShares, type RowShare, startShare } from '../../quality/row-share.js';

interface Promised {
  rows: number;
  unparsed: number;
  readonly share: RowShare;
}

export const promisedJsonIsJson: Check<Promised> = {
  id: 'Q08',
  name: 'resp.parseable',
  version: 1,
  question: 'Where JSON was promised, does the answer parse and follow its schema?',
  why: 'The program that reads the answers breaks on the first that does not.',
  source: 'response_format of the OpenAI API; limits are ours.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, unparsed: 0, share: startShare() }),
    add: (state, row) => {
      state.rows += 1;
      const { answerParses, answerFollows } = row.schema;
      if (answerParses === null && answerFollows === null) {
        return state;
      }
      if (answerParses === false || answerFollows === false) {
        addHit(state.share, 'Q08', row);
        state.unparsed += answerParses === false ? 1 : 0;
      } else {
        state.share.rows += 1;
      }
      return state;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.unparsed += right.unparsed;
      mergeShares(left.share, right.share);
      return left;
    },
    finish: ({ rows, unparsed, share }) => {
      if (rows > 0 && share.rows === 0) {
        return skippedMeasured('share', 'No row was to be answered in JSON.');
      }
      const good = share.rows - share.hits;
      const measured = shareMeasured(
        { numerator: good, denominator: share.rows },
        { sample: share.sample, details: { unparsed, againstSchema: share.hits - unparsed } },
      );
      const effect = {
        rows: -share.hits,
        tokens: share.uncounted > 0 ? null : -share.tokens,
        metricAfter: good > 0 ? 1 : null,
      };
      return { ...measured, effect: share.hits === 0 ? null : effect };
    },
  },
  judge: (measured, limits) =>
    measured.skipped !== null || measured.value === null
      ? judgeByLimits({ measured, limits, found: '' })
      : judgeByLimits({
          measured,
          limits,
          found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} answers that were to be JSON (${percent(measured.value)}) are; ${counted(detail(measured, 'unparsed'))} do not parse, ${counted(detail(measured, 'againstSchema'))} do not follow their schema.`,
        }),
  remedy: 'Drop the rows, or ask the vendor for structured output and capture again.',
  action: 'drop-by-row-keys',
};
