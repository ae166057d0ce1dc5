import { defineCriterion } from '../criterion.js';

export const enoughTrainingRows = defineCriterion({
  id: 'enough-training-rows',
  question: 'Are there enough usable rows to train on?',
  why: 'Below a floor, fine-tuning learns noise and costs the money all the same.',
  source: 'The policy of the project: readiness.trainRowsMin and trainRowsEnough.',
  remedy: 'Collect on, import examples, or raise the capture share.',
  role: 'gate',
  reads: ['readiness.report'],
  weigh(values, { policy }) {
    const { usableTrainRows, missingRows } = values['readiness.report'];
    const { trainRowsMin, trainRowsEnough } = policy.readiness;
    const base = { measured: usableTrainRows, required: trainRowsMin, unit: 'rows', n: usableTrainRows };
    if (usableTrainRows < trainRowsMin) {
      const missing = missingRows === null ? trainRowsMin - usableTrainRows : missingRows;
      return {
        ...base,
        outcome: 'fail',
        text: `There are ${usableTrainRows} usable training rows; at least ${trainRowsMin} are required, ${missing} are missing.`,
      };
    }
    const few = usableTrainRows < trainRowsEnough ? ` More than ${trainRowsEnough} would be comfortable.` : '';
    return {
      ...base,
      outcome: 'pass',
      text: `There are ${usableTrainRows} usable training rows; at least ${trainRowsMin} are required.${few}`,
    };
  },
});
