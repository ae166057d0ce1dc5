import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { curvePointsMin } from '../../power/fit-learning-curve.js';

const unit = 'points of accuracy';
const noCurve = `below ${curvePointsMin}, or without a rise, no curve can be drawn.`;

export const moreRowsWouldBringLittle: Check<null> = {
  id: 'V04',
  name: 'learning.curve',
  version: 1,
  question: 'Would twice the rows bring little more?',
  why: 'It tells apart where collecting pays and where only better rows help.',
  source:
    'Accuracy as a − b·n^−c on nested parts of the rows, learnt by a cheap student; OpenAI advises to double and look.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { taskKind, handed: { learningCurve } }) => {
      if (taskKind === 'generation') {
        return skippedMeasured(unit, 'The cheap student only learns classes: there is no curve for free text.');
      }
      if (learningCurve === null) {
        return skippedMeasured(unit, 'The learning curve has not been measured.');
      }
      const { points, gainOfDoubling } = learningCurve;
      const [first, last] = [points.at(0), points.at(-1)];
      if (gainOfDoubling === null || first === undefined || last === undefined) {
        return { ...unmeasured(unit), details: { points: points.length } };
      }
      const details = { from: first.trainRows, upTo: last.trainRows, least: first.accuracy, most: last.accuracy };
      return countMeasured({ value: gainOfDoubling * 100, unit }, { details });
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      const judged = judgeByLimits({ measured, limits, found: '' });
      const { points } = measured.details;
      return points === undefined ? judged : { ...judged, text: `${points} sizes were learnt: ${noCurve}` };
    }
    const [from, upTo] = [counted(detail(measured, 'from')), counted(detail(measured, 'upTo'))];
    const rise = `${percent(detail(measured, 'least'))} to ${percent(detail(measured, 'most'))}`;
    const found = `From ${from} to ${upTo} rows a cheap student rises from ${rise}; twice the rows should bring about ${measured.value.toFixed(1)} points.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Collect more rows, those first that are listed as wanted.',
  action: null,
};
