import type { Check } from '../../check.js';
import {
  addLooked,
  foundIn,
  type HalvedSample,
  isTaken,
  mergeHalved,
  startHalved,
} from '../../judging/halved-sample.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';
import { type Example, rowKeyOf } from '../../rows/example.js';
import { contentOfLine, exportedContent } from '../../rows/exported-line.js';

interface Exported {
  rows: number;
  /** Found are those that came back as another row. */
  sample: HalvedSample;
}

function comesBack(example: Example): boolean {
  return rowKeyOf(contentOfLine(JSON.stringify(exportedContent(example)))) === example.rowKey;
}

export const exportsComeBackTheSame: Check<Exported> = {
  id: 'S06',
  name: 'export.roundtrip',
  version: 2,
  question: 'Do rows that are written out and read again stay the same rows?',
  why: 'What the trainer reads must be what was checked: an export that loses a turn trains another data set.',
  source:
    'Ours: a row is written as a line, read again, and must have the same key; of more than 4,096, a part by their keys.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, sample: startHalved() }),
    add: (state, { example }) => {
      state.rows += 1;
      if (isTaken(state.sample, example.rowKey)) {
        addLooked(state.sample, example, comesBack(example) ? null : 'S06');
      }
      return state;
    },
    merge: (left, right) => ({ rows: left.rows + right.rows, sample: mergeHalved(left.sample, right.sample) }),
    finish: ({ rows, sample }) => {
      const changed = foundIn(sample);
      return sample.rows === 0
        ? unmeasured('rows')
        : countMeasured(
            { value: changed.total, unit: 'rows', denominator: sample.rows },
            { sample: changed, details: { rows } },
          );
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found:
        measured.value === null
          ? ''
          : `${counted(measured.value)} of ${counted(measured.denominator ?? 0)} rows that were written out and read again (of ${counted(detail(measured, 'rows'))}) came back changed.`,
    }),
  remedy: 'This is a fault of Openward: report it with the rows that are shown.',
  action: null,
};
