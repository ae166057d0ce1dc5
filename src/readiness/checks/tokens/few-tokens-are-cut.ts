import type { Check } from '../../check.js';
import { counted, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { noRecipe } from '../../trainers/fate-tally.js';

interface CutTokens {
  rows: number;
  untold: number;
  cutRows: number;
  cutTokens: number;
}

export const fewTokensAreCut: Check<CutTokens> = {
  id: 'T05',
  name: 'trainer.truncate',
  version: 1,
  question: 'How many tokens will the trainer cut away?',
  why: 'LLaMA-Factory shares its budget between question and answer, others cut the end: what is lost differs.',
  source: 'hiyouga/LLaMA-Factory, processor_utils.py; huggingface/trl; axolotl-ai-cloud/axolotl.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, untold: 0, cutRows: 0, cutTokens: 0 }),
    add: (tally, { trainer }) => {
      tally.rows++;
      if (trainer === null) {
        tally.untold++;
      } else if (trainer.cutTokens > 0) {
        tally.cutRows++;
        tally.cutTokens += trainer.cutTokens;
      }
      return tally;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.untold += right.untold;
      left.cutRows += right.cutRows;
      left.cutTokens += right.cutTokens;
      return left;
    },
    finish: ({ rows, untold, cutRows, cutTokens }, { target }) => {
      if (target.recipe === null) {
        return skippedMeasured('tokens', noRecipe);
      }
      const details = { untold, rows, cutRows };
      return rows === 0 ? unmeasured('tokens') : countMeasured({ value: cutTokens, unit: 'tokens' }, { details });
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const [untold, cutRows] = [detail(measured, 'untold'), detail(measured, 'cutRows')];
    const found = `${plural(measured.value, 'token')} of ${plural(cutRows, 'row')} are cut away.`;
    if (untold > 0) {
      return { outcome: 'inconclusive', text: `${found} For ${counted(untold)} rows it is not known.` };
    }
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Raise the length that the recipe takes, or shorten the longest rows.',
  action: 'drop-over-length',
};
