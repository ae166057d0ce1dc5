import { type Check, noRowMeasure } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured } from '../../judging/measured.js';

const shownMax = 5;

export const everySliceHasRows: Check<null> = {
  id: 'B05',
  name: 'segment.min',
  version: 1,
  question: 'Has every declared slice enough rows?',
  why: 'A customer or a language with a handful of rows is served badly, and the average does not show it.',
  source: 'Ours.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const slices = Object.entries(set.slices)
        .flatMap(([name, values]) =>
          Object.entries(values).map(([value, rows]) => ({ slice: `${name}=${value}`, rows })),
        )
        .sort((one, other) => one.rows - other.rows || (one.slice < other.slice ? -1 : 1));
      const [least] = slices;
      if (least === undefined) {
        return skippedMeasured('rows', 'No row declares a slice such as customer, locale or channel.');
      }
      const names = slices
        .slice(0, shownMax)
        .map(({ slice, rows }) => `${slice.slice(0, 80)} (${rows})`)
        .join(', ');
      return countMeasured(
        { value: least.rows, unit: 'rows', denominator: slices.length },
        { details: { slices: slices.length, names } },
      );
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const found = `The smallest of ${counted(detail(measured, 'slices'))} slices has ${counted(measured.value)} rows; fewest have ${measured.details.names}.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Collect rows of the slices named, or leave them on the closed model.',
  action: null,
};
