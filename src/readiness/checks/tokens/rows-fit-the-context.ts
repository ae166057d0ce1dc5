import type { Check } from '../../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured } from '../../judging/measured.js';

interface Fitting {
  rows: number;
  /** Surely longer than the limit. */
  over: number;
  /** The bounds do not decide. */
  open: number;
  sample: EvidenceSample;
}

export const rowsFitTheContext: Check<Fitting> = {
  id: 'T01',
  name: 'len.over',
  version: 2,
  question: 'Do the rows fit into what the candidate reads at once?',
  why: 'Trainers cut or drop longer rows without a word; the answer stands at the end and is lost first.',
  source: 'OpenAI 4,096 rule; TRL cuts at 1,024 by default. The limit is the smaller of what model and recipe take.',
  blocking: true,
  measure: {
    start: () => ({ rows: 0, over: 0, open: 0, sample: noEvidence }),
    add: (fitting, { tokens, example }) => {
      fitting.rows++;
      if (tokens.fits === true) {
        return fitting;
      }
      fitting.over += tokens.fits === false ? 1 : 0;
      fitting.open += tokens.fits === false ? 0 : 1;
      fitting.sample = tokens.fits === false ? addEvidence(fitting.sample, 'T01', example) : fitting.sample;
      return fitting;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.over += right.over;
      left.open += right.open;
      left.sample = mergeEvidence(left.sample, right.sample);
      return left;
    },
    finish: ({ rows, over, open, sample }, { target }) => {
      if (target.readsWhole) {
        return shareMeasured({ numerator: 0, denominator: rows }, { details: { readsWhole: 1 } });
      }
      if (target.limitTokens === null) {
        return skippedMeasured(
          'share',
          'How many tokens the candidate reads at once is not known, so nothing could be compared with it.',
        );
      }
      const details = { limit: target.limitTokens, surely: over, tokeniser: target.tokeniser };
      const measured = shareMeasured({ numerator: over + open, denominator: rows }, { sample, details });
      const metricAfter = rows === over ? null : open / (rows - over);
      return { ...measured, effect: over === 0 ? null : { rows: -over, tokens: null, metricAfter } };
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    if (measured.details.readsWhole === 1) {
      return {
        outcome: 'pass',
        text: `The recipe has no limit of tokens: it reads ${counted(measured.denominator ?? 0)} rows whole.`,
      };
    }
    const [surely, rows, over] = [detail(measured, 'surely'), measured.denominator ?? 0, measured.numerator ?? 0];
    const limit = counted(detail(measured, 'limit'));
    const found =
      surely === over
        ? `${counted(over)} of ${counted(rows)} rows (${percent(measured.value)}) are longer than the ${limit} tokens that are read.`
        : `${counted(over)} of ${counted(rows)} rows (${percent(measured.value)}) may be longer than the ${limit} tokens that are read, counting a token for every byte; ${counted(surely)} surely are.`;
    const judged = judgeByLimits({ measured, limits, found });
    const isShown = limits.fail === null || surely / rows > limits.fail;
    // The upper bound alone cannot show that rows are too long, only that they are not.
    return judged.outcome === 'fail' && !isShown ? { ...judged, outcome: 'inconclusive' } : judged;
  },
  remedy: 'Shorten or split the rows, shorten the system prompt, or choose a candidate that reads more at once.',
  action: 'drop-over-length',
};
