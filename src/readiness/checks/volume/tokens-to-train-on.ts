import type { Check, Measured, SetContext } from '../../check.js';
import { counted, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';
import { assumedEpochs, gpuHours, parametersByName } from '../../power/training-cost.js';

interface TokenSums {
  rows: number;
  atLeast: number;
  atMost: number;
  exactRows: number;
  trainable: number;
  trainableRows: number;
}

function measuredOf(sums: TokenSums, { target }: SetContext): Measured {
  const { rows, atLeast, atMost, exactRows, trainable, trainableRows } = sums;
  const parameters = target.model === null ? null : parametersByName(target.model);
  const details = {
    rows,
    atLeast,
    exactRows,
    ...(trainableRows === rows ? { trainable } : {}),
    ...(parameters === null
      ? {}
      : { hoursLeast: gpuHours(parameters, atLeast), hoursMost: gpuHours(parameters, atMost) }),
  };
  return countMeasured({ value: atMost, unit: 'tokens' }, { details });
}

function hoursInWords({ details }: Measured): string {
  const { hoursLeast, hoursMost } = details;
  if (typeof hoursLeast !== 'number' || typeof hoursMost !== 'number') {
    return '';
  }
  const [least, most] = [hoursLeast, hoursMost].map((hours) => Number(hours.toPrecision(2)));
  const span = least === most ? `${most}` : `${least} to ${most}`;
  return ` ${assumedEpochs} epochs take about ${span} hours of one A100 used to 40 %.`;
}

export const tokensToTrainOn: Check<TokenSums> = {
  id: 'V05',
  name: 'tokens.total',
  version: 1,
  question: 'How many tokens are there to train on?',
  why: 'Time and cost of the training grow with them.',
  source:
    'Counted by the target’s tokeniser where its bounds do not decide; 6 operations per parameter and token (arXiv 2001.08361).',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, atLeast: 0, atMost: 0, exactRows: 0, trainable: 0, trainableRows: 0 }),
    add: (sums, { tokens }) => {
      sums.rows += 1;
      sums.atLeast += tokens.exact ?? tokens.atLeast;
      sums.atMost += tokens.exact ?? tokens.atMost;
      sums.exactRows += tokens.exact === null ? 0 : 1;
      sums.trainable += tokens.trainable ?? 0;
      sums.trainableRows += tokens.trainable === null ? 0 : 1;
      return sums;
    },
    merge: (left, right) => {
      for (const part of ['rows', 'atLeast', 'atMost', 'exactRows', 'trainable', 'trainableRows'] as const) {
        left[part] += right[part];
      }
      return left;
    },
    finish: (sums, set) => (sums.rows === 0 ? unmeasured('tokens') : measuredOf(sums, set)),
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const [rows, atLeast] = [detail(measured, 'rows'), detail(measured, 'atLeast')];
    const { trainable } = measured.details;
    const span =
      atLeast === measured.value ? counted(atLeast) : `between ${counted(atLeast)} and ${counted(measured.value)}`;
    const learnt = typeof trainable === 'number' ? `, ${counted(trainable)} of them learnt` : '';
    const found = `${plural(rows, 'row')} hold ${span} tokens${learnt}; ${counted(detail(measured, 'exactRows'))} rows were counted exactly.`;
    return judgeByLimits({ measured, limits, found: `${found}${hoursInWords(measured)}` });
  },
  remedy: 'Nothing to do: the number is for planning.',
  action: null,
};
