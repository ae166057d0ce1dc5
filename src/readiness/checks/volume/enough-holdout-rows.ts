import { type Check, noRowMeasure } from '../../check.js';
import { counted, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured } from '../../judging/measured.js';

const standardDeviationAt80Percent = 0.4;
const z95 = 1.959964;

const points = (share: number) => `${Number((100 * share).toFixed(1))} points`;

/**
 * Two questions: can the accuracy be told at all, and can the comparison with the incumbent show the margin that the
 * policy asks for? The second needs the number that the score formula gives for the discordance of the two models.
 */
export const enoughHoldoutRows: Check<null> = {
  id: 'V03',
  name: 'holdout.rows',
  version: 2,
  question: 'Are there enough held-out rows to tell good from bad?',
  why: 'On 25 rows an accuracy of 80 % means anything from 64 to 96: no comparison can be decided.',
  source:
    'Binomial 95 % half-width at 80 %: 7.8 points at 100 rows, 3.9 at 400, 2.5 at 1,000; NVIDIA evaluates on 100. Rows for the margin by the score formula of the non-inferiority test.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set, power }) => {
      const details: Record<string, number> = {
        power: power.power,
        alpha: power.alpha,
        discordance: power.discordance,
        isMeasured: power.isDiscordanceMeasured ? 1 : 0,
        ...(power.margin === null ? {} : { margin: power.margin }),
        ...(power.requiredHoldoutRows === null ? {} : { required: power.requiredHoldoutRows }),
        ...(power.reachableMargin === null ? {} : { reachable: power.reachableMargin }),
      };
      return countMeasured({ value: set.fates.kept.holdout, unit: 'rows' }, { details });
    },
  },
  judge: (measured, limits) => {
    const rows = measured.value ?? 0;
    const { required, margin, reachable, discordance, isMeasured } = measured.details;
    const width =
      rows === 0
        ? ''
        : `; an accuracy of 80 % would be known to ±${((100 * z95 * standardDeviationAt80Percent) / Math.sqrt(rows)).toFixed(1)} points`;
    const judged = judgeByLimits({ measured, limits, found: `Held out: ${plural(rows, 'row')}${width}.` });
    if (typeof required !== 'number' || typeof margin !== 'number' || typeof discordance !== 'number') {
      return judged;
    }
    const basis = isMeasured === 1 ? 'as measured' : 'assumed';
    const enough = `${counted(required)} are needed to show a margin of ${points(margin)} where the models differ on ${points(discordance)} of the rows (${basis})`;
    const today =
      rows < required && typeof reachable === 'number' ? `; those of today can show ${points(reachable)}` : '';
    const text = `${judged.text} ${enough.charAt(0).toUpperCase()}${enough.slice(1)}${today}.`;
    return { outcome: judged.outcome === 'pass' && rows < required ? 'warn' : judged.outcome, text };
  },
  remedy: 'Hold out more labelled rows, or widen the margin of the decision in the policy.',
  action: null,
};
